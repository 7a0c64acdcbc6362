/** What the screenshots show: the real interface, a drawn visitor and made-up names, so that no face is published. */
/// <reference lib="dom" />
import { normalise } from '../../core/embedding';
import type { ScoredPerson } from '../../decision/verdict';
import { INITIAL_STATE } from '../../app/view-model';
import type { ViewState } from '../../ui/view';

const FRAME = { width: 640, height: 480 };
const FACE = { x: 229, y: 112, width: 182, height: 182 };

const SCORES: readonly ScoredPerson[] = [
  { personId: '1', name: 'Ada', score: 0.856, isContested: false },
  { personId: '2', name: 'Grace', score: 0.212, isContested: false },
  { personId: '3', name: 'Emmy', score: 0.147, isContested: false },
  { personId: '4', name: 'Mary', score: 0.063, isContested: false },
];

/** A verification that has just succeeded. */
function matchState(stream: MediaStream): ViewState {
  return {
    ...INITIAL_STATE,
    engine: { kind: 'ready' },
    gallery: { kind: 'ready' },
    camera: { kind: 'live', stream, label: 'Camera', ...FRAME },
    people: SCORES.map(({ personId, name }) => ({ id: personId, name, enrolledAtMs: 0, samples: 5, corrections: [], isComparable: true })),
    session: {
      purpose: 'verify',
      phase: {
        kind: 'judged',
        judgedAtMs: 0,
        probe: normalise(Float32Array.of(1)),
        verdict: { kind: 'match', best: SCORES[0]!, threshold: INITIAL_STATE.threshold, scores: SCORES },
      },
      faces: { frame: FRAME, boxes: [FACE], judged: 0 },
      hint: null,
      passes: true,
      stillSinceMs: null,
      lastSeenMs: null,
      served: false,
      startedByItself: false,
    },
  };
}

/** A camera that sees a drawn person in a doorway. */
function drawnCamera(): MediaStream {
  const canvas = document.createElement('canvas');
  // Twice as fine as the frame, so that edges stay clean on large screens.
  canvas.width = FRAME.width * 2;
  canvas.height = FRAME.height * 2;
  const pen = canvas.getContext('2d')!;
  const stream = canvas.captureStream(10);
  const draw = (): void => {
    pen.setTransform(2, 0, 0, 2, 0, 0);
    drawVisitor(pen);
    requestAnimationFrame(draw);
  };
  draw();
  return stream;
}

function drawVisitor(pen: CanvasRenderingContext2D): void {
  const fill = (colour: string, trace: () => void): void => {
    pen.fillStyle = colour;
    pen.beginPath();
    trace();
    pen.fill();
  };
  // The wall, the beam over the door, its posts and the evening behind.
  fill('#b9ab90', () => pen.rect(0, 0, 640, 480));
  fill('#e2d7c0', () => pen.rect(60, 0, 520, 48));
  fill('#8a8069', () => pen.rect(92, 48, 456, 432));
  fill('#5d6d68', () => pen.rect(132, 48, 376, 432));
  fill('#c98f5a', () => pen.ellipse(440, 330, 52, 52, 0, 0, 7));
  fill('#43524c', () => pen.rect(132, 372, 376, 108));
  // The visitor.
  fill('#2b211c', () => pen.ellipse(320, 190, 104, 126, 0, 0, 7));
  fill('#2b211c', () => pen.roundRect(222, 190, 196, 150, 48));
  fill('#4d6329', () => pen.ellipse(320, 520, 190, 168, 0, 0, 7));
  fill('#b77a58', () => pen.roundRect(282, 270, 76, 104, 34));
  fill('#cf9370', () => pen.ellipse(320, 208, 78, 98, 0, 0, 7));
  fill('#2b211c', () => pen.ellipse(320, 126, 82, 42, 0, 0, 7));
  for (const side of [-1, 1]) {
    fill('#2b211c', () => pen.roundRect(320 + side * 34 - 19, 176, 38, 7, 3));
    fill('#f6f0e6', () => pen.ellipse(320 + side * 34, 202, 15, 9, 0, 0, 7));
    fill('#2b211c', () => pen.ellipse(320 + side * 34, 202, 7.5, 8.5, 0, 0, 7));
  }
  fill('#b77a58', () => pen.roundRect(312, 208, 16, 40, 8));
  fill('#8f3f38', () => pen.ellipse(320, 266, 27, 9, 0, 0, Math.PI));
}

const app = document.querySelector<HTMLElement & { state: ViewState }>('lintel-app')!;
app.state = matchState(drawnCamera());
