/** Judgements as rates, with what could not be read apart. */
import { describe, expect, it } from 'vitest';
import { PASSIVE } from '../../../../src/decision/liveness/limits';
import type { ReadPresentation } from '../../../../src/tools/pad/read-presentations';
import { padReportOf } from '../../../../src/tools/pad/report';
import { padTextOf } from '../../../../src/tools/pad/text-report';

const SCORES = { live: 1, doubtful: (PASSIVE.live + PASSIVE.spoof) / 2, spoof: 0 } as const;
type Wanted = keyof typeof SCORES | 'unread';

/** Presentations of one kind that are judged like this. */
function presented(attack: string | null, medium: ReadPresentation['medium'], ...wanted: Wanted[]): ReadPresentation[] {
  return wanted.map((judgement, index) => {
    const file = `${attack ?? 'face'}/${index}.jpg`;
    if (judgement === 'unread') return { file, attack, medium, readings: [], reason: 'no face found' };
    const reading = { network: SCORES[judgement], patternDb: 8 };
    return { file, attack, medium, readings: new Array<typeof reading>(PASSIVE.minReadings).fill(reading), reason: null };
  });
}

const report = (...presentations: ReadPresentation[]) => padReportOf({ presentations, timings: [] });

const MIXED = report(
  ...presented(null, 'photograph', 'live', 'live', 'live', 'doubtful', 'spoof', 'unread'),
  ...presented('print', 'photograph', 'live', 'spoof', 'spoof', 'doubtful'),
  ...presented('phone', 'film', 'live', 'live', 'spoof', 'unread'),
);

describe('the report', () => {
  it('has the APCER of the worst type, the BPCER of what did not pass, and their mean', () => {
    expect(MIXED.apcer).toBeCloseTo(2 / 3, 10);
    expect(MIXED.worstType).toBe('phone');
    expect(MIXED.bpcer).toBeCloseTo(2 / 5, 10);
    expect(MIXED.acer).toBeCloseTo((2 / 3 + 2 / 5) / 2, 10);
  });

  it('counts each type, all attacks together, and what could not be read apart', () => {
    expect(MIXED.live).toEqual({ presentations: 6, read: 5, notRead: 1, live: 3, doubtful: 1, spoof: 1 });
    expect(MIXED.byType.print).toMatchObject({ presentations: 4, read: 4, notRead: 0, apcer: 0.25 });
    expect(MIXED.byType.phone).toMatchObject({ presentations: 4, read: 3, notRead: 1, live: 2 });
    expect(MIXED.spoof).toMatchObject({ presentations: 8, read: 7, notRead: 1, apcer: 3 / 7 });
  });

  it('has exact intervals: 0 of 20 still means up to 16.8 %', () => {
    const { intervals, apcer } = report(...presented('print', 'film', ...new Array<Wanted>(20).fill('spoof')), ...presented(null, 'film', 'live'));
    expect(apcer).toBe(0);
    expect(intervals.apcer!.low).toBe(0);
    expect(intervals.apcer!.high).toBeCloseTo(0.168, 3);
    expect(intervals.bpcer!.high).toBeCloseTo(0.975, 3);
  });

  it('does not take a type that could not be read for the worst, or for the best', () => {
    const { worstType, byType, apcer } = report(...presented('mask', 'film', 'unread'), ...presented('print', 'film', 'spoof'), ...presented(null, 'film', 'live'));
    expect([worstType, apcer, byType.mask!.apcer, byType.mask!.interval]).toEqual(['print', 0, null, null]);
  });

  it('has no rate where nothing could be read', () => {
    const { apcer, bpcer, acer, intervals, worstType } = report(...presented('print', 'film', 'unread'), ...presented(null, 'film', 'unread'));
    expect([apcer, bpcer, acer, worstType, intervals]).toEqual([null, null, null, null, { apcer: null, bpcer: null }]);
  });

  it('lists every file with its score', () => {
    expect(MIXED.files[0]).toEqual({ file: 'face/0.jpg', attack: null, judgement: 'live', score: 1, readings: PASSIVE.minReadings, reason: null });
    expect(MIXED.files[5]).toEqual({ file: 'face/5.jpg', attack: null, judgement: null, score: null, readings: 0, reason: 'no face found' });
  });

  it('says how a photograph counts where there is one, and that something was not read', () => {
    expect(MIXED.notes.join(' ')).toContain('A photograph gives one reading');
    expect(MIXED.notes.join(' ')).toContain('could not be read is in no rate');
    const clean = report(...presented('print', 'film', 'spoof'), ...presented(null, 'film', 'live')).notes.join(' ');
    expect(clean).not.toContain('photograph gives');
    expect(clean).not.toContain('could not be read');
  });

  it('has the keys that are promised', () => {
    expect(Object.keys(JSON.parse(JSON.stringify(MIXED)) as object)).toEqual(expect.arrayContaining(['apcer', 'bpcer', 'acer', 'live', 'spoof', 'byType']));
  });
});

describe('the report as text', () => {
  it('names the worst type, intervals and what was not read', () => {
    const text = padTextOf(MIXED);
    expect(text).toContain('APCER  66.7 %  [9.4 % to 99.2 %]  attacks that passed: phone, the worst type');
    expect(text).toContain('BPCER  40.0 %');
    expect(text).toContain('4 read: 1 live, 1 doubtful, 2 spoof');
    expect(text).toContain('3 read: 2 live, 0 doubtful, 1 spoof; 1 not read');
    expect(text).toContain('  face/5.jpg: no face found');
  });

  it('says where nothing could be read, and lists twenty files at most', () => {
    const text = padTextOf(report(...presented('print', 'film', 'spoof'), ...presented(null, 'film', ...new Array<Wanted>(25).fill('unread'))));
    expect(text).toContain('BPCER  none could be read');
    expect(text).toContain('  and 5 more: --json lists them all');
  });
});
