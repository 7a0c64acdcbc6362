/** Which network made an embedding, and through which pipeline: the two never mix with others. */

/** The recognition networks Lintel knows. */
export const RECOGNITION_MODELS = ['mobilefacenet-128', 'mobilefacenet-512'] as const;

export type RecognitionModelId = (typeof RECOGNITION_MODELS)[number];

/**
 * [Note: pipeline version] Names the way from frame to embedding (points, alignment, preprocessing). Change it whenever
 * embeddings of the same photograph change: templates of different versions are never compared. Which detector gave the
 * box is not part of it, so that the setting can be changed without enrolling anew; the first look for landmarks, which
 * counts most, does depend on the box.
 */
export const PIPELINE_VERSION = 'five-points-3';

/**
 * The network that the predecessor used. Lintel's asset of this name holds the same weights.
 */
export const PREDECESSOR_MODEL: RecognitionModelId = 'mobilefacenet-128';

/** What an embedding was made with. */
export interface EmbeddingOrigin {
  readonly model: string;
  readonly pipeline: string;
}

/**
 * [Note: legacy templates] The embeddings in the predecessor's `faces_db.pkl`: its network, but faces as its detector
 * boxed them, stretched, and scaled to −1 to 1. They are comparable with nothing but embeddings made in the same way.
 */
export const LEGACY_ORIGIN: EmbeddingOrigin = { model: PREDECESSOR_MODEL, pipeline: 'predecessor' };

/** True when embeddings of the two may be compared. */
export function isComparable(a: EmbeddingOrigin, b: EmbeddingOrigin): boolean {
  return a.model === b.model && a.pipeline === b.pipeline;
}
