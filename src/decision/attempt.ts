/** What a visit says of an attempt to the log, at the step with which it ends. */
import type { Attempt } from './log-entry';
import { passiveScoreOf } from './liveness/passive';
import type { SessionEvent } from './session-events';
import type { Phase, Session } from './session-state';
import { limitOf, type Verdict } from './verdict';

/** How an attempt ended, without when, where and with what. */
export type AttemptResult = Pick<Attempt, 'personId' | 'outcome' | 'score' | 'secondScore' | 'threshold' | 'liveness' | 'why'>;

const NOTHING = { personId: null, score: null, secondScore: null, threshold: null, liveness: null, why: null } as const;

type Trying = Extract<Phase, { kind: 'capturing' | 'challenged' }>;

/**
 * The attempt that this step ended; null where none did. An enrolment that goes on is none, and one that somebody broke off
 * tells nothing of anybody.
 */
export function attemptOf(before: Session, event: SessionEvent, after: Session): AttemptResult | null {
  if (!isTrying(before.phase) || isTrying(after.phase)) return null;
  switch (after.phase.kind) {
    case 'judged':
      return { ...resultOf(after.phase.verdict), liveness: livenessOf(before.phase, event) };
    case 'failed':
      return { ...NOTHING, outcome: 'not-captured', why: after.phase.problem };
    case 'off':
    case 'posing':
    case 'counting':
      return before.purpose === 'enrol' ? null : { ...brokenOff(before.phase), liveness: livenessOf(before.phase, event) };
    default:
      return null;
  }
}

function isTrying(phase: Phase): phase is Trying {
  return phase.kind === 'capturing' || phase.kind === 'challenged';
}

/** Whoever was asked to move had been recognised. */
function brokenOff(phase: Trying): AttemptResult {
  const outcome = 'broken-off';
  return phase.kind === 'challenged' ? { ...resultOf(phase.match), outcome, why: 'while-asked-to-move' } : { ...NOTHING, outcome };
}

function resultOf(verdict: Verdict): AttemptResult {
  if (verdict.kind === 'empty-gallery') return { ...NOTHING, outcome: 'nobody-known' };
  const { kind, best, scores, threshold } = verdict;
  const second = scores.find(({ personId }) => personId !== best.personId);
  const why = 'reason' in verdict ? verdict.reason : kind === 'no-match' ? 'below-threshold' : null;
  return {
    personId: best.personId,
    outcome: kind,
    score: rounded(best.score),
    secondScore: second === undefined ? null : rounded(second.score),
    threshold: rounded(limitOf(best, threshold)),
    liveness: null,
    why,
  };
}

function livenessOf(phase: Trying, event: SessionEvent): number | null {
  const isLast = phase.kind === 'capturing' && event.kind === 'face-embedded' && event.liveness !== undefined;
  const score = passiveScoreOf(isLast ? [...phase.readings, event.liveness] : phase.readings);
  return score === null ? null : rounded(score);
}

/** To a ten-thousandth: nobody decides by less. */
function rounded(score: number): number {
  return Math.round(score * 1e4) / 1e4;
}
