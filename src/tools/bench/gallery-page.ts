/** Runs in a blank page of Lintel's origin: the production modules on galleries of made-up people. */
/// <reference lib="dom" />
/// <reference types="vite/client" />
import { KnownPeople } from '../../app/known-people';
import { Matcher } from '../../app/matcher';
import { PeopleDesk } from '../../app/people-desk';
import { ViewModel } from '../../app/view-model';
import { bestRows } from '../../core/best-rows';
import { type Embedding, normalise } from '../../core/embedding';
import { PIPELINE_VERSION } from '../../core/model';
import type { Gallery, Person } from '../../decision/gallery';
import { LISTED_PEOPLE } from '../../decision/thresholds';
import type { Vote } from '../../decision/vote';
import { createMatchWorker } from '../../app/create-match-worker';
import { MatchEngine } from '../../inference/client/match-engine';
import { openStore } from '../../store/store';

export interface GalleryTask {
  readonly people: number;
  readonly dimensions: 128 | 512;
  /** How often matching, adding and deleting are measured. */
  readonly repeats: number;
}

/** Times of one gallery, in milliseconds; lists are one entry per repetition. */
export interface GalleryTimes {
  /** From a closed database to a gallery that can be matched. */
  readonly loadMs: number;
  /** The longest task of the main thread while loading, 0 where none took 50 ms. */
  readonly longestTaskMs: number;
  /** One pass over all templates, on the page's own thread. */
  readonly matchMs: readonly number[];
  /** A whole vote of a capture that has voted before, as the session waits for it: two passes, in the worker when large. */
  readonly voteMs: readonly number[];
  /** From an embedding to a person on the disk and in the gallery, and the part of it that is not the disk's. */
  readonly addMs: readonly number[];
  readonly addInMemoryMs: readonly number[];
  readonly deleteMs: readonly number[];
  /** What the page and its workers hold with this gallery loaded and without, in bytes; null where Chromium does not say. */
  readonly memoryBytes: number | null;
  readonly emptyBytes: number | null;
}

/** People written to the database in one transaction. */
const BATCH = 2000;

/** Numbers between −1 and 1, the same every time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

async function time(run: () => unknown): Promise<number> {
  const startMs = performance.now();
  await run();
  return performance.now() - startMs;
}

async function measuredBytes(): Promise<number | null> {
  const measure = Reflect.get(performance, 'measureUserAgentSpecificMemory') as (() => Promise<{ bytes: number }>) | undefined;
  return measure === undefined ? null : (await measure.call(performance)).bytes;
}

/** Writes people many at a time: one by one, each would be a durable write of its own. */
async function seed({ people, dimensions }: GalleryTask, random: () => number): Promise<void> {
  const store = await openStore({ onPeopleChanged: () => {}, onLockChanged: () => {}, onLost: () => {} });
  const origin = { model: `mobilefacenet-${dimensions}`, pipeline: PIPELINE_VERSION };
  for (let from = 0; from < people; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, people - from) }, (_, at): Person => {
      const index = from + at;
      const embedding = normalise(Float32Array.from({ length: dimensions }, random));
      const sample = { id: crypto.randomUUID(), embedding, ...origin, capturedAtMs: index, learntBy: 'enrolment' as const };
      return { id: crypto.randomUUID(), name: `Person ${(index * 7919) % people}`, enrolledAtMs: index, samples: [sample], denials: [] };
    });
    await store.restore(batch, { replacesAll: false, settings: null });
  }
}

async function measure(task: GalleryTask): Promise<GalleryTimes> {
  const random = randomNumbers(7);
  const face = (): Embedding => normalise(Float32Array.from({ length: task.dimensions }, random));
  await seed(task, random);
  const emptyBytes = await measuredBytes();

  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ type: 'longtask' });
  const desk = new PeopleDesk(new ViewModel(() => {}), () => {});
  await desk.useOrigin({ model: `mobilefacenet-${task.dimensions}`, pipeline: PIPELINE_VERSION });
  const loadMs = await time(async () => desk.open(await openStore({ onPeopleChanged: () => {}, onLockChanged: () => {}, onLost: () => {} })));
  // Tasks are reported a moment after they end.
  await new Promise((resolve) => setTimeout(resolve, 200));
  observer.disconnect();

  const gallery = desk.gallery!;
  const repeated = async (run: () => Promise<number>): Promise<number[]> => {
    const times: number[] = [];
    for (let index = 0; index < task.repeats; index += 1) times.push(await run());
    return times;
  };
  const matchMs = await repeated(() => {
    const vector = face();
    return time(() => bestRows({ rows: gallery.proper.rows, vector, limit: LISTED_PEOPLE }));
  });
  const voteMs = await votesOf(gallery, face, repeated);
  const added: string[] = [];
  const addMs = await repeated(async () => {
    const [name, embedding] = [`Newcomer ${added.length}`, face()];
    return time(async () => added.push((await desk.enrol(name, embedding, 0, 'enrolment'))!.personId));
  });
  const addInMemoryMs = await inMemory(desk.everybody, gallery, desk.withId(added[0]!)!, repeated);
  const memoryBytes = await measuredBytes();
  const deleteMs = await repeated(() => time(() => desk.delete(added.pop()!)));
  if (gallery.size !== task.people) throw new Error(`The gallery holds ${gallery.size} instead of ${task.people} people.`);
  return { loadMs, longestTaskMs, matchMs, voteMs, addMs, addInMemoryMs, deleteMs, memoryBytes, emptyBytes };
}

type Repeated = (run: () => Promise<number>) => Promise<number[]>;

async function votesOf(gallery: Gallery, face: () => Embedding, repeated: Repeated): Promise<number[]> {
  const engine = new MatchEngine(createMatchWorker);
  const matcher = new Matcher((searches) => engine.find(searches));
  const first: Vote = (await matcher.vote(gallery, { embedding: face(), legacy: null }, [], null)).scores;
  return repeated(() => time(() => matcher.vote(gallery, { embedding: face(), legacy: null }, [first], null)));
}

/** Taking a person in, without the disk. */
async function inMemory(people: readonly Person[], gallery: Gallery, newcomer: Person, repeated: Repeated): Promise<number[]> {
  const work = KnownPeople.of(people, gallery.origin);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const known = step.value;
  return repeated(() => {
    known.delete(newcomer.id);
    return time(() => known.put(newcomer));
  });
}

Object.assign(globalThis, { lintelGallery: { measure } });
