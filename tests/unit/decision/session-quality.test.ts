/** What a visit makes of the quality of the picture. */
import { describe, expect, it } from 'vitest';
import type { FaceQuality } from '../../../src/core/quality';
import type { Purpose } from '../../../src/decision/session-state';
import { CAPTURE_PATIENCE } from '../../../src/decision/thresholds';
import { QUALITY } from '../../support/made-up-quality';
import { embedded, faceAt, located, missed, NOBODY, Visit } from './session-visit';

const { minFrames, enrolMs, verifyMs } = CAPTURE_PATIENCE;

/** Too dark to enrol, light enough to verify. */
const DIM: FaceQuality = { ...QUALITY, brightness: 40 };
const NIGHT: FaceQuality = { ...QUALITY, brightness: 10 };

/** A capture that began at 1000 ms. */
const capturing = (purpose: Purpose) => Visit.opened(purpose, { countdownMs: 0 }).ask(1000, purpose === 'enrol' ? 'Ada' : '');

describe('the hint', () => {
  it('says what is wrong with the picture, by what the visit is for', () => {
    const hintOf = (purpose: Purpose, quality: FaceQuality) => Visit.opened(purpose).at(1, located(faceAt(100), quality)).session.hint;
    expect(hintOf('verify', QUALITY)).toBeNull();
    expect(hintOf('enrol', QUALITY)).toBeNull();
    expect(hintOf('verify', DIM)).toBeNull();
    expect(hintOf('enrol', DIM)).toBe('too-dark');
    expect(hintOf('verify', NIGHT)).toBe('too-dark');
  });

  it('goes with the face', () => {
    const visit = Visit.opened('verify').at(1, located(faceAt(100), NIGHT));
    expect(visit.at(2, located(NOBODY)).session.hint).toBeNull();
  });

  it('comes from every frame, whatever it was asked for', () => {
    expect(capturing('verify').at(1001, embedded({ quality: NIGHT })).session.hint).toBe('too-dark');
  });
});

describe('the gates', () => {
  const passes = (quality: FaceQuality | null, purpose: Purpose = 'enrol') => Visit.opened(purpose).at(1, located(faceAt(100), quality)).session.passes;

  it('are passed by a face that was measured and has nothing wrong with it', () => {
    expect([passes(QUALITY), passes(DIM), passes(DIM, 'verify')]).toEqual([true, false, true]);
  });

  it('are not passed by a face that could not be measured, or by none', () => {
    expect(passes(null)).toBe(false);
    expect(Visit.opened('enrol').at(1, located(faceAt(100))).at(2, located(NOBODY)).session.passes).toBe(false);
  });
});

describe('a face in a bad picture', () => {
  it('does not vote: it is a miss with a reason', () => {
    const visit = capturing('verify').at(1001, embedded({ quality: NIGHT }));
    expect(visit.phase).toMatchObject({ kind: 'capturing', problem: 'too-dark', framesTried: 1, votes: [], heardAtMs: 1000 });
    for (let frame = 1; frame < minFrames; frame += 1) visit.at(1000 + verifyMs, embedded({ quality: NIGHT }));
    expect(visit.phase).toMatchObject({ kind: 'failed', problem: 'too-dark' });
  });

  it('is not enrolled', () => {
    const visit = capturing('enrol').at(1001, embedded({ quality: DIM }));
    expect(visit.phase).toMatchObject({ kind: 'capturing', problem: 'too-dark' });
    expect(visit.effects).toEqual([]);
    expect(visit.at(1002, embedded()).phase.kind).toBe('saving');
  });

  it('may be good enough to verify when it is not good enough to enrol', () => {
    expect(capturing('verify').vote(1010, { quality: DIM }).phase.kind).toBe('judged');
  });
});

describe('the patience', () => {
  it.each([['enrol', enrolMs], ['verify', verifyMs]] as const)('when there is nothing to %s is its own', (purpose, patienceMs) => {
    const visit = capturing(purpose);
    for (let frame = 1; frame <= minFrames; frame += 1) visit.at(1000 + patienceMs - 1, missed('no-face'));
    expect(visit.phase.kind).toBe('capturing');
    expect(visit.at(1000 + patienceMs, missed('no-face')).phase.kind).toBe('failed');
  });

  it('is longer when enrolling, where somebody has to mend the picture', () => {
    expect(enrolMs).toBeGreaterThan(verifyMs);
  });
});
