/** Visits of somebody who enrols, for the tests of the session. */
import { type Embedding, normalise } from '../../../src/core/embedding';
import type { FaceQuality } from '../../../src/core/quality';
import { missingPoses } from '../../../src/decision/enrolment';
import type { SessionEvent } from '../../../src/decision/session-events';
import type { Phase, SessionRules } from '../../../src/decision/session-state';
import { ENROLMENT } from '../../../src/decision/thresholds';
import { QUALITY } from '../../support/made-up-quality';
import { embedded, Visit } from './session-visit';

/** Embeddings of one person: alike, and no two nearly the same. */
export function faceOfAda(index: number): Embedding {
  return normalise(Float32Array.from({ length: 16 }, (_, at) => (at === 0 ? 4 : at === index ? 3 : 0)));
}
export const FACE_OF_BEN = normalise(Float32Array.from({ length: 16 }, (_, at) => (at === 15 ? 1 : 0)));

/** The head of the first sample, turned from there. */
export function head(yawDegrees: number, pitchDegrees = 0): FaceQuality {
  return { ...QUALITY, yawDegrees: QUALITY.yawDegrees + yawDegrees, pitchDegrees: QUALITY.pitchDegrees + pitchDegrees };
}
export const LEFT = head(20);

export const saved = (sampleId: string, personId = 'ada'): SessionEvent => ({ kind: 'enrolment-saved', personId, sampleId });
export const FAILED: SessionEvent = { kind: 'enrolment-failed' };

/** The first sample is being written since 1100 ms. */
export const saving = (rules: Partial<SessionRules> = {}) =>
  Visit.opened('enrol', { countdownMs: 0, ...rules }).ask(1000, 'Ada').at(1100, embedded({ embedding: faceOfAda(1) }));
/** Enrolled at 2000 ms; the next pose is looked for from `READY_MS` on. */
export const enrolled = (rules: Partial<SessionRules> = {}) => saving(rules).at(2000, saved('s1'));
export const READY_MS = 2000 + ENROLMENT.pauseMs;
/** A sample was asked for by a press of the key, and is being written since 2100 ms. */
export const savingAnother = () => enrolled().ask(2050).at(2100, embedded({ embedding: faceOfAda(2), quality: LEFT }));

export function enrolledPhase({ phase }: Visit): Extract<Phase, { kind: 'enrolled' }> {
  if (phase.kind !== 'enrolled') throw new Error(`The visit is ${phase.kind}.`);
  return phase;
}
export const samplesOf = (visit: Visit): (readonly [string, string])[] => enrolledPhase(visit).enrolment.samples.map(({ id, pose }) => [id, pose]);
export const missingOf = (visit: Visit): string[] => missingPoses(enrolledPhase(visit).enrolment);
