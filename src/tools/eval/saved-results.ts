/** Keeps what the pipeline made of each photograph, so that an evaluation that was cut off goes on where it was. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { PhotoResult } from './photo-result';

/** Whatever changes a result: photographs analysed under another configuration are analysed again. */
export interface Configuration {
  readonly model: string;
  readonly pipeline: string;
  /** The worker's script, whose name has a hash of what is in it, and the SHA-256 of every file it has loaded. */
  readonly worker: readonly string[];
  /** The shortest raw embedding that counts as a face, by detector: the manifest says it, and no file's hash. */
  readonly minLength: object;
  readonly detector: object;
  /** How a photograph is made ready for the worker. */
  readonly preparation: object;
}

/** The name of the file that results of this configuration belong in. */
export function fileNameFor(configuration: Configuration): string {
  return `${configuration.model}-${hashOf(configuration).slice(0, 16)}.jsonl`;
}

/** What a result is found by: SHA-256 over the photograph's bytes and the configuration. */
export function keyFor(bytes: Uint8Array, configuration: Configuration): string {
  return createHash('sha256').update(bytes).update(hashOf(configuration)).digest('hex');
}

/** The saved results of one file. A line that was cut off counts as not there. */
export class SavedResults {
  readonly #results: Map<string, PhotoResult>;
  readonly #file: FileHandle;

  private constructor(results: Map<string, PhotoResult>, file: FileHandle) {
    this.#results = results;
    this.#file = file;
  }

  /** Reads what is there; with `isFresh` nothing is believed, and new results replace the old ones. */
  static async open(path: string, isFresh: boolean): Promise<SavedResults> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, isFresh ? 'w' : 'a', 0o600);
    const results = isFresh ? new Map<string, PhotoResult>() : await readResults(path);
    // Whatever a power cut left of the last line ends here.
    if ((await file.stat()).size > 0) await file.write('\n');
    return new SavedResults(results, file);
  }

  get(key: string): PhotoResult | undefined {
    return this.#results.get(key);
  }

  async add(key: string, result: PhotoResult): Promise<void> {
    this.#results.set(key, result);
    await this.#file.write(`${JSON.stringify({ key, ...encoded(result) })}\n`);
  }

  async close(): Promise<void> {
    await this.#file.close();
  }
}

function encoded(result: PhotoResult): object {
  if (result.kind === 'failed') return result;
  const { buffer, byteOffset, byteLength } = result.embedding;
  return { ...result, embedding: Buffer.from(buffer, byteOffset, byteLength).toString('base64') };
}

async function readResults(path: string): Promise<Map<string, PhotoResult>> {
  const results = new Map<string, PhotoResult>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const entry = decoded(line);
    if (entry !== null) results.set(entry.key, entry.result);
  }
  return results;
}

function decoded(line: string): { key: string; result: PhotoResult } | null {
  try {
    const { key, kind, reason, pipeline, embedding } = JSON.parse(line) as Partial<Record<string, string>>;
    if (key === undefined) return null;
    if (kind === 'failed' && reason !== undefined) return { key, result: { kind, reason } };
    if (kind !== 'embedded' || pipeline === undefined || embedding === undefined) return null;
    const bytes = Uint8Array.from(Buffer.from(embedding, 'base64'));
    return { key, result: { kind, pipeline, embedding: new Float32Array(bytes.buffer) } };
  } catch {
    return null;
  }
}

function hashOf(configuration: Configuration): string {
  const { model, pipeline, worker, minLength, detector, preparation } = configuration;
  return createHash('sha256').update(JSON.stringify([model, pipeline, worker, minLength, detector, preparation])).digest('hex');
}
