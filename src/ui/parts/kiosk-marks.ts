/** Over the kiosk's picture: a mark for every face that is there, and above it what was found of that face itself. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Size } from '../../core/geometry';
import { type Crowd, isSeen, type KioskFace } from '../../decision/kiosk/crowd';
import { resultWords, shortened } from '../kiosk-words';
import { bracketPath, mirrored } from './face-marks';

/** Height of what is written, and of lines, in hundredths of the picture's height. */
const TEXT = 7;
const LINE = 1;

/** The picture is mirrored, so the marks are, and the words are not. */
export function kioskMarks(crowd: Crowd): TemplateResult | typeof nothing {
  const { frame, faces, turn } = crowd;
  if (frame === null) return nothing;
  return html`<svg class="marks" viewBox="0 0 ${frame.width} ${frame.height}" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    ${faces.map((face) => (isSeen(face, crowd) ? mark(face, frame, face.id === turn?.id) : nothing))}
  </svg>`;
}

function mark(face: KioskFace, frame: Size, isInTurn: boolean): SVGTemplateResult {
  const unit = frame.height / 100;
  const box = mirrored(face.box, frame);
  const words = face.result === null ? null : resultWords(face.result);
  const tone = words?.tone ?? (isInTurn ? 'turn' : 'waits');
  return svg`<g class=${tone}>
    <path d=${bracketPath(box)} stroke-width=${isInTurn || words !== null ? LINE * unit : (LINE * unit) / 2} />
    ${words === null || words.tone === 'quiet' ? nothing : label(words.name === '' ? words.word : words.name, box.x + box.width / 2, box.y, unit)}
  </g>`;
}

function label(text: string, middle: number, top: number, unit: number): SVGTemplateResult {
  return svg`<text x=${middle} y=${Math.max(top - 2 * unit, (TEXT + 1) * unit)} font-size=${TEXT * unit} stroke-width=${1.4 * unit}>${shortened(text)}</text>`;
}
