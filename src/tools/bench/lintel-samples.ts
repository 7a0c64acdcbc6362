/** Reads what Lintel's worker says of a frame, whatever stages it has. */
import { STAGES } from '../../inference/protocol';
import type { Sample } from './contender';

/** Stages from the picture in memory to the box of the face: all that stand between copying and landmarks. */
export const STAGES_TO_BOX: readonly string[] = STAGES.slice(STAGES.indexOf('copy') + 1, STAGES.indexOf('landmarks'));

type Stages = Readonly<Record<string, number>>;

/**
 * Of one frame of which a part was searched, of the same frame that followed the face, of the same frame in which the
 * followed face is embedded for a verdict, and of the same as the first of a verdict: detector to box, each whole frame as
 * the page waits for it, and every stage.
 * @throws Error when the reply is none of the protocol's.
 */
export function lintelSample(raw: Readonly<Record<string, unknown>>): Sample {
  const { searched, tracked, verdict, boxed, isFollowed, trackedMs, verdictMs, boxedMs, outcome, boxedOutcome } = raw;
  if (!isStages(searched) || !isStages(tracked) || !isStages(verdict) || !isStages(boxed) || !areNumbers(trackedMs, verdictMs, boxedMs)) {
    throw new Error('The vision worker did not say what its stages took.');
  }
  // A face that is lost, or refused before it is embedded, would flatter the frame.
  return {
    ...Object.fromEntries([...prefixed('searched', searched), ...prefixed('tracked', tracked), ...prefixed('verdict', verdict), ...prefixed('boxed', boxed)]),
    ...(isFollowed === true && { boxMs: sumOf(tracked, STAGES_TO_BOX), trackedMs: trackedMs as number }),
    ...(outcome === 'embedded' && { verdictMs: verdictMs as number, embedMs: verdict.embed ?? 0 }),
    ...(boxedOutcome === 'embedded' && { boxedMs: boxedMs as number }),
  };
}

function areNumbers(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'number');
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
