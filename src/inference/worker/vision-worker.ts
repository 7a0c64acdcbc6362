/** The vision worker: answers every request with exactly one reply, faults included, and wipes its frames when told to. */
import { assertNever } from '../../core/assert';
import { Fault, toFaultRecord } from '../../core/fault';
import type { Stage, StageTimings, VisionReply, VisionRequest, WipeOrder } from '../protocol';
import { type Engine, loadEngine } from './engine';
import { layFoundation } from './foundation';
import { wipeKeptPixels } from './kept-pixels';
import { analyseFrame, type TimeStage } from './pipeline';
import { createFrameReader } from './read-frame';

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
    if (engine === null) throw new Fault('unexpected', 'A frame came before the models were loaded.');
    const { time, timings } = stopwatch();
    const pixels = await time('copy', () => readFrame(frame));
    const outcome = await analyseFrame(engine.pipeline, { ...request, pixels, settings }, time);
    reply({ kind: 'outcome', id, outcome, timings });
    engine.loadRest(outcome);
  } finally {
    frame.close();
  }
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
