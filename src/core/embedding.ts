/** Embeddings: the numbers a network makes of a face, at unit length. */

declare const unitLength: unique symbol;

/**
 * A face as a vector of unit length, 128 or 512 numbers long. Personal data: a face can be approximated from it.
 * Made only by `normalise()`, so the dot product of two of them is their cosine.
 */
export type Embedding = Float32Array & { readonly [unitLength]: true };

/** The Euclidean length of a vector. */
export function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}

/**
 * A copy of `vector` at unit length.
 * @throws RangeError when its length is zero or not finite: no direction, so no embedding.
 */
export function normalise(vector: Float32Array): Embedding {
  const length = lengthOf(vector);
  if (!(length > 0) || !Number.isFinite(length)) throw new RangeError('A vector without length has no direction.');
  // A loop, since galleries are made of very many of these: `map` takes several times as long.
  const unit = new Float32Array(vector.length);
  for (let i = 0; i < unit.length; i += 1) unit[i] = vector[i]! / length;
  return unit as Float32Array as Embedding;
}

/**
 * Cosine similarity, −1 (opposite) to 1 (the same); higher is more alike. It is a score, not a probability.
 * @throws RangeError when the two have different dimensions (different networks).
 */
export function cosineOf(a: Embedding, b: Embedding): number {
  if (a.length !== b.length) throw new RangeError(`Cannot compare ${a.length} numbers with ${b.length}.`);
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return Math.min(1, Math.max(-1, sum));
}

/**
 * The template of one person: the normalised mean of the embeddings of their samples.
 * @throws RangeError when there is none, or when they cancel out.
 */
export function templateOf(samples: readonly Embedding[]): Embedding {
  const [first] = samples;
  if (first === undefined) throw new RangeError('A template needs at least one sample.');
  const sum = new Float32Array(first.length);
  for (const sample of samples) {
    if (sample.length !== sum.length) throw new RangeError('The samples of a template must come from one network.');
    for (let i = 0; i < sum.length; i += 1) sum[i]! += sample[i]!;
  }
  return normalise(sum);
}
