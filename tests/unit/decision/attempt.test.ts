/** Every way in which an attempt ends is one entry of the log, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { attemptOf, type AttemptResult } from '../../../src/decision/attempt';
import type { SessionEvent } from '../../../src/decision/session-events';
import { CAPTURE_PATIENCE } from '../../../src/decision/thresholds';
import { ADA, embedded, faceAt, located, missed, NOBODY, Visit } from './session-visit';

const BEN = { ...ADA, personId: 'b', name: 'Ben', score: 0.2 };

/** Plays events and keeps what the log hears. */
class Heard extends Visit {
  readonly attempts: AttemptResult[] = [];

  override at(nowMs: number, event: SessionEvent): this {
    const before = this.session;
    super.at(nowMs, event);
    const attempt = attemptOf(before, event, this.session);
    if (attempt !== null) this.attempts.push(attempt);
    return this;
  }
}

const capturing = (rules: ConstructorParameters<typeof Visit>[1] = {}, purpose: 'verify' | 'enrol' = 'verify'): Heard =>
  new Heard(purpose, { countdownMs: 0, ...rules }).at(0, { kind: 'opened', purpose }).ask(0, purpose === 'enrol' ? 'Ada' : '').tick(0);

describe('attemptOf', () => {
  it('says a match with its scores', () => {
    const visit = capturing().vote(1000, { scores: [ADA, BEN] }).tick(1001).at(1002, located(faceAt(100)));
    expect(visit.attempts).toEqual([{ personId: 'a', outcome: 'match', score: 0.75, secondScore: 0.2, threshold: 0.4, liveness: 0.99, why: null }]);
  });

  it('says whom a stranger is closest to, and why nobody is named', () => {
    const [attempt] = capturing().vote(1000, { scores: [{ ...ADA, score: 0.1 }] }).attempts;
    expect(attempt).toMatchObject({ personId: 'a', outcome: 'no-match', secondScore: null, why: 'below-threshold' });
  });

  it('says why it is unsure', () => {
    const visit = capturing();
    for (let frame = 0; frame < 30; frame += 1) visit.at(frame, embedded({ scores: [ADA, { ...ADA, personId: 'b', score: 0.749 }] }));
    expect(visit.attempts[0]).toMatchObject({ outcome: 'unsure', why: 'two-alike' });
  });

  it('says that there was nobody to compare with', () => {
    expect(capturing().vote(1000, { scores: [] }).attempts).toMatchObject([{ outcome: 'nobody-known', personId: null, score: null }]);
  });

  it('says what was wrong with every picture', () => {
    const visit = capturing();
    for (let frame = 0; frame < CAPTURE_PATIENCE.minFrames; frame += 1) visit.at(frame, missed('no-face'));
    visit.at(CAPTURE_PATIENCE.verifyMs + 1, missed('too-small', faceAt(100)));
    expect(visit.attempts).toMatchObject([{ outcome: 'not-captured', why: 'too-small', personId: null }]);
  });

  it('says a challenge that somebody walked away from, with who it would have been', () => {
    const visit = capturing({ livenessMode: 'careful' }).vote(1000);
    expect(visit.phase.kind).toBe('challenged');
    expect(visit.attempts).toEqual([]);
    visit.at(20_000, located(NOBODY));
    expect(visit.attempts).toMatchObject([{ outcome: 'unsure', why: 'left-early', personId: 'a', score: 0.75 }]);
  });

  it.each([{ kind: 'capture-cancelled' }, { kind: 'closed' }] as const)('says what was broken off by $kind', (event) => {
    expect(capturing().at(10, embedded()).at(11, event).attempts).toMatchObject([{ outcome: 'broken-off', personId: null }]);
    expect(capturing({ livenessMode: 'careful' }).vote(1000).at(1001, event).attempts).toMatchObject([{ outcome: 'broken-off', personId: 'a', why: 'while-asked-to-move' }]);
  });

  it('says nothing of an enrolment that goes well or is broken off', () => {
    const enrolling = capturing({}, 'enrol');
    expect(enrolling.at(10, embedded()).attempts).toEqual([]);
    expect(capturing({}, 'enrol').at(10, { kind: 'capture-cancelled' }).attempts).toEqual([]);
  });

  it('says an enrolment for which no picture came', () => {
    const visit = capturing({}, 'enrol');
    for (let frame = 0; frame < CAPTURE_PATIENCE.minFrames; frame += 1) visit.at(frame, missed('no-face'));
    visit.at(CAPTURE_PATIENCE.enrolMs + 1, missed('no-face'));
    expect(visit.attempts).toMatchObject([{ outcome: 'not-captured', why: 'no-face' }]);
  });
});
