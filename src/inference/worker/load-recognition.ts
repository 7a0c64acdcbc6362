/** Fetches the recognition network that somebody chose, or the installed one in its place. */
import { Fault } from '../../core/fault';
import { type Asset, assetById, type Installed, type Manifest } from '../../core/manifest';
import { loadAsset, type OnBytes } from './load-asset';

export interface LoadedRecognition {
  readonly asset: Asset;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The chosen network, where it could not be had; else null. */
  readonly missing: string | null;
}

/** The network to load: the chosen one where it is there, else the installed one. @throws Fault `asset-damaged`. */
export function chosenRecognition(manifest: Manifest, installed: Installed, chosen: string | null): Asset {
  const isThere = chosen !== null && installed.present.includes(chosen) && isKnown(manifest, chosen);
  return recognitionAsset(manifest, isThere ? chosen : installed.recognition);
}

/**
 * The file of `asset`, which `chosenRecognition` gave. A chosen network whose file is not there or not right gives way
 * to the installed one: people enrolled with that can be recognised, and whoever chose hears of it.
 * @throws Fault `asset-missing`, `asset-truncated` or `asset-damaged` about the installed network.
 */
export async function loadRecognition(
  asset: Asset,
  { manifest, installed, chosen }: { manifest: Manifest; installed: Installed; chosen: string | null },
  onBytes: OnBytes,
): Promise<LoadedRecognition> {
  const missing = chosen === null || chosen === asset.id ? null : chosen;
  try {
    return { asset, bytes: await loadAsset(asset, onBytes), missing };
  } catch (error) {
    if (asset.id === installed.recognition || !(error instanceof Fault)) throw error;
    const fallback = recognitionAsset(manifest, installed.recognition);
    return { asset: fallback, bytes: await loadAsset(fallback, onBytes), missing: asset.id };
  }
}

function isKnown(manifest: Manifest, id: string): boolean {
  return manifest.assets.some((asset) => asset.id === id && asset.role === 'recognition');
}

function recognitionAsset(manifest: Manifest, id: string): Asset {
  if (!isKnown(manifest, id)) throw new Fault('asset-damaged', 'models/manifest.json');
  return assetById(manifest, id);
}
