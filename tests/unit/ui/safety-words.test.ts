/** What the page about safety says. */
import { describe, expect, it } from 'vitest';
import { placeOf, safetyAt } from '../../../src/decision/gallery-safety';
import { referenceOf } from '../../../src/decision/reference-scores';
import {
  alikeText,
  countedRateText,
  formatOneIn,
  formatPercent,
  overlapText,
  placeWarning,
  proofTexts,
  referenceRateText,
  referenceText,
  strangersText,
} from '../../../src/ui/safety-words';
import { surveyWith } from '../decision/made-up-people';

const REFERENCE = referenceOf('mobilefacenet-512');
const APART = { lowestGenuine: 0.6, strangersReach: 0.3, ownReach: 0.1, impostorsReach: 0.3 };
const MEETING = { lowestGenuine: 0.25, strangersReach: 0.3, ownReach: 0.45, impostorsReach: 0.45 };

describe('rates', () => {
  it.each([[1e-3, '1 in 1,000'], [1 / 2345, '1 in 2,300'], [0.25, '1 in 4'], [0.35, '35 %'], [0.99, 'all'], [0, 'never']])('%d is %s', (rate, text) => {
    expect(formatOneIn(rate)).toBe(text);
  });

  it.each([[0, '0 %'], [0.1684, '16.8 %'], [0.0512, '5.1 %'], [0.00012, '0.012 %'], [1, '100 %']])('%d is %s', (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });

  it('says what else a rate could be, or that it was not counted', () => {
    expect(countedRateText({ errors: 0, trials: 20, rate: 0, interval: { low: 0, high: 0.168 } })).toBe('0 of 20, 0 % (0 % to 16.8 %)');
    expect(referenceRateText({ rate: 1e-4, interval: { low: 9e-5, high: 1.1e-4 }, isRare: false })).toBe('1 in 10,000 (1 in 11,000 to 1 in 9,100)');
    expect(referenceRateText({ rate: 7.3e-7, interval: { low: 1.5e-7, high: 2.1e-6 }, isRare: true })).toBe('about 1 in 1,000,000 (1 in 6,700,000 to 1 in 480,000)');
    expect(referenceRateText({ rate: 0, interval: { low: 0, high: 8.9e-7 }, isRare: true })).toBe('fewer than 1 in 1,100,000: no stranger scored so high');
    const counted = { interval: { low: 0, high: 1 }, isRare: false };
    expect([strangersText({ rate: 1e-4, ...counted }), strangersText({ rate: 0.5, ...counted })]).toEqual(['1 in 10,000 strangers', '50 % of strangers']);
  });
});

describe('placeWarning', () => {
  const warningAt = (overlap: typeof APART, threshold: number): string | null => placeWarning(placeOf(overlap, threshold), overlap);

  it('is silent where the threshold serves both', () => {
    expect(warningAt(APART, 0.45)).toBeNull();
  });

  it('warns before an edge, and beyond it', () => {
    expect(warningAt(APART, 0.32)).toMatch(/^Careful: a little lower, at 0\.300/);
    expect(warningAt(APART, 0.3)).toMatch(/not above 0\.300.*1 stranger in 1,000/);
    expect(warningAt(APART, 0.59)).toMatch(/^Careful: a little higher, at 0\.600/);
    expect(warningAt(APART, 0.61)).toMatch(/above 0\.600.*refuses people it should know/);
  });

  it('warns before the overlap from both sides, and within', () => {
    expect(warningAt(MEETING, 0.24)).toContain('A little higher, at 0.250, it enters the overlap');
    expect(warningAt(MEETING, 0.35)).toContain('is in the overlap, 0.250 to 0.450');
    expect(warningAt(MEETING, 0.46)).toContain('A little lower, at 0.450, it enters the overlap');
  });

  it('blames one of your own people when they reach further than strangers', () => {
    expect(warningAt({ ...MEETING, lowestGenuine: 0.9 }, 0.4)).toContain('one of your people reaches as somebody else');
  });
});

describe('sentences', () => {
  it('say whether the two keep apart', () => {
    expect(overlapText(APART)).toMatch(/^They keep apart: 0\.300.*begin at 0\.600/);
    expect(overlapText(MEETING)).toMatch(/^They overlap from 0\.250.*to 0\.450, the highest score between two of your people/);
    expect(overlapText({ ...APART, lowestGenuine: null })).toContain('not known yet');
  });

  it('say whether two people can be told apart', () => {
    const pair = { first: 'Ada', second: 'Ben', score: 0.45 };
    const read = (threshold: number): string => {
      const { strings, values } = alikeText(pair, threshold);
      return String.raw({ raw: strings }, ...values);
    };
    expect(read(0.5)).toContain('0.050 below the threshold');
    expect(read(0.4)).toContain('0.050 above the threshold: a picture of one may pass as the other');
    expect(read(0.45)).toContain('may pass as the other');
  });

  it('say how little a small gallery proves', () => {
    const survey = surveyWith(Array<number>(20).fill(0.9), [0.1, 0.1], 4);
    const text = proofTexts(survey, safetyAt(survey, REFERENCE, 0.4).refused).join(' ');
    expect(text).toMatch(/^Little: the gallery is small\./);
    expect(text).toContain('compared with themselves 20 times. That none was refused at this threshold still allows a true rate of up to 16.8 %');
    expect(text).toContain('takes about 300 comparisons');
    expect(text).toContain('within an hour');
    expect(text).toContain('less than 0.450');
    expect(text).not.toContain('single sample');
    expect(proofTexts({ ...survey, people: 6, surveyed: 6 }, safetyAt(survey, REFERENCE, 0.4).refused).join(' ')).toContain('2 people have a single sample');
    const sampled = proofTexts({ ...survey, people: 10_000 }, safetyAt(survey, REFERENCE, 0.5).refused).join(' ');
    expect(sampled).toContain(`${survey.surveyed} of your 10,000 people were compared`);
    expect(text).not.toContain('were compared with one another, evenly');
    const alone = surveyWith([], [], 1);
    expect(proofTexts(alone, null).join(' ')).toMatch(/Nobody has two samples.*nobody to be confused with/);
  });

  it('say who the strangers are, and that yours differ', () => {
    const text = referenceText(REFERENCE);
    expect(text).toContain(`${REFERENCE.images.toLocaleString('en')} photographs of ${REFERENCE.people.toLocaleString('en')} celebrities`);
    expect(text).toContain(REFERENCE.source);
    expect(text).toContain(REFERENCE.pairs.toLocaleString('en'));
    expect(text).toMatch(/Your camera, your light and your people differ/);
  });
});
