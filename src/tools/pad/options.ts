/** What the command is asked to do. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EvalError } from '../eval/eval-error';

export interface PadOptions {
  /** Folder with photographs or films of living faces. */
  readonly liveDir: string;
  /** Folder with one folder per type of attack. */
  readonly spoofDir: string;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run eval:pad -- --live DIR --spoof DIR [--json FILE]
  --live DIR    photographs or films of living faces, in folders or not
  --spoof DIR   photographs or films of attacks, one folder per type: phone/, print/
  --json FILE   write all figures as JSON`;

/**
 * Reads the arguments; paths are taken from `folder`. Null when only help is asked for.
 * @throws EvalError naming the argument that is wrong.
 */
export function parsePadOptions(argv: readonly string[], folder: string): PadOptions | null {
  const { live, spoof, json, help } = parse(argv);
  if (help === true) return null;
  if (live === undefined || spoof === undefined) {
    throw new EvalError(`Give ${live === undefined ? '--live' : '--spoof'} a folder, as in "npm run eval:pad -- --live faces --spoof attacks".`);
  }
  return { liveDir: resolve(folder, live), spoofDir: resolve(folder, spoof), jsonFile: json === undefined ? null : resolve(folder, json) };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...argv], options: { live: text, spoof: text, json: text, help: { type: 'boolean' } } }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new EvalError(`${reason}: "npm run eval:pad -- --help" lists what there is.`);
  }
}
