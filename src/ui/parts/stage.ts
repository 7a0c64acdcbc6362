/** The camera picture, with what belongs to the faces in it. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { CameraReport } from '../../decision/camera-report';
import type { FacesInFrame } from '../../core/face';
import type { Box } from '../../core/geometry';
import { closedSession, type Session } from '../../decision/session-state';
import { DEFAULT_SETTINGS } from '../../decision/settings';
import { formatNumber } from '../format';
import { send } from '../send';
import { facesText, qualityHint } from '../strings';
import { shared } from '../tokens';
import type { CameraView } from '../view';
import { challengePrompt, challengePromptStyles } from './challenge-prompt';
import { bracketPath, type FaceTone, mirrored, ringAround, steadied, toneOf } from './face-marks';
import { type Gathering, gatheringOf, type GatheringRules, gatheringText } from './gathering';
import { faultNotice, noticeStyles } from './notices';
import { reportNotice, reportNoticeStyles } from './report-notice';

@localized()
@customElement('lintel-stage')
export class LintelStage extends LitElement {
  static override readonly styles = [shared, noticeStyles, challengePromptStyles, reportNoticeStyles, css`
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

    .face.grey {
      stroke: #c9ccd0;
    }

    .ring {
      fill: none;
    }

    .ring .track {
      stroke: #0008;
    }

    /* Seen where the picture is as dark as the track. */
    .ring .line {
      stroke: #fff8;
    }

    .ring .done {
      stroke: #6fdc6a;
    }

    /* Stillness grows with every frame, and what moves by itself would be painted in between as well. */
    .ring:not(.stillness) .done {
      transition: stroke-dasharray 200ms ease-out;
    }

    .ring.countdown .done {
      stroke: #fff;
    }

    .words {
      position: absolute;
      inset-block-start: 12px;
      inset-inline: 12px;
      display: grid;
      gap: 8px;
      justify-items: center;
      text-align: center;
    }

    .hint {
      padding: 4px 16px;
      border-radius: 999px;
      background: #ffc14d;
      color: #241a00;
      font-size: 1.125rem;
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
  @property({ attribute: false }) session: Session = closedSession('verify');
  @property({ attribute: false }) rules: GatheringRules = DEFAULT_SETTINGS;
  /** What the device knows of its cameras. */
  @property({ attribute: false }) report: CameraReport | null = null;
  /** False while there is nothing that the camera could be turned on for. */
  @property({ attribute: false }) isCameraUseful = true;

  @query('video') private readonly _video!: HTMLVideoElement | null;

  /** The faces as they are drawn, see `steadied`. */
  #drawn: FacesInFrame | null = null;

  override render(): TemplateResult {
    this.#drawn = steadied(this.#drawn, this.session.faces);
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
        return html`<video autoplay muted playsinline aria-label=${msg('Camera picture, mirrored')}></video>
          ${this.#marks()}`;
      case 'faulted':
        return html`<div class="message">${faultNotice(this, this.camera.fault)}${reportNotice(this.report, this.camera.fault)}</div>`;
      case 'opening':
        return html`<div class="message">
          <p>${msg('Turning on the camera. If Chromium asks, choose Allow: pictures stay on this device.')}</p>
        </div>`;
      case 'off':
        if (!this.isCameraUseful) return html``;
        return html`<div class="message">
          <p>${msg('The camera is off.')}</p>
          <button type="button" @click=${() => send(this, { kind: 'start-camera' })}>${msg('Turn on the camera')}</button>
        </div>`;
    }
  }

  #marks(): TemplateResult {
    const { phase, purpose, hint, passes } = this.session;
    const faces = this.#drawn;
    const gathering = gatheringOf(phase, purpose, this.rules);
    const tones = faces?.boxes.map((_, index) => toneOf(index, faces, passes, hint !== null)) ?? [];
    // A single face has marks that say it; for whoever does not see them, it stands there all the same.
    const isPlain = faces?.boxes.length === 1 && faces.judged === 0;
    return html`${faces === null ? nothing : overlay(faces, tones, gathering)}
      <div class="words">
        <p class=${isPlain ? 'visually-hidden' : 'count'}>${facesText(faces) || msg('Looking for faces…')}</p>
        ${hint === null || phase.kind === 'challenged' ? nothing : html`<p class="hint">${qualityHint(hint)}</p>`}
      </div>
      ${challengePrompt(phase.kind === 'challenged' ? phase.challenge : null)}
      <p class="visually-hidden">${gathering === null ? '' : gatheringText(gathering)}</p>`;
  }

  #countdown(): TemplateResult {
    const left = this.session.phase.kind === 'counting' ? this.session.phase.secondsLeft : null;
    return html`<div class="countdown" aria-live="assertive">${left ?? nothing}</div>`;
  }
}

/** Brackets and sizes over the picture; the picture is mirrored, so the boxes are, and the figures are not. */
function overlay(faces: FacesInFrame, tones: readonly FaceTone[], gathering: Gathering | null): TemplateResult {
  const { frame, boxes, judged } = faces;
  const unit = frame.height / 100;
  const shown = boxes.map((box) => mirrored(box, frame));
  return html`<svg
    class="overlay"
    viewBox="0 0 ${frame.width} ${frame.height}"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${gathering === null ? nothing : ring(gathering, ringAround(shown[judged] ?? null, frame), unit)}
    ${shown.map((box, index) => svg`${brackets(box, tones[index]!, unit)}${index === judged ? size(box, unit) : nothing}`)}
  </svg>`;
}

function brackets(box: Box<'frame'>, tone: FaceTone, unit: number): SVGTemplateResult {
  return svg`<path class="face ${tone}" d=${bracketPath(box)} stroke-width=${tone === 'grey' ? unit / 2 : unit} />`;
}

function size({ x, y, width }: Box<'frame'>, unit: number): SVGTemplateResult {
  return svg`<text x=${x + width / 2} y=${Math.max(y - unit * 1.5, unit * 4)} font-size=${unit * 3.2} stroke-width=${unit * 0.8}>
    ${msg(str`${formatNumber(Math.round(width))} px`)}
  </text>`;
}

/** Fills clockwise from the top. */
function ring({ kind, done, needed }: Gathering, { x, y, radius }: ReturnType<typeof ringAround>, unit: number): SVGTemplateResult {
  return svg`<g class="ring ${kind}" transform="rotate(-90 ${x} ${y})" stroke-width=${unit * 1.4}>
    <circle class="track" cx=${x} cy=${y} r=${radius} />
    <circle class="line" cx=${x} cy=${y} r=${radius} stroke-width=${unit * 0.4} />
    <circle class="done" cx=${x} cy=${y} r=${radius} pathLength="1" stroke-dasharray="${done / needed} 1" />
  </g>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-stage': LintelStage;
  }
}
