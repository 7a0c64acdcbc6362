/** In Settings: how much is asked of whoever is recognised, with what each choice stops and does not. */
import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { LIVENESS_MODES } from '../../decision/liveness/mode';
import { modeWords } from '../liveness-words';
import { send } from '../send';
import type { ViewState } from '../view';

export const livenessChoiceStyles = css`
  .modes {
    display: grid;
    gap: 8px;
    border: 0;
    padding: 0;
    margin: 0;
  }

  .modes legend {
    padding: 0;
    margin-block-end: 8px;
    font-weight: 650;
  }

  .mode {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 12px;
    align-items: center;
    min-block-size: 48px;
  }

  .mode + .mode {
    padding-block-start: 8px;
    border-block-start: 1px solid var(--line);
  }

  .mode input {
    inline-size: 24px;
    block-size: 24px;
    accent-color: var(--accent);
  }

  .mode strong {
    padding-block: 8px;
  }

  .mode span {
    grid-column: 2;
  }
`;

export function livenessChoice(host: EventTarget, { settings }: ViewState): TemplateResult {
  return html`<fieldset class="modes">
      <legend>${msg('Against pictures held before the camera')}</legend>
      ${LIVENESS_MODES.map((mode) => {
        const { label, asks, stops, lets } = modeWords(mode);
        return html`<label class="mode">
          <input
            type="radio"
            name="liveness-mode"
            aria-label=${label}
            aria-describedby=${`mode-${mode}`}
            .checked=${settings.livenessMode === mode}
            @change=${() => send(host, { kind: 'change-settings', change: { livenessMode: mode } })}
          />
          <strong>${label}</strong>
          <span id=${`mode-${mode}`} class="small muted">${asks} ${stops} ${lets}</span>
        </label>`;
      })}
    </fieldset>`;
}
