/** A visit by hand: opening, countdown, capture, and whatever comes at the wrong time. */
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/decision/session-events';
import { closedSession, isUnderWay, type Phase, wantsEmbedding } from '../../../src/decision/session-state';
import { CAPTURE_PATIENCE, RESULT_HOLD_MS } from '../../../src/decision/thresholds';
import { embedded, faceAt, located, MATCH, missed, NOBODY, Visit } from './session-visit';

const SAVED: SessionEvent = { kind: 'enrolment-saved', personId: 'a', sampleId: 's' };
const FAILED: SessionEvent = { kind: 'enrolment-failed' };
const CANCELLED: SessionEvent = { kind: 'capture-cancelled' };

const POSING = { kind: 'posing', stillness: 0 };

/** Visits in every phase, each as it is reached. */
const VISITS: Readonly<Record<Phase['kind'], () => Visit>> = {
  off: () => new Visit('verify'),
  posing: () => Visit.opened('verify'),
  counting: () => Visit.opened('verify').ask(1000),
  capturing: () => VISITS.counting().tick(4000),
  challenged: () => Visit.opened('verify', { livenessMode: 'careful' }).ask(1000).tick(4000).vote(4100),
  judged: () => VISITS.capturing().vote(4100),
  failed: () => VISITS.capturing().at(4100, missed('no-face')).at(4200, missed('no-face')).at(9000, missed('no-face')),
  saving: () => Visit.opened('enrol').ask(1000, 'Ada').tick(4000).at(4100, embedded()),
  enrolled: () => VISITS.saving().at(4200, SAVED),
};
const PHASES = Object.keys(VISITS) as Phase['kind'][];

describe('the visits of these tests', () => {
  it.each(PHASES)('reach %s', (phase) => {
    expect(VISITS[phase]().phase.kind).toBe(phase);
  });
});

describe('opening and closing', () => {
  it('goes from off to a live preview of the purpose', () => {
    const visit = new Visit('verify').at(0, { kind: 'opened', purpose: 'enrol' });
    expect(visit.session).toEqual({ ...closedSession('enrol'), phase: POSING });
  });

  it.each(PHASES)('starts afresh from %s', (phase) => {
    const visit = VISITS[phase]().at(20_000, { kind: 'opened', purpose: 'verify' });
    expect(visit.session).toEqual({ ...closedSession('verify'), phase: POSING });
  });

  it.each(PHASES)('forgets everything but the purpose when it closes from %s', (phase) => {
    const visit = VISITS[phase]();
    const { purpose } = visit.session;
    expect(visit.at(20_000, { kind: 'closed' }).session).toEqual(closedSession(purpose));
  });
});

describe('the countdown', () => {
  it('counts whole seconds down, to the moment it was asked for plus its length', () => {
    const visit = Visit.opened('enrol').ask(1000, 'Ada');
    expect(visit.phase).toEqual({ kind: 'counting', name: 'Ada', endsAtMs: 4000, secondsLeft: 3 });
    expect(visit.tick(1999).phase).toMatchObject({ secondsLeft: 3 });
    expect(visit.tick(2000).phase).toMatchObject({ secondsLeft: 2 });
    expect(visit.tick(3999).phase).toEqual({ kind: 'counting', name: 'Ada', endsAtMs: 4000, secondsLeft: 1 });
  });

  it('is the same value while the number stays, so that nothing is drawn anew', () => {
    const visit = Visit.opened('verify').ask(1000);
    const before = visit.session;
    expect(visit.tick(1500).session).toBe(before);
  });

  it('ends in a capture, and no frame counts before that', () => {
    const visit = Visit.opened('enrol').ask(1000, 'Ada');
    expect(wantsEmbedding(visit.session, 0)).toBe(false);
    visit.at(3999, embedded()).tick(3999);
    expect(visit.phase.kind).toBe('counting');
    expect(visit.effects).toEqual([]);
    visit.tick(4000);
    expect(visit.phase).toEqual({
      kind: 'capturing',
      name: 'Ada',
      startedAtMs: 4000,
      heardAtMs: 4000,
      framesTried: 0,
      problem: 'no-face',
      votes: [],
      probes: [],
      readings: [],
    });
    expect(wantsEmbedding(visit.session, 0)).toBe(true);
  });

  it('of no length captures at once', () => {
    expect(Visit.opened('verify', { countdownMs: 0 }).ask(1000).phase).toMatchObject({ kind: 'capturing', startedAtMs: 1000 });
  });

  it('can be cancelled, after which it never captures', () => {
    const visit = VISITS.counting().at(2000, CANCELLED);
    expect(visit.phase).toEqual(POSING);
    expect(visit.tick(9000).phase).toEqual(POSING);
  });

  it('keeps showing where the faces are', () => {
    expect(VISITS.counting().at(2000, located(faceAt(77))).session.faces).toEqual(faceAt(77));
  });
});

describe('asking for a capture', () => {
  it.each(['counting', 'capturing'] as const)('starts no second one while one is %s', (phase) => {
    const visit = VISITS[phase]();
    const before = visit.session;
    expect(visit.ask(4050, 'Eve').session).toBe(before);
    expect(isUnderWay(visit.phase)).toBe(true);
  });

  it.each(['off', 'saving'] as const)('does nothing while %s', (phase) => {
    const visit = VISITS[phase]();
    const before = visit.session;
    expect(visit.ask(5000).session).toBe(before);
  });

  it.each(['judged', 'failed', 'enrolled'] as const)('starts the next one when %s', (phase) => {
    expect(VISITS[phase]().ask(20_000, 'Ben').phase).toEqual({ kind: 'counting', name: 'Ben', endsAtMs: 23_000, secondsLeft: 3 });
  });
});

describe('a capture', () => {
  const capturing = () => Visit.opened('verify', { countdownMs: 0 }).ask(1000);

  it('is patient until it has looked long enough and often enough', () => {
    const { minFrames, verifyMs } = CAPTURE_PATIENCE;
    const visit = capturing();
    for (let frame = 1; frame <= minFrames; frame += 1) visit.at(1000 + verifyMs - 1, missed('no-face'));
    expect(visit.phase).toMatchObject({ kind: 'capturing', framesTried: minFrames });
    expect(visit.at(1000 + verifyMs, missed('no-face')).phase).toMatchObject({ kind: 'failed', problem: 'no-face' });
  });

  it('looks at several frames even when each takes long', () => {
    const { minFrames, verifyMs } = CAPTURE_PATIENCE;
    const visit = capturing();
    for (let frame = 1; frame < minFrames; frame += 1) visit.at(1000 + verifyMs * frame, missed('no-face'));
    expect(visit.phase).toMatchObject({ kind: 'capturing', framesTried: minFrames - 1 });
    expect(visit.at(1000 + verifyMs * minFrames, missed('no-face')).phase.kind).toBe('failed');
  });

  it('fails with what the last frame lacked', () => {
    const visit = capturing().at(1001, missed('no-face')).at(1002, missed('unreadable-face', faceAt(5)));
    expect(visit.phase).toMatchObject({ kind: 'capturing', problem: 'unreadable-face' });
    expect(visit.session.faces).toEqual(faceAt(5));
    expect(visit.at(9000, missed('unreadable-face')).phase).toMatchObject({ kind: 'failed', problem: 'unreadable-face' });
  });

  it('takes the face that comes after misses', () => {
    const visit = capturing().at(1001, missed('no-face')).vote(1010, { faces: faceAt(9) });
    expect(visit.phase).toMatchObject({ kind: 'judged', verdict: MATCH, judgedAtMs: 1010 });
    expect(visit.session.faces).toEqual(faceAt(9));
    expect(visit.effects).toEqual([]);
  });

  it('can be cancelled', () => {
    expect(capturing().at(1001, CANCELLED).vote(1010).phase).toEqual(POSING);
  });

  it('is kept by ticks alone', () => {
    const visit = capturing();
    const before = visit.session;
    expect(visit.tick(60_000).session).toBe(before);
  });
});

describe('a verdict that was asked for', () => {
  it('stays until the next capture', () => {
    const visit = VISITS.judged().at(4200, located(faceAt(100))).at(4300, located(NOBODY)).tick(4100 + 2 * RESULT_HOLD_MS);
    expect(visit.phase).toMatchObject({ kind: 'judged', verdict: MATCH, judgedAtMs: 4100 });
  });
});

describe('an event at the wrong time', () => {
  const unless = (...exempt: readonly Phase['kind'][]) => PHASES.filter((phase) => !exempt.includes(phase));
  const cases: (readonly [string, SessionEvent, readonly Phase['kind'][]])[] = [
    ['a cancellation', CANCELLED, unless('counting', 'capturing', 'challenged')],
    ['a saved enrolment', SAVED, unless('saving')],
    ['a failed enrolment', FAILED, unless('saving')],
    ['a tick', { kind: 'ticked' }, unless('counting')],
  ];
  const combinations = cases.flatMap(([what, event, phases]) => phases.map((phase) => [what, phase, event] as const));

  it.each(combinations)('%s while %s changes nothing', (_, phase, event) => {
    const visit = VISITS[phase]();
    const before = visit.session;
    expect(visit.at(60_000, event).session).toBe(before);
  });

  it.each(unless('capturing', 'challenged'))('an embedding or a miss while %s starts nothing', (phase) => {
    const visit = VISITS[phase]();
    const { phase: before } = visit.session;
    const effects = [...visit.effects];
    expect(visit.at(3000, embedded()).at(3001, missed('no-face')).phase).toEqual(before);
    expect(visit.effects).toEqual(effects);
  });
});
