/** People with made-up embeddings, written straight into the database: enrolling them before a camera takes minutes. */
import type { Page } from '@playwright/test';
import { type Embedding, normalise } from '../../src/core/embedding';
import { PIPELINE_VERSION } from '../../src/core/model';
import { TEST_MODEL } from './project';

/** Those of the model that the tests are pinned to. */
const DIMENSIONS = 512;

/** A person to be made up. */
export interface SeededPerson {
  readonly name: string;
  readonly samples: number;
  /** How far samples stray from the person: 0.5 makes two of them score about 0.8. */
  readonly spread?: number;
  /** Somebody listed before, and the cosine to them. */
  readonly like?: { readonly name: string; readonly score: number };
}

/** Directions of people and of their samples; the same every time. */
export function seededEmbeddings(people: readonly SeededPerson[]): Map<string, Embedding[]> {
  const random = randomNumbers(7);
  const direction = (): Embedding => normalise(Float32Array.from({ length: DIMENSIONS }, random));
  const faces = new Map<string, Embedding>();
  return new Map(
    people.map(({ name, samples, spread = 0.5, like }) => {
      const model = like === undefined ? undefined : faces.get(like.name);
      const face = model === undefined || like === undefined ? direction() : blend(model, direction(), like.score);
      faces.set(name, face);
      return [name, Array.from({ length: samples }, () => blend(face, direction(), 1 / Math.hypot(1, spread)))];
    }),
  );
}

/** Writes them into the open page's database; Lintel knows them after a reload. */
export async function seedPeople(page: Page, people: readonly SeededPerson[]): Promise<void> {
  const records = [...seededEmbeddings(people)].map(([name, embeddings]) => ({
    name,
    embeddings: embeddings.map((embedding) => [...embedding]),
  }));
  await page.evaluate(
    async ({ people: written, model, pipeline }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database does not open.'));
      });
      const writing = database.transaction(['people', 'templates'], 'readwrite');
      for (const [index, { name, embeddings }] of written.entries()) {
        const personId = `seeded-${index}`;
        writing.objectStore('people').put({ id: personId, name, nameKey: name.toLowerCase(), enrolledAtMs: 1 });
        for (const [sample, numbers] of embeddings.entries()) {
          writing.objectStore('templates').put({
            id: `${personId}-${sample}`,
            personId,
            embedding: Float32Array.from(numbers),
            model,
            pipeline,
            capturedAtMs: 1,
            learntBy: 'enrolment',
            role: 'sample',
          });
        }
      }
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onerror = () => reject(new Error('The people were not written.'));
      });
      database.close();
    },
    { people: records, model: TEST_MODEL, pipeline: PIPELINE_VERSION },
  );
}

/** Writes so many people with one sample each, "Person 0" and on, made up in the page: their numbers are too many for a message. */
export async function seedCrowd(page: Page, count: number): Promise<void> {
  await page.evaluate(
    async ({ people, dimensions, model, pipeline }) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database does not open.'));
      });
      const writing = database.transaction(['people', 'templates'], 'readwrite', { durability: 'relaxed' });
      let state = 7;
      for (let index = 0; index < people; index += 1) {
        const embedding = new Float32Array(dimensions);
        let squares = 0;
        for (let i = 0; i < dimensions; i += 1) {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          embedding[i] = state / 2 ** 31 - 1;
          squares += embedding[i]! ** 2;
        }
        for (let i = 0; i < dimensions; i += 1) embedding[i]! /= Math.sqrt(squares);
        const [personId, name] = [`crowd-${index}`, `Person ${index}`];
        writing.objectStore('people').put({ id: personId, name, nameKey: name.toLowerCase(), enrolledAtMs: 1 });
        const made = { model, pipeline, capturedAtMs: 1, learntBy: 'enrolment', role: 'sample' };
        writing.objectStore('templates').put({ id: `${personId}-0`, personId, embedding, ...made });
      }
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onerror = () => reject(new Error('The crowd was not written.'));
      });
      database.close();
    },
    { people: count, dimensions: DIMENSIONS, model: TEST_MODEL, pipeline: PIPELINE_VERSION },
  );
}

/** At `cosine` to `towards`, in a direction that depends on `other`. */
function blend(towards: Embedding, other: Embedding, cosine: number): Embedding {
  const along = other.reduce((sum, value, index) => sum + value * towards[index]!, 0);
  const across = normalise(other.map((value, index) => value - along * towards[index]!));
  const sine = Math.sqrt(1 - cosine * cosine);
  return normalise(towards.map((value, index) => cosine * value + sine * across[index]!));
}

/** Numbers between −1 and 1, the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
