/** Sends every photograph through the pipeline, except those whose result is saved. */
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { EvalError } from './eval-error';
import type { Follow } from './follow';
import type { PhotoResult, Timings } from './photo-result';
import type { Photo } from './photos';
import { type Configuration, keyFor, type SavedResults } from './saved-results';
import { type PhotoReply, resultOf } from './worker-reply';

/** What a photograph is analysed with. */
export interface Bench {
  /** Starts the worker of this slot unless it runs already. */
  start(slot: number): Promise<unknown>;
  analyse(slot: number, photo: Uint8Array, maxSidePx: number, wishes: object, follow: Follow | null): Promise<PhotoReply>;
}

/** Longer side in pixels of the largest picture the camera gives: larger photographs are scaled down to it. */
export const MAX_SIDE_PX = 1280;

/** Workers that fail this often without a result in between will not get better by themselves. */
const MAX_FAULTS_IN_A_ROW = 3;

/**
 * How many workers are useful on so many cores. The networks of one use several cores already, but not while a
 * photograph is fetched and decoded: on two cores, two workers need two thirds of the time of one.
 */
export function usefulWorkers(cores = availableParallelism()): number {
  return Math.min(cores, Math.max(2, Math.floor(cores / 2)));
}

export interface Analysed {
  /** One for each photograph, in their order. */
  readonly results: readonly PhotoResult[];
  /** Of the photographs that were analysed in this run. */
  readonly timings: readonly Timings[];
}

interface Job {
  readonly dir: string;
  readonly photos: readonly Photo[];
  readonly configuration: Configuration;
  readonly follow: Follow | null;
  readonly saved: SavedResults;
  readonly workers: number;
  readonly onDone: () => void;
}

/** @throws EvalError when the workers keep failing. */
export async function analysePhotos(bench: Bench, { dir, photos, configuration, follow, saved, workers, onDone }: Job): Promise<Analysed> {
  const results: PhotoResult[] = new Array<PhotoResult>(photos.length);
  const timings: Timings[] = [];
  let next = 0;
  let faultsInARow = 0;

  async function resultFor(slot: number, photo: Photo): Promise<PhotoResult> {
    const bytes = await readFile(join(dir, photo.file)).catch(() => null);
    if (bytes === null) return { kind: 'failed', reason: 'the file cannot be read' };
    const key = keyFor(bytes, configuration);
    const known = saved.get(key);
    if (known !== undefined) return known;
    await bench.start(slot);
    const reply = await bench.analyse(slot, bytes, MAX_SIDE_PX, { detector: configuration.detector }, follow);
    const result = resultOf(reply);
    if (reply.kind === 'fault') {
      faultsInARow += 1;
      if (faultsInARow >= MAX_FAULTS_IN_A_ROW) {
        throw new EvalError(`The vision worker failed ${faultsInARow} times in a row (${reply.fault.detail}): run this again, which goes on from here.`);
      }
      return result;
    }
    faultsInARow = 0;
    if (reply.kind === 'outcome') timings.push(reply.timings);
    await saved.add(key, result);
    return result;
  }

  async function workThrough(slot: number): Promise<void> {
    while (next < photos.length) {
      const index = next;
      next += 1;
      results[index] = await resultFor(slot, photos[index]!);
      onDone();
    }
  }

  await Promise.all(Array.from({ length: workers }, (_, slot) => workThrough(slot)));
  return { results, timings };
}
