import { describe, expect, it } from 'vitest';
import { ATTEMPT_OUTCOMES, LOG_ACTS, type LogFacts } from '../../../src/decision/log-entry';
import { DEFAULT_SETTINGS } from '../../../src/decision/settings';
import { breakText, checkText, droppedText } from '../../../src/ui/log-check-words';
import { detailsOf, kindText } from '../../../src/ui/log-words';
import { formatDate } from '../../../src/ui/format';
import { attemptAt } from '../sealing/made-up-log';

describe('kindText', () => {
  it('has words of its own for every outcome and act', () => {
    const texts = [...ATTEMPT_OUTCOMES, ...LOG_ACTS].map(kindText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('detailsOf', () => {
  const act = (facts: LogFacts): string[] => detailsOf({ kind: 'act', atMs: 1, personId: null, act: 'settings-changed', facts, seq: 1 });

  it('says the numbers of an attempt, and why', () => {
    expect(detailsOf({ ...attemptAt(1, { outcome: 'no-match', why: 'below-threshold', place: 'self-test' }), seq: 1 })).toEqual([
      'below the threshold', 'score 0.710', 'threshold 0.360', 'second best 0.120', 'liveness 0.930', 'in the self-test', 'mobilefacenet-128',
    ]);
  });

  it('says only what there is', () => {
    const nothing = { score: null, secondScore: null, threshold: null, liveness: null };
    expect(detailsOf({ ...attemptAt(1, { ...nothing, outcome: 'not-captured', why: 'too-dark', place: 'enrol' }), seq: 1 })).toEqual(['too dark', 'while enrolling']);
  });

  it('calls every setting by its name', () => {
    for (const setting of Object.keys(DEFAULT_SETTINGS)) expect(act({ setting })[0]).not.toBe(setting);
    expect(act({ setting: 'countdownSeconds', to: 5 })).toEqual(['Countdown', 'now 5']);
  });

  it('says how many, whether it opened and whether it was intact', () => {
    expect(act({ people: 1, isOpened: false, hasLog: true, learntBy: 'enrolment' })).toEqual(['1 person', 'it did not open', 'with the log']);
    expect(act({ entries: 2, breaks: 0 })).toEqual(['2 entries', 'intact']);
  });
});

describe('a check in words', () => {
  const found = { entries: 3, fromMs: 0, toMs: 1e12, dropped: 0, breaks: [] };

  it('says from when to when the log is intact', () => {
    expect(checkText(found)).toBe(`Log intact from ${formatDate(0)} to ${formatDate(1e12)}. Entries: 3.`);
    expect(checkText({ ...found, entries: 0, fromMs: null, toMs: null })).toBe('The log is empty.');
  });

  it('says what is broken', () => {
    expect(checkText({ ...found, breaks: [{ seq: 2, problem: 'changed' }] })).toBe('The log is not intact: 1 place is wrong.');
    const texts = (['changed', 'missing', 'out-of-place', 'cut-off', 'noted'] as const).map((problem) => breakText({ seq: 1234, problem }));
    for (const text of texts) expect(text).toMatch(/1.?234/);
    expect(new Set(texts).size).toBe(5);
    expect(droppedText(1)).toContain('1 older entry was dropped');
  });
});
