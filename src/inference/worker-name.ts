/** The name of a vision worker: all that it hears before its first message, and so before ONNX Runtime starts. */

/** `vision` is the one that looks at frames; `timing` only tells how fast it is. */
export type WorkerUse = 'vision' | 'timing';

/** `threads` is what its networks shall run on; null leaves that to the worker. */
export function workerName(use: WorkerUse, threads: number | null): string {
  return threads === null ? `lintel-${use}` : `lintel-${use} ${threads}`;
}

/** The threads that a worker of this name shall have; null where it says nothing of them. */
export function threadsInName(name: string): number | null {
  const threads = /^lintel-\w+ ([1-9])$/.exec(name)?.[1];
  return threads === undefined ? null : Number(threads);
}
