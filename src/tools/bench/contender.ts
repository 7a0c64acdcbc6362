/** Whoever analyses the frames: Lintel and everybody it is compared with. */
import type { Rounds } from './statistics';

/** What one contender measured on one frame: milliseconds by what they were spent on. */
export type Sample = Readonly<Record<string, number>>;

export interface Contender {
  /** By which the report knows it. */
  readonly id: ContenderId;
  /** What it runs on, for the report. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Analyses these frames, one after the other. */
  measure(frames: readonly number[]): Promise<readonly Sample[]>;
  close(): Promise<void>;
}

export type ContenderId =
  | { readonly program: 'lintel' | 'human' | 'face-api'; readonly threads: number }
  | { readonly program: 'opencv' | 'predecessor' | 'native'; readonly threads: 1 };

/** All that a contender measured. */
export interface Measured {
  readonly id: ContenderId;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly rounds: readonly (readonly Sample[])[];
}

/** How many rounds, and how many frames in each, so that no contender is always cut short by the others' work. */
export interface Course {
  readonly rounds: number;
  readonly framesPerRound: number;
  /** Frames there are: after the last comes the first. */
  readonly frames: number;
  /** Between two contenders, so that threads that still spin do not slow the next. */
  readonly restMs: number;
}

/**
 * Lets everybody take turns on the same frames. A contender that fails is left out from then on, and `onFailed` hears
 * why.
 */
export async function interleave(
  contenders: readonly Contender[],
  course: Course,
  onRound: () => void,
  onFailed: (id: ContenderId, error: unknown) => void,
): Promise<Measured[]> {
  const measured = new Map(contenders.map((contender) => [contender, [] as (readonly Sample[])[]]));
  for (let round = 0; round < course.rounds; round += 1) {
    const first = round * course.framesPerRound;
    const frames = Array.from({ length: course.framesPerRound }, (_, index) => (first + index) % course.frames);
    for (const [contender, rounds] of measured) {
      try {
        rounds.push(await contender.measure(frames));
      } catch (error) {
        onFailed(contender.id, error);
        measured.delete(contender);
      }
      await new Promise((resolve) => setTimeout(resolve, course.restMs));
    }
    onRound();
  }
  return [...measured].map(([{ id, facts }, rounds]) => ({ id, facts, rounds }));
}

/** One column of what was measured; samples without it are left out. */
export function column({ rounds }: Measured, name: string): Rounds {
  return rounds.map((samples) => samples.flatMap(({ [name]: value }) => (value === undefined ? [] : [value])));
}
