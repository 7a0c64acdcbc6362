/** Reads what Lintel's worker says of a frame, whatever stages it has. */
import { STAGES } from '../../inference/protocol';
import type { Sample } from './contender';

/** Stages from the picture in memory to the box of the face: all that stand between copying and landmarks. */
export const STAGES_TO_BOX: readonly string[] = STAGES.slice(STAGES.indexOf('copy') + 1, STAGES.indexOf('landmarks'));

type Stages = Readonly<Record<string, number>>;

/**
 * Of one frame of which a part was searched, of the same frame that followed the face, and of the same frame analysed for a verdict: detector to box, each whole frame as
 * the page waits for it, and every stage.
 * @throws Error when the reply is none of the protocol's.
 */
export function lintelSample(raw: Readonly<Record<string, unknown>>): Sample {
  const { searched, tracked, verdict, isFollowed, trackedMs, verdictMs, outcome } = raw;
  if (!isStages(searched) || !isStages(tracked) || !isStages(verdict) || typeof trackedMs !== 'number' || typeof verdictMs !== 'number') {
    throw new Error('The vision worker did not say what its stages took.');
  }
  const stages = Object.fromEntries([...prefixed('searched', searched), ...prefixed('tracked', tracked), ...prefixed('verdict', verdict)]);
  // A face that is lost, or refused before it is embedded, would flatter the frame.
  const sample = isFollowed === true ? { ...stages, boxMs: sumOf(tracked, STAGES_TO_BOX), trackedMs } : stages;
  return outcome === 'embedded' ? { ...sample, verdictMs, embedMs: verdict.embed ?? 0 } : sample;
}

function sumOf(stages: Stages, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + (stages[name] ?? 0), 0);
}

function prefixed(prefix: string, stages: Stages): [string, number][] {
  return Object.entries(stages).map(([stage, elapsedMs]) => [`${prefix}.${stage}`, elapsedMs]);
}

function isStages(value: unknown): value is Stages {
  return typeof value === 'object' && value !== null && Object.values(value).every((elapsedMs) => typeof elapsedMs === 'number');
}
