/** What a frame may show, and what a session may be at, for the tests of the recognition loop. */
import { normalise } from '../../../src/core/embedding';
import type { FivePoints } from '../../../src/core/face';
import type { Phase } from '../../../src/decision/session-state';
import type { FrameOutcome } from '../../../src/inference/protocol';
import { QUALITY } from '../../support/made-up-quality';

const BOX = { x: 1, y: 2, width: 90, height: 90 };
export const FACES = { frame: { width: 640, height: 480 }, boxes: [BOX], judged: 0 };
export const NOBODY = { ...FACES, boxes: [], judged: -1 };
export const EMBEDDING = normalise(Float32Array.of(3, 4));
export const POINTS: FivePoints = [{ x: 30, y: 40 }, { x: 66, y: 41 }, { x: 48, y: 60 }, { x: 34, y: 78 }, { x: 62, y: 79 }];

export const NO_FACE: FrameOutcome = { kind: 'no-face', faces: NOBODY };
export const CROP = new Uint8Array(3);
export const POSED = { kind: 'posed', faces: FACES, quality: QUALITY, points: POINTS } satisfies FrameOutcome;
/** Too dark to be recognised. */
export const DARK = { ...POSED, quality: { ...QUALITY, brightness: 5 } } satisfies FrameOutcome;
export const IMPLAUSIBLE: FrameOutcome = { kind: 'implausible', faces: FACES };
export const REJECTED: FrameOutcome = { kind: 'rejected', faces: FACES, quality: QUALITY, embeddingLength: 3, minLength: 9 };
export const EMBEDDED: FrameOutcome = {
  kind: 'embedded',
  faces: FACES,
  quality: QUALITY,
  box: BOX,
  points: POINTS,
  crop: CROP,
  embedding: EMBEDDING,
  embeddingLength: 10,
  origin: { model: 'm', pipeline: 'p' },
};

export const POSING: Phase = { kind: 'posing', stillness: 0 };

export function capturing(startedAtMs = 0, framesTried = 0): Phase {
  return { kind: 'capturing', name: '', startedAtMs, heardAtMs: startedAtMs, framesTried, problem: 'no-face', votes: [], probes: [], readings: [] };
}

/** Somebody is enrolled, and gives more samples. */
export function enrolled(taking: Extract<Phase, { kind: 'enrolled' }>['taking'], personId = 'ada'): Phase {
  const enrolment = { personId, name: 'Ada', samples: [], wanted: 5, baseline: QUALITY };
  return { kind: 'enrolled', enrolment, taking, problem: null, waitUntilMs: 0 };
}
