/** The predecessor's loop, in the Python that has OpenCV. */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Contender, Sample } from './contender';

const run = promisify(execFile);

/** The PATH's own first; the system's, which Debian's packages are for, may be another. */
const PYTHONS = ['python3', '/usr/bin/python3'];

export interface PredecessorFiles {
  /** I420, one frame after the other. */
  readonly frames: string;
  readonly width: number;
  readonly height: number;
  readonly cascade: string;
  readonly network: string;
}

/** @throws Error with what is missing. */
export async function openPredecessor(files: PredecessorFiles): Promise<Contender> {
  const python = await findPython();
  const { frames, width, height, cascade, network } = files;
  const child = spawn(python, [join(import.meta.dirname, 'predecessor.py'), frames, String(width), String(height), cascade, network], {
    // Libraries below OpenCV and NumPy start threads of their own unless they are told not to.
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
  });
  const ask = conversation(child);
  const facts = await ask.next();
  return {
    id: { program: 'predecessor', threads: 1 },
    facts: facts as Record<string, unknown>,
    measure: async (wanted) => {
      child.stdin.write(`${JSON.stringify(wanted)}\n`);
      return ((await ask.next()) as Readonly<Record<string, number | null>>[]).map(predecessorSample);
    },
    close: async () => {
      child.stdin.end();
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

/** One turn of its loop without the network, and the network where Python has one. A frame without a face counts for nothing. */
export function predecessorSample({ detectMs, prepareMs, embedMs }: Readonly<Record<string, number | null>>): Sample {
  if (detectMs == null || prepareMs == null) return {};
  const loop = { detectMs, loopMs: detectMs + prepareMs };
  return embedMs == null ? loop : { ...loop, embedMs, verdictMs: loop.loopMs + embedMs };
}

async function findPython(): Promise<string> {
  for (const python of PYTHONS) {
    const has = await run(python, ['-c', 'import cv2, numpy']).then(() => true, () => false);
    if (has) return python;
  }
  throw new Error('Python has no OpenCV: install it with "sudo apt install python3-opencv"');
}

/** Reads the child's answers line by line; when it ends, the next one fails with its last words. */
function conversation(child: ChildProcessWithoutNullStreams): { next(): Promise<unknown> } {
  let lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = text.trim().split('\n').at(-1) ?? lastWords;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    next: async () => {
      const line: IteratorResult<string, unknown> = await lines.next();
      if (line.done === true) throw new Error(lastWords === '' ? 'Python ended' : lastWords);
      return JSON.parse(line.value) as unknown;
    },
  };
}
