/** What can go wrong, by code. The words and the way out for each code live in `ui/fault-words.ts`. */

export const FAULT_CODES = [
  /** The page is neither https nor localhost, so the browser hides the camera. */
  'insecure-origin',
  /** The person, or a policy, refused the camera. */
  'camera-denied',
  /** The permission question was closed without an answer. */
  'camera-dismissed',
  /** No camera is connected, or none that Chromium can see. */
  'camera-missing',
  /** Another program holds the camera. */
  'camera-busy',
  /** The camera was delivering frames and stopped. */
  'camera-lost',
  /** A model, WASM or cascade file could not be fetched. */
  'asset-missing',
  /** A file is shorter or longer than its manifest says. */
  'asset-truncated',
  /** A file has the right length and the wrong SHA-256. */
  'asset-damaged',
  /** OpenCV or ONNX Runtime did not start. */
  'wasm-failed',
  /** The vision worker ended by itself. */
  'worker-died',
  /** The vision worker did not answer in time. */
  'worker-hung',
  /** Another tab holds an older version of the database open. */
  'store-blocked',
  /** This browser gives the page no IndexedDB. */
  'store-missing',
  /** The disk or the browser's quota is full. */
  'store-full',
  /** Another tab needs a newer database; this one let go of it. */
  'store-upgraded',
  /** The database was written by a newer Lintel. */
  'store-newer',
  /** Another tab sealed everybody under another key; this one has the old one. */
  'store-rekeyed',
  /** There are sealed people and no key that opens them. */
  'key-lost',
  /** No security key answered: none is there, it is another one, nobody touched it, or somebody said no. */
  'security-key-silent',
  /** The security key cannot answer a question with a secret. */
  'security-key-unfit',
  /** The browser closed or refused the database for another reason. */
  'store-failed',
  /** A defect of ours. */
  'unexpected',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

/** A fault as plain data: what crosses threads and what the interface shows. */
export interface FaultRecord {
  readonly code: FaultCode;
  /** What exactly: a file name, a device label, an error message. Never a person's name. */
  readonly detail: string;
}

/** A fault as something to throw. */
export class Fault extends Error implements FaultRecord {
  override readonly name = 'Fault';

  constructor(
    readonly code: FaultCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
  }

  /** The plain-data form, fit for `postMessage`. */
  record(): FaultRecord {
    return { code: this.code, detail: this.detail };
  }
}

/** Reads whatever was thrown as a fault; anything that is not one becomes `fallback`. */
export function toFaultRecord(error: unknown, fallback: FaultCode = 'unexpected'): FaultRecord {
  if (error instanceof Fault) return error.record();
  return { code: fallback, detail: error instanceof Error ? error.message : String(error) };
}
