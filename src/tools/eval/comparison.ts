/** Compares photographs: all with all, or the pairs of a file. */
import type { ScoreSets } from '../../decision/error-rates';
import { ScoreHistogram } from '../../decision/score-histogram';
import type { PhotoPair } from './pairs-file';
import type { PhotoResult } from './photo-result';
import type { Photo } from './photos';
import { type ScoredPair, WorstPairs } from './worst-pairs';

export interface Comparison extends ScoreSets {
  /** For the accuracy. One fold: nothing was held back to choose a threshold on. */
  readonly folds: readonly ScoreSets[];
  /** The worst first; pairs without a score are not among them. */
  readonly worstGenuine: readonly ScoredPair[];
  readonly worstImpostor: readonly ScoredPair[];
}

/** As many as Labeled Faces in the Wild has. */
const FOLDS = 10;

/** Scores as they come. */
class Tally {
  readonly genuine = new ScoreHistogram();
  readonly impostor = new ScoreHistogram();
  readonly #worstGenuine = new WorstPairs('lowest');
  readonly #worstImpostor = new WorstPairs('highest');

  constructor(
    readonly photos: readonly Photo[],
    readonly results: readonly PhotoResult[],
  ) {}

  /** Compares two photographs; a failed one is a rejection, here and in `fold`. */
  add(a: number, b: number, isGenuine: boolean, fold: ScoreSets | null): void {
    const [first, second] = [this.results[a]!, this.results[b]!];
    const own = isGenuine ? this.genuine : this.impostor;
    const folded = fold === null ? null : isGenuine ? fold.genuine : fold.impostor;
    if (first.kind === 'failed' || second.kind === 'failed') {
      own.addRejections();
      folded?.addRejections();
      return;
    }
    const score = dot(first.embedding, second.embedding);
    own.add(score);
    folded?.add(score);
    const worst = isGenuine ? this.#worstGenuine : this.#worstImpostor;
    if (worst.wants(score)) worst.add({ a: this.photos[a]!.file, b: this.photos[b]!.file, score });
  }

  comparison(folds: readonly ScoreSets[]): Comparison {
    return {
      genuine: this.genuine,
      impostor: this.impostor,
      folds: folds.length < 2 ? [this] : folds,
      worstGenuine: this.#worstGenuine.pairs,
      worstImpostor: this.#worstImpostor.pairs,
    };
  }
}

/** The pairs of a file, fold by fold. */
export function comparePairs(photos: readonly Photo[], results: readonly PhotoResult[], pairs: readonly (readonly PhotoPair[])[]): Comparison {
  const tally = new Tally(photos, results);
  const folds = pairs.map((fold) => {
    const sets = emptySets();
    for (const { a, b, isGenuine } of fold) tally.add(a, b, isGenuine, sets);
    return sets;
  });
  return tally.comparison(folds);
}

/**
 * Every image with every other. The folds hold people, so that nobody is in two of them, and the pairs within each.
 * `onRow` is called once for each image.
 */
export function compareAll(photos: readonly Photo[], results: readonly PhotoResult[], onRow: () => void): Comparison {
  const tally = new Tally(photos, results);
  const { folds, foldOf } = foldsOfPeople(photos);
  for (let a = 0; a < photos.length; a += 1) {
    const { person } = photos[a]!;
    const fold = foldOf.get(person)!;
    for (let b = a + 1; b < photos.length; b += 1) {
      const other = photos[b]!.person;
      tally.add(a, b, other === person, foldOf.get(other) === fold ? folds[fold]! : null);
    }
    onRow();
  }
  return tally.comparison(folds);
}

/** Spreads people over folds of which each has at least two people with two images, and so pairs of both kinds. */
function foldsOfPeople(photos: readonly Photo[]): { folds: ScoreSets[]; foldOf: Map<string, number> } {
  const counts = new Map<string, number>();
  for (const { person } of photos) counts.set(person, (counts.get(person) ?? 0) + 1);
  const byImages = [...counts].sort(([, a], [, b]) => Math.min(b, 2) - Math.min(a, 2)).map(([person]) => person);
  const withPairs = [...counts.values()].filter((count) => count > 1).length;
  const folds = Math.max(1, Math.min(FOLDS, Math.floor(withPairs / 2)));
  return {
    folds: Array.from({ length: folds }, emptySets),
    foldOf: new Map(byImages.map((person, index) => [person, index % folds])),
  };
}

function emptySets(): ScoreSets {
  return { genuine: new ScoreHistogram(), impostor: new ScoreHistogram() };
}

/** The cosine of two vectors of unit length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
