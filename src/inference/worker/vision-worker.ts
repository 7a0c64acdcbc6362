/** The vision worker: answers every request with exactly one reply, faults included, and wipes its frames when told to. */
import { assertNever } from '../../core/assert';
import { Fault, toFaultRecord } from '../../core/fault';
import { meanBrightness } from '../../vision/brightness';
import { greyOf } from '../../vision/pixels';
import type { Stage, StageTimings, VisionReply, VisionRequest, WipeOrder } from '../protocol';
import { type Engine, loadEngine } from './engine';
import { layFoundation } from './foundation';
import { wipeKeptPixels } from './kept-pixels';
import { analyseFrame, type TimeStage } from './pipeline';
import { createFrameReader } from './read-frame';
import { timeRuns } from './time-runs';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const readFrame = createFrameReader();
/** Begun at once: the page asks for the engine only when it has read its settings. */
const foundation = layFoundation();
let engine: Engine | null = null;

function reply(message: VisionReply): void {
  scope.postMessage(message);
}

/** The request under way. A photograph may come while the camera's frame is analysed: one waits for the other. */
let underWay: Promise<void> = Promise.resolve();

scope.onmessage = ({ data: request }: MessageEvent<VisionRequest | WipeOrder>) => {
  // An answer never rejects, so that one request's failure stays its own.
  underWay = underWay.then(() => (request.kind === 'wipe' ? wipeKeptPixels() : answer(request)));
};

async function answer(request: VisionRequest): Promise<void> {
  try {
    switch (request.kind) {
      case 'load':
        engine = await loadEngine(foundation, request.recognition ?? null, (progress) => reply({ kind: 'progress', id: request.id, progress }));
        reply({ kind: 'ready', id: request.id, engine: engine.info });
        break;
      case 'frame':
        await answerFrame(request);
        break;
      case 'time':
        reply({ kind: 'timed', id: request.id, runsMs: await timeRuns(loaded().pipeline.embedder, request.runs) });
        break;
      default:
        assertNever(request);
    }
  } catch (error) {
    reply({ kind: 'fault', id: request.id, fault: toFaultRecord(error) });
  }
}

async function answerFrame(request: Extract<VisionRequest, { kind: 'frame' }>): Promise<void> {
  const { id, frame, detector: settings } = request;
  try {
    const { pipeline, loadRest } = loaded();
    const { time, timings } = stopwatch();
    const pixels = await time('copy', () => readFrame(frame));
    const outcome = await analyseFrame(pipeline, { ...request, pixels, settings }, time);
    reply({ kind: 'outcome', id, outcome, timings, brightness: meanBrightness(greyOf(pixels)) });
    loadRest(outcome);
  } finally {
    frame.close();
  }
}

/** @throws Fault when a request came before its time. */
function loaded(): Engine {
  if (engine === null) throw new Fault('unexpected', 'A request came before the models were loaded.');
  return engine;
}

function stopwatch(): { time: TimeStage; timings: StageTimings } {
  const timings: Partial<Record<Stage, number>> = {};
  const time: TimeStage = async (stage, run) => {
    const startMs = performance.now();
    const result = await run();
    timings[stage] = performance.now() - startMs;
    return result;
  };
  return { time, timings };
}
