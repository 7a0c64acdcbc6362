/** An asset that cannot be had: one sentence that names the file and the cure. */
import type { Asset } from '../../core/manifest';

export class AssetError extends Error {
  override readonly name = 'AssetError';
}

/** The error for an asset that could not be fetched, with the way to put it there by hand. */
export function unavailable(asset: Asset, publicDir: string, reason: string): AssetError {
  const { source } = asset;
  const { fromBytes, fromSha256 } = asset.prepared ?? { fromBytes: asset.bytes, fromSha256: asset.sha256 };
  const origin =
    source.kind === 'npm'
      ? `${source.path} of the npm package ${source.package}@${source.version}`
      : `${source.path} of the GitHub repository ${source.repository} at commit ${source.commit}`;
  return new AssetError(
    `${asset.file} is not here and could not be fetched (${reason}): connect to the internet and run "npm run assets" ` +
      `again, or copy ${origin} (${fromBytes} bytes, SHA-256 ${fromSha256}) to ${publicDir}/${asset.file}.`,
  );
}
