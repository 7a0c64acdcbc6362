/** Files that are either whole and right, or not there. */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AssetError } from './asset-error';

/** What the disk refuses: one sentence that names the path, the reason and the cure. */
export class FileError extends AssetError {
  override readonly name = 'FileError';

  /** `cause` is what Node or npm said. */
  constructor(path: string, use: 'read' | 'written', cause: unknown) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const reason = /^E[A-Z]+: ([^,]+)/.exec(said)?.[1] ?? said;
    super(
      isDiskFull(cause)
        ? `${path} cannot be written because the disk is full: free some space and run this again.`
        : `${path} cannot be ${use} (${reason}): put that right and run this again.`,
      { cause },
    );
  }
}

/** True when an error of Node's, or of a program's, says so. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && /\b(ENOSPC|EDQUOT)\b/.test(error.message);
}

/**
 * What the work gives.
 * @throws FileError about `path` when it fails.
 */
export async function onDisk<T>(path: string, use: 'read' | 'written', work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new FileError(path, use, error);
  }
}

/** Lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The file's bytes; null when there is no such file.
 * @throws FileError
 */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new FileError(path, 'read', error);
  }
}

/**
 * Writes beside the place, then moves: a power cut leaves the old file, the new one, or none, never half of one.
 * @throws FileError
 */
export async function writeAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
  await onDisk(path, 'written', writeAndMove(path, bytes));
}

async function writeAndMove(path: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.writing`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
