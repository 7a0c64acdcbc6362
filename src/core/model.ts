/** Which network made an embedding, and through which pipeline: the two never mix with others. */

/** The recognition networks Lintel knows. */
export const RECOGNITION_MODELS = ['mobilefacenet-128', 'mobilefacenet-512'] as const;

export type RecognitionModelId = (typeof RECOGNITION_MODELS)[number];

/**
 * Names the way from frame to embedding (detector, points, alignment). Change it whenever embeddings of the same
 * photograph change: templates of different versions are never compared.
 */
export const PIPELINE_VERSION = 'haar-landmarks-1';

/** What an embedding was made with. */
export interface EmbeddingOrigin {
  readonly model: string;
  readonly pipeline: string;
}

/** True when embeddings of the two may be compared. */
export function isComparable(a: EmbeddingOrigin, b: EmbeddingOrigin): boolean {
  return a.model === b.model && a.pipeline === b.pipeline;
}
