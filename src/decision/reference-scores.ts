/**
 * How often strangers score how high: measured on reference photographs, shipped as a histogram, read as a false accept
 * rate for a cosine and the other way round. Rates of another camera and other people differ.
 */
import { RECOGNITION_MODELS, type RecognitionModelId } from '../core/model';
import scores128 from './reference/mobilefacenet-128.json' with { type: 'json' };
import scores512 from './reference/mobilefacenet-512.json' with { type: 'json' };

/** Impostor scores of one network, one image against one. Made by `npm run eval -- DIR --histogram FILE`. */
export interface ReferenceScores {
  readonly model: string;
  readonly pipeline: string;
  /** Pairs of strangers with a score each: the sum of `counts`. */
  readonly pairs: number;
  /** Images with a usable face. */
  readonly images: number;
  readonly people: number;
  /** Name of the photographs. */
  readonly source: string;
  /** Cosine at which the first bin begins; what lies below counts in that bin. */
  readonly min: number;
  readonly binWidth: number;
  readonly counts: readonly number[];
}

const REFERENCES: Readonly<Record<RecognitionModelId, ReferenceScores>> = {
  'mobilefacenet-128': scores128,
  'mobilefacenet-512': scores512,
};

/** Fewer strangers than this at or above a cosine say too little: beyond it the line through the tail is followed. */
const MIN_TAIL = 20;
/** Where that line begins. */
const LINE_START = 2000;

/** A false accept rate, and whether it was counted or follows from the line through the tail. */
export interface FalseAcceptRate {
  /** Share of strangers who score at least this, 0 to 1. */
  readonly far: number;
  readonly isExtrapolated: boolean;
}

/** The reference of a network; that of the first network for one that is not known. */
export function referenceOf(model: string): ReferenceScores {
  return REFERENCES[RECOGNITION_MODELS.find((id) => id === model) ?? RECOGNITION_MODELS[0]];
}

/** How often a stranger scores at least `cosine` against one template. */
export function farAt(reference: ReferenceScores, cosine: number): FalseAcceptRate {
  const tail = tailOf(reference);
  const position = (cosine - reference.min) / reference.binWidth;
  if (position <= 0) return { far: 1, isExtrapolated: false };
  const last = tail.lastCounted;
  if (position > last) {
    const { slope } = tail;
    return { far: 10 ** (tail.logFar(last) + slope * (position - last)), isExtrapolated: true };
  }
  const below = Math.floor(position);
  const share = position - below;
  const logFar = below === last ? tail.logFar(last) : tail.logFar(below) * (1 - share) + tail.logFar(below + 1) * share;
  return { far: 10 ** logFar, isExtrapolated: false };
}

/** Pairs of strangers in the reference who score at least `cosine`, or fall into its bin. */
export function strangersAt(reference: ReferenceScores, cosine: number): number {
  const bin = Math.floor((cosine - reference.min) / reference.binWidth);
  return reference.counts.slice(Math.max(0, bin)).reduce((sum, count) => sum + count, 0);
}

/** The cosine that a stranger reaches against one template this often. @param far between 0 and 1, both excluded. */
export function cosineFor(reference: ReferenceScores, far: number): number {
  let [low, high] = [reference.min, 1];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (farAt(reference, middle).far > far) low = middle;
    else high = middle;
  }
  return high;
}

interface Tail {
  /** log10 of the share of strangers at or above the beginning of bin `edge`. */
  readonly logFar: (edge: number) => number;
  /** The last edge with enough strangers at or above it. */
  readonly lastCounted: number;
  /** Change of the logarithm per bin along the line through the tail. */
  readonly slope: number;
}

const tails = new WeakMap<ReferenceScores, Tail>();

function tailOf(reference: ReferenceScores): Tail {
  const known = tails.get(reference);
  if (known !== undefined) return known;
  const atOrAbove: number[] = [];
  let sum = 0;
  for (let bin = reference.counts.length - 1; bin >= 0; bin -= 1) {
    sum += reference.counts[bin]!;
    atOrAbove[bin] = sum;
  }
  const logFar = (edge: number): number => Math.log10(atOrAbove[edge]! / reference.pairs);
  const lastCounted = atOrAbove.findLastIndex((count) => count >= MIN_TAIL);
  const lineStart = Math.min(lastCounted - 1, atOrAbove.findLastIndex((count) => count >= LINE_START));
  const slope = (logFar(lastCounted) - logFar(lineStart)) / (lastCounted - lineStart);
  const tail = { logFar, lastCounted, slope };
  tails.set(reference, tail);
  return tail;
}
