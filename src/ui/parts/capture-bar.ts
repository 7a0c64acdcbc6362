/** Capture and Cancel, the same on Verify and Enrol. */
import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { isUnderWay } from '../../decision/session-state';
import { send } from '../send';
import type { ViewState } from '../view';
import { isBusyWithPhotographs } from './photo-enrol-rules';

export const captureBarStyles = css`
  .capture-bar {
    display: grid;
    grid-template-columns: minmax(min-content, 2fr) minmax(min-content, 1fr);
    gap: 12px;
  }

  /* Where a long word and its key do not fit side by side, the key goes below. */
  .capture-bar button {
    display: flex;
    flex-wrap: wrap;
    align-content: center;
    align-items: center;
    justify-content: center;
    gap: 2px 6px;
    min-block-size: 64px;
    padding-inline: 8px;
  }

  kbd {
    font: inherit;
    font-size: 0.75rem;
    font-weight: 400;
    padding: 1px 6px;
    border: 1px solid currentcolor;
    border-radius: 6px;
  }
`;

/** Whether a capture can be asked for now. */
export function canCapture(state: ViewState): boolean {
  const { destination, engine, camera, gallery, session, people, lock } = state;
  const isCameraUsable = camera.kind === 'live' || camera.kind === 'off';
  const isFree = !isUnderWay(session.phase) && session.phase.kind !== 'saving' && !isBusyWithPhotographs(state);
  const hasPurpose = destination === 'enrol' || people.some(({ isComparable }) => isComparable);
  const isWaiting = destination === 'verify' && lock.verifyWaitMs > 0;
  return !isWaiting && engine.kind === 'ready' && gallery.kind === 'ready' && isCameraUsable && isFree && hasPurpose;
}

export function captureBar(host: EventTarget, state: ViewState): TemplateResult {
  const isOff = state.camera.kind === 'off';
  return html`<div class="capture-bar">
    <button type="button" class="primary" ?disabled=${!canCapture(state)} @click=${() => send(host, { kind: 'capture' })}>
      ${msg('Capture')}<kbd aria-hidden="true">${msg('Space')}</kbd>
    </button>
    <button type="button" ?disabled=${isOff} @click=${() => send(host, { kind: 'cancel' })}>
      ${msg('Cancel')}<kbd aria-hidden="true">${msg('Esc')}</kbd>
    </button>
  </div>`;
}
