/** Embeds a face once more, in the predecessor's way. */
import { type Embedding, lengthOf, normalise } from '../../core/embedding';
import type { Box } from '../../core/geometry';
import { legacyBoxOf, stretchFace } from '../../vision/legacy-face';
import type { FramePixels } from '../../vision/pixels';

/** What Haar found, and how to embed what was found. */
export interface LegacyParts {
  readonly pixels: FramePixels;
  readonly haar: readonly Box<'frame'>[];
  /** The box of the judged face. */
  readonly judged: Box<'frame'>;
  /** The raw embedding of a stretched face. */
  readonly embed: (face: Float32Array) => Promise<Float32Array>;
}

/** Null when Haar has no box of the judged face, or the network nothing to say of it. */
export async function legacyEmbeddingOf({ pixels, haar, judged, embed }: LegacyParts): Promise<Embedding | null> {
  const box = legacyBoxOf(haar, judged);
  if (box === null) return null;
  const raw = await embed(stretchFace(pixels, box));
  const length = lengthOf(raw);
  return length > 0 && Number.isFinite(length) ? normalise(raw) : null;
}
