/** What gathers while somebody stands before the camera: a countdown, a still face, votes, movements or samples. */
import { msg, str } from '@lit/localize';
import type { Phase, Purpose } from '../../decision/session-state';
import { VOTE } from '../../decision/thresholds';

export interface Gathering {
  readonly kind: 'countdown' | 'stillness' | 'votes' | 'movements' | 'samples';
  /** Steps done, 0 to `needed`. */
  readonly done: number;
  readonly needed: number;
}

/** What the settings say of it. */
export interface GatheringRules {
  readonly countdownSeconds: number;
  /** Samples that make an enrolment complete. */
  readonly samplesWanted: number;
}

/** Null where nothing gathers. */
export function gatheringOf(phase: Phase, purpose: Purpose, { countdownSeconds, samplesWanted }: GatheringRules): Gathering | null {
  switch (phase.kind) {
    case 'posing':
      return phase.stillness === 0 ? null : { kind: 'stillness', done: phase.stillness, needed: 1 };
    case 'counting':
      return { kind: 'countdown', done: Math.max(0, countdownSeconds - phase.secondsLeft), needed: Math.max(1, countdownSeconds) };
    case 'capturing':
      return purpose === 'enrol' ? { kind: 'samples', done: 0, needed: samplesWanted } : votes(phase.votes.length);
    case 'challenged':
      return { kind: 'movements', done: phase.challenge.done, needed: phase.challenge.movements.length };
    case 'saving':
      return { kind: 'samples', done: 0, needed: samplesWanted };
    case 'enrolled': {
      const { samples, wanted } = phase.enrolment;
      return { kind: 'samples', done: Math.min(samples.length, wanted), needed: wanted };
    }
    default:
      return null;
  }
}

/** Where the first frames do not agree, all of them vote. */
function votes(done: number): Gathering {
  return { kind: 'votes', done, needed: done < VOTE.needed ? VOTE.needed : VOTE.frames };
}

/**
 * The same in words, for whoever does not see it; empty for the countdown, whose seconds are read out, and for samples,
 * which the guide beside the picture counts.
 */
export function gatheringText({ kind, done, needed }: Gathering): string {
  switch (kind) {
    case 'countdown':
    case 'samples':
      return '';
    case 'stillness':
      return msg('Hold still.');
    case 'movements':
      return msg(str`${done} of ${needed} movements seen`);
    case 'votes':
      return msg(str`${done} of ${needed} pictures compared`);
  }
}
