/** A file that a person chose a place for; where the browser cannot ask for one, a download. */
import { downloadBlob } from './download';

/** A file that is being written. Nothing of it is where the person chose before `close()`. */
export interface NewFile {
  readonly name: string;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends the writing; gives the file as it is now, to be read again. */
  close(): Promise<Blob>;
  /** Gives the file up. What stood in its place before stays. */
  abandon(): Promise<void>;
  /** Hands over what was closed and found good. */
  handOver(): void;
}

/** Chromium's picker, which TypeScript does not know. */
interface WithPicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

/** Asks where to put a file; null when the person chose nothing. To be called while a press of theirs is fresh. */
export async function newFile(suggestedName: string): Promise<NewFile | null> {
  if (!('showSaveFilePicker' in window)) return download(suggestedName);
  try {
    return await pickedFile(await (window as unknown as WithPicker).showSaveFilePicker({ suggestedName }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function pickedFile(handle: FileSystemFileHandle): Promise<NewFile> {
  // Chromium writes beside the file and puts it in its place when it is closed.
  const stream = await handle.createWritable();
  return {
    name: handle.name,
    write: (bytes) => stream.write(bytes),
    close: async () => {
      await stream.close();
      return handle.getFile();
    },
    abandon: () => stream.abort().catch(() => {}),
    handOver: () => {},
  };
}

function download(name: string): NewFile {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let file: Blob | null = null;
  return {
    name,
    write: (bytes) => Promise.resolve(void parts.push(bytes)),
    close: () => Promise.resolve((file = new Blob(parts, { type: 'application/octet-stream' }))),
    abandon: () => Promise.resolve(),
    handOver: () => {
      if (file !== null) downloadBlob(name, file);
    },
  };
}
