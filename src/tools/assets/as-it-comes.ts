/** An asset's file as its source gives it, before it is prepared. */
import type { Asset } from '../../core/manifest';

export function asItComes({ bytes, sha256, prepared }: Asset): { readonly bytes: number; readonly sha256: string } {
  return prepared === null ? { bytes, sha256 } : { bytes: prepared.fromBytes, sha256: prepared.fromSha256 };
}
