/** Between a match and its name: whoever is recognised is asked to move, or doubted. */
import { describe, expect, it } from 'vitest';
import type { LivenessReading } from '../../../src/core/liveness';
import { askedMovement } from '../../../src/decision/liveness/challenge';
import { TIMES } from '../../../src/decision/liveness/challenge-limits';
import type { LivenessMode } from '../../../src/decision/liveness/mode';
import type { SessionEvent } from '../../../src/decision/session-events';
import { VOTE } from '../../../src/decision/thresholds';
import { DOING, type Look, signsAt } from './liveness/sitting';
import { ADA, EMBEDDING, embedded, faceAt, located, missed, NOBODY, Visit } from './session-visit';

const reading = (network: number): LivenessReading => ({ network, patternDb: 5 });
const [LIVE, DOUBTFUL, SPOOF] = [reading(0.99), reading(0.5), reading(0.01)];

/** A face that has just been recognised, at 1100 ms. */
function recognised(livenessMode: LivenessMode, liveness: LivenessReading = LIVE): Visit {
  const visit = Visit.opened('verify', { countdownMs: 0, livenessMode }).ask(1000);
  for (let left = VOTE.needed - 1; left >= 0; left -= 1) visit.at(1100 - left, { ...embedded(), liveness } as SessionEvent);
  return visit;
}

const withSigns = (event: SessionEvent, look: Look): SessionEvent => ({ ...event, signs: signsAt(look) }) as SessionEvent;
const askedOf = ({ phase }: Visit) => (phase.kind === 'challenged' ? askedMovement(phase.challenge) : null);

/** Does what is asked until there is a verdict. */
function obey(visit: Visit): Visit {
  let [sinceMs, before]: [number, unknown] = [0, null];
  for (let nowMs = 1200; visit.phase.kind === 'challenged' && nowMs < 60_000; nowMs += 100) {
    const asked = askedOf(visit);
    if (asked !== before) [sinceMs, before] = [nowMs, asked];
    const look = asked !== null && nowMs - sinceMs >= 300 ? DOING[asked] : {};
    visit.at(nowMs, withSigns(embedded(), { eyesClosed: 0.05, ...look }));
  }
  return visit;
}

describe('a match', () => {
  it('is said at once for convenience', () => {
    for (const liveness of [LIVE, DOUBTFUL]) expect(recognised('convenience', liveness).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'match', best: ADA } });
  });

  it.each([
    ['careful', 2],
    ['strict', 3],
  ] as const)('is not said before the challenge is passed (%s)', (mode, movements) => {
    const visit = recognised(mode);
    expect(visit.phase).toMatchObject({ kind: 'challenged', match: { best: ADA }, challenge: { done: 0 } });
    if (visit.phase.kind === 'challenged') expect(visit.phase.challenge.movements).toHaveLength(movements);
    expect(obey(visit).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'match', best: ADA }, probe: EMBEDDING });
  });

  it('is the only verdict that is challenged', () => {
    const visit = Visit.opened('verify', { countdownMs: 0, livenessMode: 'strict' }).ask(1000).vote(1100, { scores: [{ ...ADA, score: 0.1 }] });
    expect(visit.phase).toMatchObject({ kind: 'judged', verdict: { kind: 'no-match' } });
  });
});

describe('a picture', () => {
  it.each(['convenience', 'careful', 'strict'] as const)('that looks like one of a print is not asked to move (%s)', (mode) => {
    expect(recognised(mode, SPOOF).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'spoof-suspected', reason: 'picture', best: ADA } });
  });

  it('that is doubtful may pass by moving when careful, and never when strict', () => {
    expect(obey(recognised('careful', DOUBTFUL)).phase).toMatchObject({ verdict: { kind: 'match' } });
    expect(obey(recognised('strict', DOUBTFUL)).phase).toMatchObject({ verdict: { kind: 'unsure', reason: 'doubtful-picture', best: ADA } });
  });

  it('that nobody measured is doubtful', () => {
    const unread = { ...(embedded() as Extract<SessionEvent, { kind: 'face-embedded' }>) };
    delete unread.liveness;
    const visit = Visit.opened('verify', { countdownMs: 0 }).ask(1000);
    for (let frame = 1; frame <= VOTE.needed; frame += 1) visit.at(1000 + frame, unread);
    expect(visit.phase).toMatchObject({ verdict: { kind: 'unsure', reason: 'doubtful-picture' } });
  });
});

describe('while somebody is asked', () => {
  it('a face that is missed for a moment is waited for, and one that has gone is not', () => {
    const visit = recognised('careful').at(1100 + TIMES.goneMs - 1, missed('no-face'));
    expect(visit.phase.kind).toBe('challenged');
    expect(visit.at(1100 + TIMES.goneMs, missed('no-face')).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'unsure', reason: 'left-early' } });
  });

  it('another face somewhere else is ignored until the first one has gone', () => {
    const visit = recognised('careful').at(1200, withSigns(embedded({ faces: faceAt(400) }), { scale: 3 }));
    expect(visit.phase).toMatchObject({ kind: 'challenged', box: faceAt(100).boxes[0], challenge: { lastSeen: null } });
    visit.at(1300, withSigns(embedded(), {}));
    expect(visit.phase).toMatchObject({ kind: 'challenged', seenAtMs: 1300 });
    visit.at(1300 + TIMES.goneMs, located(faceAt(400)));
    expect(visit.phase).toMatchObject({ verdict: { kind: 'spoof-suspected', reason: 'another-face' } });
  });

  it('somebody else in the same place is suspected', () => {
    const visit = recognised('careful');
    for (let frame = 1; frame <= 4; frame += 1) visit.at(1100 + frame * 100, withSigns(embedded({ scores: [{ ...ADA, score: 0.1 }] }), {}));
    expect(visit.phase).toMatchObject({ verdict: { kind: 'spoof-suspected', reason: 'another-face', best: ADA } });
  });

  it('whoever does nothing is not named, and not accused', () => {
    const visit = recognised('careful');
    for (let nowMs = 1200; visit.phase.kind === 'challenged' && nowMs < 60_000; nowMs += 100) visit.at(nowMs, withSigns(embedded(), {}));
    expect(visit.phase).toMatchObject({ verdict: { kind: 'unsure', reason: 'not-as-asked' } });
  });

  it('frames count by when they were shown', () => {
    const visit = recognised('careful').at(5000, { ...withSigns(embedded(), {}), shownAtMs: 1234 } as SessionEvent);
    expect(visit.phase).toMatchObject({ seenAtMs: 5000, challenge: { lastSeen: { atMs: 1234 } } });
  });

  it('it can be cancelled', () => {
    expect(recognised('careful').at(1200, { kind: 'capture-cancelled' }).phase).toEqual({ kind: 'posing', stillness: 0 });
  });

  it('a movement can be declined', () => {
    const visit = recognised('strict');
    const first = visit.phase.kind === 'challenged' ? visit.phase.challenge.movements[0] : null;
    expect(visit.at(1200, { kind: 'movement-declined' }).phase).toMatchObject({ kind: 'challenged', challenge: { declined: [first], step: { sinceMs: 1200 } } });
  });
});

describe('declining', () => {
  it('means nothing while nothing is asked', () => {
    const visit = Visit.opened('verify');
    expect(visit.at(10, { kind: 'movement-declined' }).phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.at(20, located(NOBODY)).phase.kind).toBe('posing');
  });
});
