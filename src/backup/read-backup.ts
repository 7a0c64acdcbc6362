/** Reads a backup. Nothing of it is handed out before its last frame was opened and its end was found. */
import { PASSPHRASE_COST } from '../sealing/argon2';
import { BackupError } from './backup-error';
import { type Backup, ContentReader } from './content';
import { type FrameKey, frameKeyOf, HEADER_BYTES, openFrame, saltOf, SEALED_FRAME_BYTES } from './format';

const LENGTH_BYTES = 4;

/**
 * `onProgress` hears how much is read, 0 to 1.
 * @throws BackupError
 */
export async function readBackup(file: Blob, passphrase: string, onProgress: (share: number) => void = () => {}, cost = PASSPHRASE_COST): Promise<Backup> {
  const header = await bytesOf(file, 0, HEADER_BYTES);
  saltOf(header);
  const frames = Math.ceil((file.size - HEADER_BYTES) / SEALED_FRAME_BYTES);
  if (frames === 0) throw new BackupError('damaged');
  const key = await frameKeyOf(passphrase, header, cost);
  const content = new ContentReader();
  const entries = new EntrySplitter((entry) => content.add(entry));
  for (let number = 0; number < frames; number += 1) {
    entries.push(await readFrame(file, key, number, number === frames - 1));
    onProgress((number + 1) / frames);
  }
  entries.finish();
  return content.finish();
}

async function readFrame(file: Blob, key: FrameKey, number: number, isLast: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const start = HEADER_BYTES + number * SEALED_FRAME_BYTES;
  const sealed = await bytesOf(file, start, start + SEALED_FRAME_BYTES);
  try {
    return await openFrame(key, number, isLast, sealed);
  } catch (error) {
    throw new BackupError(number === 0 ? 'not-opened' : 'damaged', { cause: error });
  }
}

async function bytesOf(file: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(start, end).arrayBuffer());
  } catch (error) {
    throw new BackupError('unreadable', { cause: error });
  }
}

/** Puts entries together that frames have cut. */
class EntrySplitter {
  #waiting: Uint8Array[] = [];
  #size = 0;

  constructor(private readonly take: (entry: Uint8Array) => void) {}

  /** Takes the content of the next frame. */
  push(bytes: Uint8Array): void {
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    let wanted = this.#wanted();
    while (this.#size >= wanted) {
      this.take(this.#shift(wanted).subarray(LENGTH_BYTES));
      wanted = this.#wanted();
    }
  }

  /** @throws BackupError `malformed` when an entry is cut off. */
  finish(): void {
    if (this.#size > 0) throw new BackupError('malformed');
  }

  /** How many bytes the next entry takes with its length. */
  #wanted(): number {
    if (this.#size < LENGTH_BYTES) return Infinity;
    const head = this.#join(LENGTH_BYTES);
    return LENGTH_BYTES + new DataView(head.buffer, head.byteOffset).getUint32(0, true);
  }

  #shift(count: number): Uint8Array {
    const joined = this.#join(count);
    this.#waiting[0] = joined.subarray(count);
    this.#size -= count;
    return joined.subarray(0, count);
  }

  /** The first piece, at least `count` bytes long: pieces are only copied where an entry is cut. */
  #join(count: number): Uint8Array {
    const [first] = this.#waiting;
    if (first !== undefined && first.length >= count) return first;
    const joined = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#waiting) {
      joined.set(piece, at);
      at += piece.length;
    }
    this.#waiting = [joined];
    return joined;
  }
}
