/** What gathers of one face, frame after frame, until there is a verdict. */
import type { Embedding } from '../core/embedding';
import type { LivenessReading } from '../core/liveness';
import { problemOf } from './quality-gates';
import type { EmbeddedEvent, FrameEvent } from './session-events';
import type { Phase, SessionRules } from './session-state';
import { STILLNESS, VOTE } from './thresholds';
import type { Vote } from './vote';

/** Frames of one track that voted, with their embeddings and how alive they looked. */
export interface Gathered {
  readonly votes: readonly Vote[];
  readonly probes: readonly Embedding[];
  readonly readings: readonly LivenessReading[];
}

export const NOTHING_GATHERED: Gathered = { votes: [], probes: [], readings: [] };

/** The last vote is that of a frame after the hold, so one less is enough before. */
export const EARLY_VOTES = VOTE.needed - 1;

type Posing = Extract<Phase, { kind: 'posing' }>;

/** One frame more. */
export function gather({ votes, probes, readings }: Gathered, { scores, restated, embedding, liveness }: EmbeddedEvent): Gathered {
  // Of a face that has just left, nothing is restated.
  const earlier = votes.length === 0 ? [] : (restated ?? votes);
  return { votes: [...earlier, scores], probes: [...probes, embedding], readings: liveness === undefined ? readings : [...readings, liveness] };
}

/**
 * What a face has voted while it holds still, this frame included; undefined where it is too early, or a countdown comes
 * before the capture. So whoever holds still does not wait for the votes as well.
 */
export function gatherEarly({ early }: Posing, stillness: number, event: FrameEvent, { countdownMs }: SessionRules): Gathered | undefined {
  if (stillness < STILLNESS.votesFrom || countdownMs > 0) return undefined;
  const gathered = early ?? NOTHING_GATHERED;
  return event.kind === 'face-embedded' && problemOf(event.quality, 'verify') === null ? gather(gathered, event) : gathered;
}

/** The votes so far of whoever is before the camera. */
export function votesSoFar(phase: Phase): readonly Vote[] {
  if (phase.kind === 'posing') return phase.early?.votes ?? [];
  return phase.kind === 'capturing' ? phase.votes : [];
}
