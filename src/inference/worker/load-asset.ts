/** Fetches models and cascade and believes none of them before its length and SHA-256 are right. */
import { Fault } from '../../core/fault';
import { type Asset, type Installed, type Manifest, parseInstalled, parseManifest } from '../../core/manifest';
import { fetchFile } from './fetch-file';

/** Called with the bytes that just arrived. */
export type OnBytes = (bytes: number) => void;

/**
 * One asset as bytes.
 * @throws Fault `asset-missing`, `asset-truncated` or `asset-damaged`, each naming the file.
 */
export async function loadAsset(asset: Asset, onBytes: OnBytes): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetchFile(`/${asset.file}`, asset.file);
  const bytes = await readAll(response, asset, onBytes);
  if ((await sha256Of(bytes)) !== asset.sha256) throw new Fault('asset-damaged', asset.file);
  return bytes;
}

/** The manifest. @throws Fault `asset-missing` or `asset-damaged`. */
export function loadManifest(): Promise<Manifest> {
  return loadJson('models/manifest.json', parseManifest);
}

/** Which recognition model is installed. @throws Fault `asset-missing` or `asset-damaged`. */
export function loadInstalled(): Promise<Installed> {
  return loadJson('models/installed.json', parseInstalled);
}

async function loadJson<T>(file: string, parse: (raw: unknown) => T): Promise<T> {
  const response = await fetchFile(`/${file}`, file);
  try {
    return parse(await response.json());
  } catch (error) {
    throw new Fault('asset-damaged', file, { cause: error });
  }
}

async function readAll({ body }: { readonly body: ReadableStream<Uint8Array> }, asset: Asset, onBytes: OnBytes): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(asset.bytes);
  const reader = body.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new Fault('asset-truncated', asset.file, { cause: error });
    });
    if (done) break;
    if (received + value.length > asset.bytes) {
      await reader.cancel();
      throw new Fault('asset-truncated', asset.file);
    }
    bytes.set(value, received);
    received += value.length;
    onBytes(value.length);
  }
  if (received !== asset.bytes) throw new Fault('asset-truncated', asset.file);
  return bytes;
}

/** Lower-case hex. */
export async function sha256Of(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
