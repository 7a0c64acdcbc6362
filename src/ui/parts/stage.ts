/** The camera picture, with what belongs to the faces in it. */
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { FacesInFrame } from '../../core/face';
import type { Box } from '../../core/geometry';
import type { QualityProblem } from '../../decision/quality-gates';
import type { Phase } from '../../decision/session-state';
import { send } from '../send';
import { facesText, qualityHint } from '../strings';
import { shared } from '../tokens';
import type { CameraView } from '../view';
import { faultNotice, noticeStyles } from './notices';

/** Length of a bracket's arm as a share of the box. */
const ARM = 0.22;

@customElement('lintel-stage')
export class LintelStage extends LitElement {
  static override readonly styles = [shared, noticeStyles, css`
    :host {
      position: relative;
      display: grid;
      overflow: hidden;
      border-radius: var(--radius);
      background: var(--sunken);
      border: 1px solid var(--line);
      min-block-size: 0;
    }

    video,
    svg.overlay {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
    }

    video {
      object-fit: cover;
      transform: scaleX(-1);
    }

    .face {
      fill: none;
      stroke: #6fdc6a;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    .face.amber {
      stroke: #ffc14d;
    }

    .face.other {
      stroke: #c9ccd0;
    }

    .hint {
      position: absolute;
      inset-block-start: 56px;
      inset-inline-start: 12px;
      padding: 4px 12px;
      border-radius: 999px;
      background: #ffc14d;
      color: #241a00;
      font-weight: 650;
    }

    text {
      fill: #fff;
      stroke: #000a;
      paint-order: stroke;
      text-anchor: middle;
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }

    .count {
      position: absolute;
      inset-block-start: 12px;
      inset-inline-start: 12px;
      padding: 4px 12px;
      border-radius: 999px;
      background: #000b;
      color: #fff;
      font-variant-numeric: tabular-nums;
    }

    .countdown {
      position: absolute;
      inset: 0;
      display: grid;
      place-items: end center;
      padding-block-end: 3%;
      /* It lies over the buttons of a fault. */
      pointer-events: none;
      font-size: clamp(6rem, 26vmin, 14rem);
      font-weight: 650;
      line-height: 1;
      color: #fff;
      text-shadow: 0 0 24px #000, 0 0 4px #000;
      font-variant-numeric: tabular-nums;
    }

    .stillness {
      position: absolute;
      inset-block-end: 12px;
      inset-inline: 12px;
      block-size: 8px;
      inline-size: calc(100% - 24px);
      accent-color: #6fdc6a;
    }

    .message {
      place-self: center;
      display: grid;
      gap: 16px;
      justify-items: center;
      text-align: center;
      padding: 24px;
      max-inline-size: 36rem;
      overflow: auto;
      max-block-size: 100%;
    }

    .message .notice {
      text-align: start;
    }
  `];

  @property({ attribute: false }) camera: CameraView = { kind: 'off' };
  @property({ attribute: false }) phase: Phase = { kind: 'off' };
  @property({ attribute: false }) faces: FacesInFrame | null = null;
  /** What is wrong with the picture of the judged face. */
  @property({ attribute: false }) hint: QualityProblem | null = null;
  /** False while there is nothing that the camera could be turned on for. */
  @property({ attribute: false }) isCameraUseful = true;

  @query('video') private readonly _video!: HTMLVideoElement | null;

  override render(): TemplateResult {
    return html`${this.#picture()}${this.#countdown()}`;
  }

  override updated(): void {
    const video = this._video;
    if (video === null || this.camera.kind !== 'live' || video.srcObject === this.camera.stream) return;
    video.srcObject = this.camera.stream;
  }

  #picture(): TemplateResult {
    switch (this.camera.kind) {
      case 'live':
        return html`<video autoplay muted playsinline aria-label="Camera picture, mirrored"></video>
          ${this.faces === null ? nothing : overlay(this.faces, this.hint !== null)}
          <p class="count">${facesText(this.faces) || 'Looking for faces…'}</p>
          ${this.hint === null ? nothing : html`<p class="hint">${qualityHint(this.hint)}</p>`}
          ${this.#stillness()}`;
      case 'faulted':
        return html`<div class="message">${faultNotice(this, this.camera.fault)}</div>`;
      case 'opening':
        return html`<div class="message">
          <p>Turning on the camera. If Chromium asks, choose Allow: pictures stay on this device.</p>
        </div>`;
      case 'off':
        if (!this.isCameraUseful) return html``;
        return html`<div class="message">
          <p>The camera is off.</p>
          <button type="button" @click=${() => send(this, { kind: 'start-camera' })}>Turn on the camera</button>
        </div>`;
    }
  }

  #stillness(): TemplateResult | typeof nothing {
    const { phase } = this;
    if (phase.kind !== 'posing' || phase.stillness === 0) return nothing;
    return html`<progress class="stillness" max="1" .value=${phase.stillness} aria-label="Holding still"></progress>`;
  }

  #countdown(): TemplateResult {
    const left = this.phase.kind === 'counting' ? this.phase.secondsLeft : null;
    return html`<div class="countdown" aria-live="assertive">${left ?? nothing}</div>`;
  }
}

/** Brackets and sizes over the picture; the picture is mirrored, so the boxes are, and the figures are not. */
function overlay({ frame, boxes, judged }: FacesInFrame, isAmber: boolean): TemplateResult {
  const unit = frame.height / 100;
  return html`<svg
    class="overlay"
    viewBox="0 0 ${frame.width} ${frame.height}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${boxes.map((box, index) => face(mirrored(box, frame.width), index !== judged ? 'other' : isAmber ? 'amber' : 'good', unit))}
  </svg>`;
}

function mirrored(box: Box<'frame'>, frameWidth: number): Box<'frame'> {
  return { ...box, x: frameWidth - box.x - box.width };
}

function face({ x, y, width, height }: Box<'frame'>, tone: 'good' | 'amber' | 'other', unit: number): SVGTemplateResult {
  const arm = width * ARM;
  const [right, bottom] = [x + width, y + height];
  const corner = (cx: number, cy: number, dx: number, dy: number): string =>
    `M${cx + dx * arm} ${cy}H${cx}V${cy + dy * arm}`;
  const path = [corner(x, y, 1, 1), corner(right, y, -1, 1), corner(x, bottom, 1, -1), corner(right, bottom, -1, -1)];
  return svg`
    <path class="face ${tone}" d=${path.join('')} stroke-width=${tone === 'other' ? unit / 2 : unit} />
    <text x=${x + width / 2} y=${Math.max(y - unit * 1.5, unit * 5)} font-size=${unit * 4.5} stroke-width=${unit * 0.8}>
      ${Math.round(width)} px
    </text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-stage': LintelStage;
  }
}
