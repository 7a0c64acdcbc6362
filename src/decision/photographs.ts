/** Enrolling from photographs: what becomes of each file, and what there is to show of it. */
import type { Box, Size } from '../core/geometry';
import type { SampleProblem } from './enrolment';
import type { CaptureProblem } from './session-state';

/** Why a photograph became no sample. */
export type PhotoProblem =
  /** The browser cannot decode the file. */
  | 'not-a-picture'
  /** Several faces, and nobody said which one is meant. */
  | 'nobody-chosen'
  /** The vision worker gave no answer. */
  | 'not-analysed'
  /** The sample could not be written. */
  | 'not-saved'
  | CaptureProblem
  | SampleProblem;

/** A file that became no sample. */
export interface RefusedPhoto {
  /** The file's own name. */
  readonly file: string;
  readonly problem: PhotoProblem;
}

/** Several photographs of one person, as they are worked through and when all are done. */
export interface PhotoBatch {
  /** Whom they are of. */
  readonly name: string;
  readonly total: number;
  /** Files dealt with, whatever became of them. */
  readonly done: number;
  /** The file that is looked at now; null when none is. */
  readonly current: string | null;
  /** Files that became samples. */
  readonly taken: number;
  /** In the order of the files. */
  readonly refused: readonly RefusedPhoto[];
  /** The person who has the samples; null as long as there is none. */
  readonly personId: string | null;
}

/** The faces of a photograph among which somebody chooses. */
export interface FaceChoice {
  readonly file: string;
  readonly frame: Size;
  readonly boxes: readonly Box<'frame'>[];
}

/** Before the first file. */
export function openedBatch(name: string, total: number, personId: string | null): PhotoBatch {
  return { name, total, done: 0, current: null, taken: 0, refused: [], personId };
}

/** A file became a sample of this person. */
export function withTaken(batch: PhotoBatch, personId: string): PhotoBatch {
  return { ...batch, done: batch.done + 1, taken: batch.taken + 1, personId };
}

/** A file became none. */
export function withRefused(batch: PhotoBatch, file: string, problem: PhotoProblem): PhotoBatch {
  return { ...batch, done: batch.done + 1, refused: [...batch.refused, { file, problem }] };
}
