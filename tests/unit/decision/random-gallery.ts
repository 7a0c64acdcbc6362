/** Galleries and frames made by chance, the same for the same seed. */
import { type Embedding, normalise } from '../../../src/core/embedding';
import { LEGACY_ORIGIN, PIPELINE_VERSION } from '../../../src/core/model';
import type { Person, Sample } from '../../../src/decision/gallery';
import type { Probe } from '../../../src/decision/verdict';

export const ORIGIN = { model: 'mobilefacenet-128', pipeline: PIPELINE_VERSION };

/** So few that people come close to one another. */
const DIMENSIONS = 9;

/** Numbers between 0 and 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function randomFace(random: () => number): Embedding {
  return normalise(Float32Array.from({ length: DIMENSIONS }, () => random() * 2 - 1));
}

/** About a third have only a template of the predecessor, and about a third have denials. */
export function randomPeople(random: () => number, count: number): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const sample = (origin: typeof ORIGIN): Sample => ({ ...origin, id: 's', embedding: randomFace(random), capturedAtMs: 0, learntBy: 'enrolment' });
    const isLegacy = random() < 0.3;
    const denials = random() < 0.3 ? [sample(ORIGIN), sample(ORIGIN)] : [];
    return { id: `id-${index}`, name: `Person ${index}`, enrolledAtMs: 0, samples: [sample(isLegacy ? LEGACY_ORIGIN : ORIGIN)], denials };
  });
}

/** Frames of one face, each a little different; some cannot be compared in the predecessor's way. */
export function randomFrames(random: () => number, count: number): Probe[] {
  const [face, legacyFace] = [randomFace(random), randomFace(random)];
  const near = (one: Embedding): Embedding => normalise(one.map((value) => value + (random() - 0.5) * 0.6));
  return Array.from({ length: count }, () => ({ embedding: near(face), legacy: random() < 0.7 ? near(legacyFace) : null }));
}
