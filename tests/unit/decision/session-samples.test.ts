/** Samples of an enrolment: refused, written, taken back, resumed, photographed. */
import { describe, expect, it } from 'vitest';
import { STRAIGHT_HEAD, type TakenSample } from '../../../src/decision/enrolment';
import type { SessionEvent } from '../../../src/decision/session-events';
import { ENROLMENT } from '../../../src/decision/thresholds';
import { enrolled, enrolledPhase, FACE_OF_BEN, FAILED, faceOfAda, LEFT, missingOf, samplesOf, saved, savingAnother } from './enrolling-visit';
import { EMBEDDING, embedded, faceAt, missed, Visit } from './session-visit';

const { pauseMs } = ENROLMENT;

describe('a sample that does not help', () => {
  it.each([
    ['too much like another', embedded({ embedding: faceOfAda(1), quality: LEFT }), 'too-alike'],
    ['of somebody else', embedded({ embedding: FACE_OF_BEN, quality: LEFT }), 'not-the-same'],
    ['in a bad picture', embedded({ embedding: faceOfAda(2), quality: { ...LEFT, sharpness: 0.03 } }), 'blurred'],
    ['not there', missed('no-face'), 'no-face'],
    ['not a face', missed('unreadable-face', faceAt(100)), 'unreadable-face'],
  ] as const)('because it is %s is refused with the reason', (_, event, problem) => {
    const visit = enrolled().ask(2001).at(2002, event);
    expect(enrolledPhase(visit)).toMatchObject({ taking: 'nothing', problem, waitUntilMs: 2002 + pauseMs });
    expect(samplesOf(visit)).toEqual([['s1', 'straight']]);
    expect(visit.effects).toHaveLength(1);
  });

  it('is no longer spoken of when the next one is tried', () => {
    const visit = enrolled().ask(2001).at(2002, missed('no-face'));
    expect(enrolledPhase(visit.ask(2003)).problem).toBeNull();
  });
});

describe('writing a further sample', () => {
  it('gives it its name, and then the next pose is wanted', () => {
    const visit = savingAnother();
    expect(enrolledPhase(visit).taking).toBe('being-saved');
    visit.at(2500, saved('s2'));
    expect(samplesOf(visit)).toEqual([['s1', 'straight'], ['s2', 'left']]);
    expect(enrolledPhase(visit)).toMatchObject({ taking: 'nothing', waitUntilMs: 2500 + pauseMs });
    expect(missingOf(visit)).toEqual(['right', 'up', 'down']);
  });

  it('undoes it when it cannot be written', () => {
    const visit = savingAnother().at(2500, FAILED);
    expect(samplesOf(visit)).toEqual([['s1', 'straight']]);
    expect(enrolledPhase(visit).taking).toBe('nothing');
    expect(missingOf(visit)).toEqual(['left', 'right', 'up', 'down']);
  });

  it('never makes one person out of two: what was written for one is not the first sample of the next', () => {
    const visit = savingAnother().ask(2200, 'Ben').at(2300, embedded({ embedding: FACE_OF_BEN })).at(2400, saved('s2'));
    if (visit.phase.kind === 'enrolled') expect(visit.phase.enrolment).toMatchObject({ personId: 'ada', name: 'Ada' });
    else expect(visit.phase).toMatchObject({ kind: 'saving', name: 'Ben' });
  });
});

describe('removing a sample', () => {
  it('makes its pose missing again, after a pause', () => {
    const visit = savingAnother().at(2500, saved('s2')).at(3000, { kind: 'sample-removed', sampleId: 's2' });
    expect(samplesOf(visit)).toEqual([['s1', 'straight']]);
    expect(missingOf(visit)).toEqual(['left', 'right', 'up', 'down']);
    expect(enrolledPhase(visit).waitUntilMs).toBe(3000 + pauseMs);
  });

  it('means nothing without an enrolment', () => {
    const visit = Visit.opened('enrol');
    const before = visit.session;
    expect(visit.at(1, { kind: 'sample-removed', sampleId: 's1' }).session).toBe(before);
  });
});

describe('an enrolment that goes on another day', () => {
  const resumed = (samples: number, purpose: 'enrol' | 'verify' = 'enrol') => {
    const old = Array.from({ length: samples }, (_, index): TakenSample => ({ id: `old${index}`, embedding: EMBEDDING, pose: 'any', crop: null }));
    return Visit.opened(purpose).at(500, { kind: 'enrolment-resumed', personId: 'ada', name: 'Ada', samples: old });
  };

  it('begins with the samples there are, and a head that is straight for everybody', () => {
    const visit = resumed(2);
    expect(enrolledPhase(visit)).toMatchObject({ taking: 'nothing', problem: null, waitUntilMs: 500, enrolment: { name: 'Ada', wanted: 5 } });
    expect(enrolledPhase(visit).enrolment.baseline).toEqual(STRAIGHT_HEAD);
    expect(missingOf(visit)).toEqual(['straight', 'left', 'right']);
  });

  it('wants at least one more', () => {
    expect(missingOf(resumed(5))).toEqual(['straight']);
    expect(missingOf(resumed(8))).toEqual(['straight']);
  });

  it('does not begin while verifying', () => {
    expect(resumed(2, 'verify').phase).toEqual({ kind: 'posing', stillness: 0 });
  });
});

describe('a photograph', () => {
  const photograph = (personId: string, index: number): SessionEvent => ({
    kind: 'photograph-added',
    personId,
    sample: { id: `photo${index}`, embedding: faceOfAda(index), pose: 'any', crop: null },
  });

  it('is one more sample of the person who is being enrolled', () => {
    const visit = enrolled().ask(2001).at(2002, missed('no-face')).at(2100, photograph('ada', 5));
    expect(samplesOf(visit)).toEqual([['s1', 'straight'], ['photo5', 'any']]);
    expect(enrolledPhase(visit).problem).toBeNull();
    expect(missingOf(visit)).toEqual(['left', 'right', 'up']);
  });

  it('does not disturb a sample that is being written', () => {
    const visit = savingAnother().at(2200, photograph('ada', 5)).at(2300, saved('s2'));
    expect(samplesOf(visit)).toEqual([['s1', 'straight'], ['s2', 'left'], ['photo5', 'any']]);
  });

  it('of somebody else changes nothing', () => {
    const visit = enrolled();
    const before = visit.session;
    expect(visit.at(2100, photograph('ben', 5)).session).toBe(before);
    expect(Visit.opened('enrol').at(2100, photograph('ada', 5)).phase.kind).toBe('posing');
  });
});
