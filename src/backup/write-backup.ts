/** Writes a backup, a frame at a time: it never holds the whole file. */
import { PASSPHRASE_COST, SALT_BYTES } from '../sealing/argon2';
import { type BackupContent, entriesOf, entryCount } from './content';
import { FORMAT_VERSIONS, FRAME_BYTES, frameKeyOf, makeHeader, sealFrame } from './format';

/** Takes the bytes of a file in order. */
export type Sink = (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

const LENGTH_BYTES = 4;

/** `onProgress` hears how much is written, 0 to 1. @throws whatever `sink` throws. */
export async function writeBackup(content: BackupContent, passphrase: string, sink: Sink, onProgress: (share: number) => void = () => {}, cost = PASSPHRASE_COST): Promise<void> {
  const header = makeHeader(crypto.getRandomValues(new Uint8Array(SALT_BYTES)), content.log === undefined ? FORMAT_VERSIONS.withoutLog : FORMAT_VERSIONS.withLog);
  const key = await frameKeyOf(passphrase, header, cost);
  await sink(header);
  const entries = entryCount(content);
  const frame = new Uint8Array(FRAME_BYTES);
  let [filled, number, done] = [0, 0, 0];
  for (const entry of entriesOf(content)) {
    for (const piece of [lengthOf(entry), entry]) {
      for (let at = 0; at < piece.length; ) {
        // Only once there is more is a full frame known not to be the last.
        if (filled === FRAME_BYTES) {
          await sink(await sealFrame(key, number, false, frame));
          [filled, number] = [0, number + 1];
          onProgress(done / entries);
        }
        const part = piece.subarray(at, at + FRAME_BYTES - filled);
        frame.set(part, filled);
        filled += part.length;
        at += part.length;
      }
    }
    done += 1;
  }
  await sink(await sealFrame(key, number, true, frame.subarray(0, filled)));
  onProgress(1);
}

function lengthOf(entry: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, entry.length, true);
  return length;
}
