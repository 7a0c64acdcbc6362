/** What the command is asked to do. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DETECTOR_KINDS, type DetectorKind } from '../../core/detector';
import { DEFAULT_SETTINGS } from '../../decision/settings';
import { EvalError } from './eval-error';

export interface EvalOptions {
  /** Folder with one folder per person. */
  readonly dir: string;
  /** A list of pairs in the format of Labeled Faces in the Wild; null compares all images with all. */
  readonly pairsFile: string | null;
  readonly jsonFile: string | null;
  readonly htmlFile: string | null;
  readonly histogramFile: string | null;
  /** Images that make a template; null leaves templates out. */
  readonly enrol: number | null;
  /** Null takes the installed model. */
  readonly model: string | null;
  readonly detector: DetectorKind;
  /** True looks at each photograph as at a frame of a face that was found in the one before. */
  readonly isFollowed: boolean;
  /** Vision workers at the same time; null leaves the number to the machine. */
  readonly workers: number | null;
  /** True analyses every image anew. */
  readonly isFresh: boolean;
}

export const USAGE = `npm run eval -- DIR [options]
  DIR               a folder with one folder per person: Name/Name_0001.jpg
  --pairs FILE      compare the pairs of this file, in the format of Labeled Faces in the Wild
  --json FILE       write all figures as JSON
  --html FILE       write a report with plots
  --histogram FILE  write how the scores of strangers are distributed
  --enrol K         enrol everybody with more than K images by K of them, and recognise the rest
  --model ID        use this recognition model; the installed one stays installed
  --detector KIND   ${DETECTOR_KINDS.join(', ')}
  --followed        as frames of a face that is followed, by which the app verifies; else as photographs alone
  --workers N       analyse so many images at the same time
  --fresh           analyse every image anew`;

/**
 * Reads the arguments; paths are taken from `folder`. Null when only help is asked for.
 * @throws EvalError naming the argument that is wrong.
 */
export function parseOptions(argv: readonly string[], folder: string): EvalOptions | null {
  const { values, positionals } = parse(argv);
  if (values.help === true) return null;
  const [dir] = positionals;
  if (dir === undefined || positionals.length > 1) {
    throw new EvalError(`Give one folder with photographs, as in "npm run eval -- photos", and not ${positionals.length}.`);
  }
  const path = (file: string | undefined): string | null => (file === undefined ? null : resolve(folder, file));
  return {
    dir: resolve(folder, dir),
    pairsFile: path(values.pairs),
    jsonFile: path(values.json),
    htmlFile: path(values.html),
    histogramFile: path(values.histogram),
    enrol: wholeNumber('--enrol', values.enrol),
    model: values.model ?? null,
    detector: detectorOf(values.detector),
    isFollowed: values.followed ?? false,
    workers: wholeNumber('--workers', values.workers),
    isFresh: values.fresh ?? false,
  };
}

type Parsed = ReturnType<typeof parse>;

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        pairs: text,
        json: text,
        html: text,
        histogram: text,
        enrol: text,
        model: text,
        detector: text,
        followed: flag,
        workers: text,
        fresh: flag,
        help: flag,
      },
    });
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new EvalError(`${reason}: "npm run eval -- --help" lists what there is.`);
  }
}

function wholeNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new EvalError(`${option} is "${text}": give a whole number from 1 on.`);
}

function detectorOf(text: Parsed['values']['detector']): DetectorKind {
  if (text === undefined) return DEFAULT_SETTINGS.detector;
  const kind = DETECTOR_KINDS.find((known) => known === text);
  if (kind === undefined) throw new EvalError(`There is no detector called ${text}: choose ${DETECTOR_KINDS.join(', ')}.`);
  return kind;
}
