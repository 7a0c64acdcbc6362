/** A guided enrolment: which poses are wanted, and whether a sample says something new about the same person. */
import { cosineOf, type Embedding, templateOf } from '../core/embedding';
import type { FaceQuality, HeadPose } from '../core/quality';
import { ENROLMENT } from './thresholds';

/** Poses of the head as the person sees them: left is their own left. `any` is a further sample in whatever pose. */
export type PoseName = 'straight' | 'left' | 'right' | 'up' | 'down' | 'any';

const GUIDED: readonly PoseName[] = ['straight', 'left', 'right', 'up', 'down'];

/** A sample of an enrolment that is under way or has just ended. */
export interface TakenSample {
  readonly id: string;
  readonly embedding: Embedding;
  readonly pose: PoseName;
  /** The aligned face, 112 × 112 × 3 bytes, in memory only; null for samples of an earlier day. */
  readonly crop: Uint8Array | null;
}

/** A face that may become a sample. */
export interface Candidate {
  readonly embedding: Embedding;
  readonly quality: FaceQuality;
  readonly crop: Uint8Array;
}

export interface Enrolment {
  readonly personId: string;
  readonly name: string;
  readonly samples: readonly TakenSample[];
  /** Samples that make it complete, 3 to 10. */
  readonly wanted: number;
  /** How the head pointed in the first sample: people differ in what they call straight. */
  readonly baseline: HeadPose;
}

export const STRAIGHT_HEAD: HeadPose = { yawDegrees: 0, pitchDegrees: 0, rollDegrees: 0 };

/** Why a sample was not taken. */
export type SampleProblem = 'too-alike' | 'not-the-same';

/** The poses that are still missing, the next one first; empty when the enrolment is complete. */
export function missingPoses({ samples, wanted }: Enrolment): PoseName[] {
  const missing = wanted - samples.length;
  if (missing <= 0) return [];
  const taken = new Set(samples.map(({ pose }) => pose));
  const guided = GUIDED.filter((pose) => !taken.has(pose)).slice(0, missing);
  return [...guided, ...Array<PoseName>(missing - guided.length).fill('any')];
}

/** Which pose a head is in, against the first sample; null between two. */
export function poseOf(head: HeadPose, baseline: HeadPose): Exclude<PoseName, 'any'> | null {
  const yaw = head.yawDegrees - baseline.yawDegrees;
  const pitch = head.pitchDegrees - baseline.pitchDegrees;
  const { turnedDegrees, straightDegrees } = ENROLMENT;
  if (Math.abs(yaw) <= straightDegrees && Math.abs(pitch) <= straightDegrees) return 'straight';
  if (Math.abs(yaw) >= Math.abs(pitch)) return Math.abs(yaw) < turnedDegrees ? null : yaw > 0 ? 'left' : 'right';
  return Math.abs(pitch) < turnedDegrees ? null : pitch > 0 ? 'up' : 'down';
}

/** The missing pose that a head is in; null when it shows none. */
export function shownPose(enrolment: Enrolment, head: HeadPose): PoseName | null {
  const missing = missingPoses(enrolment);
  const pose = poseOf(head, enrolment.baseline);
  if (pose !== null && missing.includes(pose)) return pose;
  return missing[0] === 'any' ? 'any' : null;
}

/** Why this embedding would not help; null when it does. */
export function sampleProblemOf(samples: readonly { readonly embedding: Embedding }[], embedding: Embedding): SampleProblem | null {
  if (samples.length === 0) return null;
  if (samples.some((sample) => cosineOf(sample.embedding, embedding) > ENROLMENT.maxLikeness)) return 'too-alike';
  const template = templateOf(samples.map((sample) => sample.embedding));
  return cosineOf(template, embedding) < ENROLMENT.minLikeness ? 'not-the-same' : null;
}
