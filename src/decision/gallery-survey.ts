/** Compares the samples of a gallery with one another: how alike a person is to themselves, and to everybody else. */
import { cosineOf, type Embedding, templateOf } from '../core/embedding';
import { type EmbeddingOrigin, isComparable } from '../core/model';
import type { Person } from './gallery';
import { SITTING_MS } from './thresholds';

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

/** Surveys a gallery one person at a time, so that a large one need not hold up the screen: pauses after each. */
export function* surveyGallery(people: readonly Person[], origin: EmbeddingOrigin): Generator<undefined, GallerySurvey> {
  const compared = people.flatMap((person) => comparedOf(person, origin));
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
    people: compared.length,
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

/** One or none: a person without a comparable sample is left out. */
function comparedOf({ name, samples }: Person, origin: EmbeddingOrigin): Compared[] {
  const comparable = samples.filter((sample) => isComparable(sample, origin));
  if (comparable.length === 0) return [];
  const embeddings = comparable.map(({ embedding }) => embedding);
  const times = comparable.map(({ capturedAtMs }) => capturedAtMs);
  const isOverTime = Math.max(...times) - Math.min(...times) > SITTING_MS;
  return [{ name, embeddings, template: templateOf(embeddings), isOverTime }];
}
