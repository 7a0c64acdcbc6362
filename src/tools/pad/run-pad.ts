/** An evaluation of presentation attack detection from the folders to the report. */
import { detectorForPhotograph } from '../../core/detector';
import { DEFAULT_SETTINGS } from '../../decision/settings';
import { writeAtomically } from '../assets/files';
import { EvalError } from '../eval/eval-error';
import { followOf } from '../eval/follow';
import { Progress, type ProgressStream } from '../eval/progress';
import { VisionBench } from '../eval/vision-bench';
import type { PadOptions } from './options';
import { livePresentations, spoofPresentations } from './presentations';
import { type ReadAll, readPresentations } from './read-presentations';
import { padReportOf, type PadReport } from './report';

/** What an evaluation works with. */
export interface PadSurroundings {
  /** The built app. */
  readonly dist: string;
  readonly progress: ProgressStream;
}

/** The smallest face looked for, in pixels. */
const MIN_FACE_PX = 30;

/**
 * Runs the evaluation and writes the file asked for. `prepare` is called once both folders are known to be there: it may
 * take minutes.
 * @throws EvalError with a sentence for what a person can put right.
 */
export async function runPad({ liveDir, spoofDir, jsonFile, isFollowed }: PadOptions, prepare: () => Promise<PadSurroundings>): Promise<PadReport> {
  const live = await livePresentations(liveDir);
  const spoof = await spoofPresentations(spoofDir);
  const { dist, progress } = await prepare();
  const bench = await VisionBench.open({ dist, model: null });
  const reading = new Progress(progress, 'Reading', live.length + spoof.length);
  try {
    const { detector: kind, scaleFactor, minNeighbors } = DEFAULT_SETTINGS;
    const detector = { kind: detectorForPhotograph(kind), scaleFactor, minNeighbors, minFacePx: MIN_FACE_PX };
    const how = { detector, follow: isFollowed ? followOf(kind, detector) : null };
    const onDone = (): void => reading.advance();
    const ofLive = await readPresentations(bench, liveDir, live, how, onDone);
    const ofSpoof = await readPresentations(bench, spoofDir, spoof, how, onDone);
    const report = padReportOf(together(ofLive, ofSpoof));
    if (report.live.read === 0 && report.spoof.read === 0) {
      throw new EvalError(`There is no face in any file of ${liveDir} and ${spoofDir}: ${report.files[0]!.file}, for one: ${report.files[0]!.reason ?? ''}.`);
    }
    if (jsonFile !== null) await writeAtomically(jsonFile, `${JSON.stringify(report, null, 2)}\n`);
    return report;
  } finally {
    reading.end();
    await bench.close();
  }
}

function together(a: ReadAll, b: ReadAll): ReadAll {
  return { presentations: [...a.presentations, ...b.presentations], timings: [...a.timings, ...b.timings] };
}
