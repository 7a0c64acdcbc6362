/** Compares the samples of a gallery with one another: how alike a person is to themselves, and to everybody else. */
import { cosineOf, type Embedding, templateOf } from '../core/embedding';
import { type EmbeddingOrigin, isComparable } from '../core/model';
import { hasComparableSample, type Person } from './gallery';
import { SITTING_MS, SURVEYED_PEOPLE } from './thresholds';

/** The two people whose templates are most alike. */
export interface AlikePair {
  readonly first: string;
  readonly second: string;
  /** Cosine of their templates, −1 to 1. */
  readonly score: number;
}

/** What a gallery says about itself. Only people and samples that can be compared count. */
export interface GallerySurvey {
  /** The network that made the samples. */
  readonly model: string;
  readonly people: number;
  /** How many of them were compared with one another: all, or of a large gallery `SURVEYED_PEOPLE`. All that follows is about them. */
  readonly surveyed: number;
  readonly samples: number;
  /** People with two samples or more: nobody else can be compared with themselves. */
  readonly peopleWithSeveral: number;
  /** Those of them whose samples are from more than one sitting. */
  readonly peopleOverTime: number;
  /** Each sample against the template of the same person's other samples (leave-one-out): cosines, ascending. */
  readonly genuine: Float64Array;
  /** Each sample against the template of every other person: cosines, ascending. */
  readonly impostor: Float64Array;
  /** Null with fewer than two people. */
  readonly mostAlike: AlikePair | null;
}

interface Compared {
  readonly name: string;
  readonly embeddings: readonly Embedding[];
  readonly template: Embedding;
  readonly isOverTime: boolean;
}

/**
 * Surveys a gallery one person at a time, so that a large one need not hold up the screen: pauses after each. Comparisons
 * grow with the square of the people, so of more than `limit` only so many are compared, evenly spaced in their order.
 */
export function* surveyGallery(
  people: readonly Person[],
  origin: EmbeddingOrigin,
  limit = SURVEYED_PEOPLE,
): Generator<undefined, GallerySurvey> {
  const comparable: Person[] = [];
  for (const person of people) {
    if (hasComparableSample(person, origin)) comparable.push(person);
    yield;
  }
  const compared: Compared[] = [];
  for (const person of evenlySpaced(comparable, limit)) {
    compared.push(comparedOf(person, origin));
    yield;
  }
  const samples = compared.reduce((sum, { embeddings }) => sum + embeddings.length, 0);
  const genuine: number[] = [];
  const impostor = new Float64Array(samples * Math.max(0, compared.length - 1));
  let impostors = 0;
  let mostAlike: AlikePair | null = null;
  for (const [index, { name, embeddings, template }] of compared.entries()) {
    for (const [other, rival] of compared.entries()) {
      if (other === index) continue;
      for (const embedding of embeddings) {
        impostor[impostors] = cosineOf(embedding, rival.template);
        impostors += 1;
      }
      if (other < index) continue;
      const score = cosineOf(template, rival.template);
      if (mostAlike === null || score > mostAlike.score) mostAlike = { first: name, second: rival.name, score };
    }
    if (embeddings.length > 1) genuine.push(...embeddings.map((sample, left) => leftOut(embeddings, sample, left)));
    yield;
  }
  const several = compared.filter(({ embeddings }) => embeddings.length > 1);
  return {
    model: origin.model,
    people: comparable.length,
    surveyed: compared.length,
    samples,
    peopleWithSeveral: several.length,
    peopleOverTime: several.filter(({ isOverTime }) => isOverTime).length,
    genuine: Float64Array.from(genuine).sort(),
    impostor: impostor.sort(),
    mostAlike,
  };
}

/** The same at once. */
export function surveyOf(people: readonly Person[], origin: EmbeddingOrigin): GallerySurvey {
  const survey = surveyGallery(people, origin);
  for (;;) {
    const step = survey.next();
    if (step.done === true) return step.value;
  }
}

/** How many of the ascending scores are below `threshold`. */
export function countBelow(ascending: Float64Array, threshold: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

function leftOut(embeddings: readonly Embedding[], sample: Embedding, index: number): number {
  return cosineOf(sample, templateOf(embeddings.filter((_, other) => other !== index)));
}

/** So many of the items, from the first to nearly the last; all of them where they are no more. */
function evenlySpaced<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  return Array.from({ length: limit }, (_, index) => items[Math.floor((index * items.length) / limit)]!);
}

/** The person must have a comparable sample. */
function comparedOf({ name, samples }: Person, origin: EmbeddingOrigin): Compared {
  const comparable = samples.filter((sample) => isComparable(sample, origin));
  const embeddings = comparable.map(({ embedding }) => embedding);
  const times = comparable.map(({ capturedAtMs }) => capturedAtMs);
  const isOverTime = Math.max(...times) - Math.min(...times) > SITTING_MS;
  return { name, embeddings, template: templateOf(embeddings), isOverTime };
}
