/** Pulls one frame at a time through the vision worker. No queue exists, so nothing grows stale. */
import { assertNever } from '../core/assert';
import type { Session, SessionEvent } from '../decision/session';
import { wantsEmbedding } from '../decision/session';
import type { Verdict } from '../decision/verdict';
import type { Embedding } from '../core/embedding';
import type { Analysis } from '../inference/client/vision-client';
import type { DetectorSettings, FrameOutcome, FrameTask } from '../inference/protocol';

/** What the loop runs on. */
export interface LoopParts {
  /** A frame presented after the call. Rejects when the camera is gone. */
  readonly nextFrame: () => Promise<VideoFrame>;
  /** Settles when the vision worker is ready. */
  readonly engineReady: (signal: AbortSignal) => Promise<void>;
  readonly analyse: (frame: VideoFrame, task: FrameTask, detector: DetectorSettings) => Promise<Analysis>;
  readonly session: () => Session;
  readonly detector: () => DetectorSettings;
  readonly frameRateCap: () => number;
  readonly judge: (embedding: Embedding) => Verdict;
  readonly dispatch: (event: SessionEvent) => void;
  readonly onAnalysis: (analysis: Analysis) => void;
}

/** Runs until `signal` aborts or the frames end; a frame that the worker dies over is skipped. */
export async function runRecognitionLoop(parts: LoopParts, signal: AbortSignal): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const startMs = performance.now();
    await parts.engineReady(signal);
    const asked = parts.session().phase;
    const task: FrameTask = wantsEmbedding(parts.session()) ? 'embed' : 'locate';
    const frame = await parts.nextFrame();
    try {
      const analysis = await parts.analyse(frame, task, parts.detector());
      if (isOver()) return;
      parts.onAnalysis(analysis);
      parts.dispatch(eventOf(analysis.outcome, isSameCapture(asked, parts.session().phase), parts.judge));
    } catch {
      // The engine has said what was wrong and starts another worker; the session waits for it.
    }
    await pause(1000 / parts.frameRateCap() - (performance.now() - startMs), signal);
  }
}

/** False for an embedding that was asked for by a capture which has since been cancelled and begun anew. */
function isSameCapture(asked: Session['phase'], present: Session['phase']): boolean {
  return asked.kind === 'capturing' && present.kind === 'capturing' && asked.startedAtMs === present.startedAtMs;
}

function eventOf(outcome: FrameOutcome, isWanted: boolean, judge: LoopParts['judge']): SessionEvent {
  const { faces } = outcome;
  if (!isWanted) return { kind: 'faces-located', faces };
  switch (outcome.kind) {
    case 'no-face':
    case 'located':
      return { kind: 'capture-missed', faces, problem: 'no-face' };
    case 'rejected':
      return { kind: 'capture-missed', faces, problem: 'unreadable-face' };
    case 'embedded': {
      const { embedding } = outcome;
      return { kind: 'face-embedded', faces, embedding, verdict: judge(embedding) };
    }
    default:
      return assertNever(outcome);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
