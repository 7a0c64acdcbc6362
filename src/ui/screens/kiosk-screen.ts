/** The kiosk: the whole window, nothing to press but the lock in the corner, and what is found large enough for two metres. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { localized, msg } from '@lit/localize';
import { faultWords } from '../fault-words';
import { formatTime } from '../format';
import { toneIcon } from '../icons';
import type { KioskTrouble } from '../kiosk-view';
import { announcement, attemptText, cornerText, promptText, resultWords, shownResults } from '../kiosk-words';
import { canDecline } from '../../decision/liveness/challenge';
import { challengePrompt, challengePromptStyles } from '../parts/challenge-prompt';
import { kioskMarks } from '../parts/kiosk-marks';
import { kioskStyles } from '../parts/kiosk-styles';
import { reportNotice, reportNoticeStyles } from '../parts/report-notice';
import { send } from '../send';
import { shared } from '../tokens';
import type { ViewState } from '../view';

/** How long the pointer must rest before it goes: on Wayland nobody else hides it. */
const POINTER_MS = 3000;

/** More results than this at once are too small to be read from afar. */
const MAX_RESULTS = 3;

@localized()
@customElement('lintel-kiosk')
export class LintelKiosk extends LitElement {
  static override readonly styles = [shared, challengePromptStyles, reportNoticeStyles, kioskStyles];

  @property({ attribute: false }) state!: ViewState;

  @query('video') private readonly _video!: HTMLVideoElement | null;

  #resting: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointermove', this.#onPointer);
    this.#onPointer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('pointermove', this.#onPointer);
    clearTimeout(this.#resting);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state')) return;
    const { isAsleep, isNight } = this.state.kiosk;
    this.toggleAttribute('data-asleep', isAsleep);
    this.toggleAttribute('data-night', isNight);
  }

  override render(): TemplateResult {
    const { kiosk, camera, session } = this.state;
    const { phase } = session;
    return html`<main>
      <h1 class="visually-hidden">Lintel</h1>
      ${camera.kind === 'live' && !kiosk.isAsleep && kiosk.trouble === null
        ? html`<video autoplay muted playsinline aria-label=${msg('Camera picture, mirrored')}></video>${kioskMarks(kiosk.crowd)}`
        : nothing}
      <div class="bar">
        <time class="clock">${kiosk.minuteMs === 0 ? nothing : formatTime(kiosk.minuteMs)}</time>
        ${phase.kind === 'challenged' && canDecline(phase.challenge)
          ? html`<button type="button" @click=${() => send(this, { kind: 'decline-movement' })}>${msg('I cannot do this')}</button>`
          : nothing}
        <div class="corner">${this.#lock()}</div>
      </div>
      ${kiosk.trouble === null ? this.#prompt() : this.#trouble(kiosk.trouble)}
      ${kiosk.trouble === null ? this.#results() : nothing}
      ${challengePrompt(phase.kind === 'challenged' ? phase.challenge : null)}
      <div class="visually-hidden" role="status">${announcement(kiosk.crowd)}</div>
    </main>`;
  }

  override updated(): void {
    const { camera } = this.state;
    const video = this._video;
    if (video === null || camera.kind !== 'live' || video.srcObject === camera.stream) return;
    video.srcObject = camera.stream;
  }

  #lock(): TemplateResult {
    const label = cornerText(this.state.lock.isSet);
    return html`<button type="button" aria-label=${label} title=${label} @click=${() => send(this, { kind: 'leave-kiosk' })}>
      <svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
        <rect x="5" y="11" width="14" height="10" rx="2" /><path d="M8 11V7.500a4 4 0 0 1 8 0V11M12 15v2" />
      </svg>
    </button>`;
  }

  #prompt(): TemplateResult | typeof nothing {
    const { session, kiosk, people, gallery, engine } = this.state;
    if (session.phase.kind === 'challenged') return nothing;
    const text = promptText(this.state);
    const isUnused = gallery.kind === 'ready' && people.length === 0;
    const { faces } = kiosk.crowd;
    const place = faces.length === 0 ? 'idle' : faces.some(({ result }) => result !== null) ? 'beside' : '';
    return html`<p class="prompt ${place}">
      ${text} ${isUnused ? html`<span class="small">${msg('Press the lock in the corner, then Enrol.')}</span>` : nothing}
      ${engine.kind === 'loading' && engine.totalBytes > 0
        ? html`<progress aria-label=${msg('Loading models')} max=${engine.totalBytes} .value=${engine.loadedBytes}></progress>`
        : nothing}
    </p>`;
  }

  #results(): TemplateResult {
    const results = shownResults(this.state.kiosk.crowd).slice(0, MAX_RESULTS);
    return html`<div class="results ${results.length > 1 ? 'several' : ''}" aria-hidden="true">
      ${results.map(({ result }) => {
        const { tone, word, name, advice } = resultWords(result);
        const room = name.length * results.length;
        return html`<div class="result ${tone} ${name === '' ? '' : 'named'}" data-length=${room > 28 ? 'very-long' : room > 13 ? 'long' : 'short'}>
          ${toneIcon(tone)}<span class="word">${word}</span>
          ${name === '' ? nothing : html`<bdi>${name}</bdi>`} ${advice === '' ? nothing : html`<span class="advice">${advice}</span>`}
        </div>`;
      })}
    </div>`;
  }

  #trouble(trouble: KioskTrouble): TemplateResult {
    const { title, text } = faultWords(trouble.fault);
    return html`<section class="trouble" data-fault=${trouble.fault.code}>
      <div role="alert">
        <h2>${toneIcon('problem')}<span>${title}</span></h2>
        <p>${text}</p>
      </div>
      ${reportNotice(this.state.cameraReport, trouble.fault)}
      <p class="next">${attemptText(trouble)}</p>
    </section>`;
  }

  #onPointer = (): void => {
    clearTimeout(this.#resting);
    this.toggleAttribute('data-still', false);
    this.#resting = setTimeout(() => this.toggleAttribute('data-still', true), POINTER_MS);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-kiosk': LintelKiosk;
  }
}
