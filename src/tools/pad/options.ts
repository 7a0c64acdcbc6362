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
  /** True looks at each picture as at a frame of a face that was found in the one before. */
  readonly isFollowed: boolean;
}

export const USAGE = `npm run eval:pad -- --live DIR --spoof DIR [options]
  --live DIR    photographs or films of living faces, in folders or not
  --spoof DIR   photographs or films of attacks, one folder per type: phone/, print/
  --json FILE   write all figures as JSON
  --followed    as frames of a face that is followed, by which the app verifies; else as pictures alone`;

/**
 * Reads the arguments; paths are taken from `folder`. Null when only help is asked for.
 * @throws EvalError naming the argument that is wrong.
 */
export function parsePadOptions(argv: readonly string[], folder: string): PadOptions | null {
  const { live, spoof, json, followed, help } = parse(argv);
  if (help === true) return null;
  if (live === undefined || spoof === undefined) {
    throw new EvalError(`Give ${live === undefined ? '--live' : '--spoof'} a folder, as in "npm run eval:pad -- --live faces --spoof attacks".`);
  }
  return { liveDir: resolve(folder, live), spoofDir: resolve(folder, spoof), jsonFile: json === undefined ? null : resolve(folder, json), isFollowed: followed ?? false };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...argv], options: { live: text, spoof: text, json: text, followed: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new EvalError(`${reason}: "npm run eval:pad -- --help" lists what there is.`);
  }
}
