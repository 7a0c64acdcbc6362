/** What the command is asked to do. */
import { resolve } from 'node:path';
import { CommandError, parseOptionsOf } from '../command-line';

export interface BenchOptions {
  readonly jsonFile: string | null;
  /** How many times slower the browser is made for the throttled part; null leaves that part out. */
  readonly throttle: number | null;
  /** How long verification runs continuously; null leaves that part out. */
  readonly soakMinutes: number | null;
  /** A few frames of Lintel alone, to see that everything runs: no figure of it is worth anything. */
  readonly isQuick: boolean;
  /** Large galleries alone: load, match, add, delete and memory. */
  readonly isGallery: boolean;
}

export const USAGE = `npm run bench -- [options]
  --json FILE       write all figures as JSON
  --throttle N      also run Lintel with the whole browser slowed N times, as a stand-in for a Pi
  --soak MINUTES    also verify continuously for so long, and say how memory and times develop
  --gallery         instead, galleries of 100 to 100 000 people: load, match, add, delete and memory
  --quick           three frames of Lintel alone, to see that everything runs; a soak is run with it where one is asked for`;

/**
 * Reads the arguments; the path is taken from `folder`. Null when only help is asked for.
 * @throws CommandError naming the argument that is wrong.
 */
export function parseOptions(argv: readonly string[], folder: string): BenchOptions | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const values = parseOptionsOf(argv, { json: text, throttle: text, soak: text, quick: flag, gallery: flag, help: flag }, 'npm run bench -- --help');
  if (values.help === true) return null;
  return {
    jsonFile: values.json === undefined ? null : resolve(folder, values.json),
    throttle: numberFrom('--throttle', values.throttle, 1),
    soakMinutes: numberFrom('--soak', values.soak, 0),
    isQuick: values.quick ?? false,
    isGallery: values.gallery ?? false,
  };
}

/** A number over `least`. */
function numberFrom(option: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (Number.isFinite(number) && number > least) return number;
  throw new CommandError(`${option} is "${text}": give a number over ${least}.`);
}
