/** An enrolment: the first sample makes the person, poses and presses of the key make the rest. */
import { describe, expect, it } from 'vitest';
import { wantsEmbedding } from '../../../src/decision/session-state';
import { ENROLMENT } from '../../../src/decision/thresholds';
import { QUALITY } from '../../support/made-up-quality';
import { enrolled, enrolledPhase, FAILED, faceOfAda, head, LEFT, READY_MS, samplesOf, saving, savingAnother } from './enrolling-visit';
import { CROP, embedded, faceAt, located, NOBODY } from './session-visit';

const { holdMs, pauseMs } = ENROLMENT;

describe('the first sample', () => {
  it('is one good frame, saved once, under the name that was typed', () => {
    const visit = saving().at(1150, embedded());
    expect(visit.phase).toEqual({
      kind: 'saving',
      name: 'Ada',
      sample: { embedding: faceOfAda(1), crop: CROP, pose: 'straight' },
      quality: QUALITY,
    });
    expect(visit.effects).toEqual([{ kind: 'save-enrolment', name: 'Ada', embedding: faceOfAda(1) }]);
  });

  it('is acknowledged only when it is saved', () => {
    expect(saving().tick(60_000).phase.kind).toBe('saving');
    expect(enrolled({ samplesWanted: 4 }).phase).toEqual({
      kind: 'enrolled',
      enrolment: {
        personId: 'ada',
        name: 'Ada',
        samples: [{ id: 's1', embedding: faceOfAda(1), crop: CROP, pose: 'straight' }],
        wanted: 4,
        baseline: QUALITY,
      },
      taking: 'nothing',
      problem: null,
      waitUntilMs: READY_MS,
    });
  });

  it('leaves the preview when it cannot be saved', () => {
    expect(saving().at(2000, FAILED).phase).toEqual({ kind: 'posing', stillness: 0 });
  });

  it('cannot be cancelled once it is being saved', () => {
    expect(saving().at(1150, { kind: 'capture-cancelled' }).phase.kind).toBe('saving');
  });
});

describe('a pose that is missing', () => {
  it('is taken by itself once it has been held', () => {
    const visit = enrolled().at(4000, located(faceAt(300), LEFT)).at(3999 + holdMs, located(faceAt(302), LEFT));
    expect(wantsEmbedding(visit.session, 0)).toBe(false);
    visit.at(4000 + holdMs, located(faceAt(304), LEFT));
    expect(enrolledPhase(visit).taking).toBe('pose');
    expect(wantsEmbedding(visit.session, 0)).toBe(true);
    visit.at(5000, embedded({ embedding: faceOfAda(2), quality: LEFT }));
    expect(visit.effects.slice(1)).toEqual([{ kind: 'save-sample', personId: 'ada', embedding: faceOfAda(2) }]);
    expect(samplesOf(visit)).toEqual([['s1', 'straight'], ['', 'left']]);
  });

  it('is not looked for before the pause is over', () => {
    const visit = enrolled().at(READY_MS - 1, located(faceAt(100), LEFT));
    expect(enrolledPhase(visit).taking).toBe('nothing');
    expect(enrolledPhase(visit.at(READY_MS, located(faceAt(100), LEFT))).taking).toBe('pose');
  });

  it.each([
    ['a pose that is there', located(faceAt(100), QUALITY)],
    ['a head between two poses', located(faceAt(100), head(9))],
    ['a pose in a bad picture', located(faceAt(100), { ...LEFT, brightness: 40 })],
    ['a face that could not be measured', located(faceAt(100), null)],
    ['nobody', located(NOBODY)],
  ])('is not %s', (_, event) => {
    expect(enrolledPhase(enrolled().at(READY_MS, event)).taking).toBe('nothing');
  });

  it('is not looked for any more when the enrolment is complete', () => {
    const visit = enrolled({ samplesWanted: 1 }).at(9000, located(faceAt(100), LEFT));
    expect(enrolledPhase(visit).taking).toBe('nothing');
  });

  it('is let go of when the head has turned on, and looked for again after a pause', () => {
    const visit = enrolled().at(3000, located(faceAt(100), LEFT)).at(3100, embedded({ embedding: faceOfAda(2), quality: head(9) }));
    expect(enrolledPhase(visit)).toMatchObject({ taking: 'nothing', problem: null, waitUntilMs: 3100 + pauseMs });
    expect(visit.effects).toHaveLength(1);
  });
});

describe('a press of the key when somebody is enrolled', () => {
  it('takes the next good frame, in whatever pose, without a pause', () => {
    const visit = enrolled().ask(2001);
    expect(enrolledPhase(visit).taking).toBe('anything');
    visit.at(2002, embedded({ embedding: faceOfAda(2), quality: head(9) }));
    expect(samplesOf(visit)).toEqual([['s1', 'straight'], ['', 'any']]);
    expect(visit.effects).toHaveLength(2);
  });

  it('is heard while a pose is being tried', () => {
    const visit = enrolled().at(4000, located(faceAt(300), LEFT)).at(4000 + holdMs, located(faceAt(300), LEFT));
    expect(enrolledPhase(visit).taking).toBe('pose');
    expect(enrolledPhase(visit.ask(4400)).taking).toBe('anything');
  });

  it('fills a missing pose where the head is in one', () => {
    expect(samplesOf(savingAnother())).toEqual([['s1', 'straight'], ['', 'left']]);
  });

  it('takes one more than are wanted', () => {
    const visit = enrolled({ samplesWanted: 1 }).ask(2001).at(2002, embedded({ embedding: faceOfAda(2) }));
    expect(samplesOf(visit)).toEqual([['s1', 'straight'], ['', 'any']]);
  });

  it('does nothing while a sample is being written', () => {
    const visit = savingAnother();
    const before = visit.session;
    expect(visit.ask(2200).session).toBe(before);
    expect(wantsEmbedding(visit.session, 0)).toBe(false);
  });

  it('with a name enrols somebody else', () => {
    expect(enrolled().ask(2001, 'Ben').phase).toMatchObject({ kind: 'capturing', name: 'Ben' });
  });
});
