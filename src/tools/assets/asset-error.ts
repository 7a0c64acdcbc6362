/** An asset that cannot be had: one sentence that names the file and the cure. */
import type { Asset } from '../../core/manifest';
import { asItComes } from './as-it-comes';

export class AssetError extends Error {
  override readonly name: string = 'AssetError';
}

/** The error for an asset that could not be fetched, with the way to put it there by hand. */
export function unavailable(asset: Asset, publicDir: string, reason: string): AssetError {
  const { source } = asset;
  const { bytes, sha256 } = asItComes(asset);
  const origin =
    source.kind === 'npm'
      ? `${source.path} of the npm package ${source.package}@${source.version}`
      : `${source.path} of the GitHub repository ${source.repository} at commit ${source.commit}`;
  return new AssetError(
    `${asset.file} is not here and could not be fetched (${reason}): connect to the internet and run "npm run assets" ` +
      `again, or copy ${origin} (${bytes} bytes, SHA-256 ${sha256}) to ${publicDir}/${asset.file}.`,
  );
}
