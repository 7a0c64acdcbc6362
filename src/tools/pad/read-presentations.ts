/** Sends every presentation through the pipeline and keeps what is read of its liveness. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LivenessReading } from '../../core/liveness';
import { PASSIVE } from '../../decision/liveness/limits';
import type { DetectorSettings } from '../../inference/protocol';
import { MAX_SIDE_PX } from '../eval/analyse-photos';
import { EvalError } from '../eval/eval-error';
import type { Follow } from '../eval/follow';
import type { Timings } from '../eval/photo-result';
import type { FilmSteps } from '../eval/vision-bench';
import { type PhotoReply, resultOf } from '../eval/worker-reply';
import { picturesOfMjpeg } from './mjpeg';
import type { Presentation } from './presentations';

/** What a presentation is analysed with. */
export interface PadBench {
  /** Starts the worker of this slot unless it runs already. */
  start(slot: number): Promise<unknown>;
  analyse(slot: number, photo: Uint8Array, maxSidePx: number, wishes: object, follow: Follow | null): Promise<PhotoReply>;
  analyseFilm(slot: number, film: Uint8Array, maxSidePx: number, wishes: object, follow: Follow | null, steps: FilmSteps): Promise<PhotoReply[]>;
}

/** By which detector, and whether a face that was found is followed. */
export interface HowToRead {
  readonly detector: DetectorSettings;
  readonly follow: Follow | null;
}

export interface ReadPresentation extends Presentation {
  /** What stands for one track; empty or too few when it could not be read. */
  readonly readings: readonly LivenessReading[];
  /** Why there are too few readings, in a few words; null where there are enough. */
  readonly reason: string | null;
}

export interface ReadAll {
  readonly presentations: readonly ReadPresentation[];
  /** Of every picture that was read. */
  readonly timings: readonly Timings[];
}

/** A film is looked at five times a second, for its first ten seconds. */
const STEPS: FilmSteps = { stepSeconds: 0.2, maxPictures: 50 };

/**
 * Reads each presentation, in their order.
 * @throws EvalError when the worker fails.
 */
export async function readPresentations(bench: PadBench, dir: string, presentations: readonly Presentation[], how: HowToRead, onDone: () => void): Promise<ReadAll> {
  const timings: Timings[] = [];
  const read: ReadPresentation[] = [];
  for (const presentation of presentations) {
    const bytes = await readFile(join(dir, presentation.file)).catch(() => null);
    await bench.start(0);
    const replies = bytes === null ? [{ kind: 'unreadable' } as const] : await repliesTo(bench, bytes, presentation.medium, how);
    for (const reply of replies) {
      if (reply.kind === 'fault') throw new EvalError(`The vision worker failed (${reply.fault.code}: ${reply.fault.detail}): run "npm start" once, which puts its files right.`);
      if (reply.kind === 'outcome') timings.push(reply.timings);
    }
    read.push({ ...presentation, ...readingsOf(presentation.medium, replies) });
    onDone();
  }
  return { presentations: read, timings };
}

async function repliesTo(bench: PadBench, bytes: Uint8Array, medium: Presentation['medium'], { detector, follow }: HowToRead): Promise<PhotoReply[]> {
  const wishes = { detector, wantsLiveness: true };
  switch (medium) {
    case 'photograph':
      return [await bench.analyse(0, bytes, MAX_SIDE_PX, wishes, follow)];
    case 'film':
      return bench.analyseFilm(0, bytes, MAX_SIDE_PX, wishes, follow, STEPS);
    case 'mjpeg': {
      const replies: PhotoReply[] = [];
      for (const picture of picturesOfMjpeg(bytes, STEPS.stepSeconds, STEPS.maxPictures)) {
        replies.push(await bench.analyse(0, picture, MAX_SIDE_PX, wishes, follow));
      }
      return replies;
    }
  }
}

/**
 * The readings that stand for one track. A photograph alone is taken for a camera that sees the same again: its one
 * reading counts as often as the score needs readings.
 */
function readingsOf(medium: Presentation['medium'], replies: readonly PhotoReply[]): Pick<ReadPresentation, 'readings' | 'reason'> {
  const own = replies.flatMap((reply) => (reply.kind === 'outcome' && reply.outcome.liveness !== undefined ? [reply.outcome.liveness] : []));
  const readings = medium === 'photograph' ? own.flatMap((reading) => new Array<LivenessReading>(PASSIVE.minReadings).fill(reading)) : own;
  return { readings, reason: readings.length >= PASSIVE.minReadings ? null : reasonOf(replies, own.length) };
}

function reasonOf(replies: readonly PhotoReply[], readings: number): string {
  if (readings > 0) return `a face in ${readings} of ${replies.length} pictures, and ${PASSIVE.minReadings} are needed`;
  const [first] = replies;
  if (first === undefined) return 'there is no picture in it';
  const result = resultOf(first);
  return result.kind === 'failed' ? result.reason : 'its liveness was not read';
}
