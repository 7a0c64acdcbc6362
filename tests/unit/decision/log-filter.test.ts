import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../src/decision/log-entry';
import { countByDay, countByPerson, filterLog, NO_FILTER, startOfDay } from '../../../src/decision/log-filter';
import { attemptAt } from '../sealing/made-up-log';

const NOON = new Date(2026, 2, 27, 12).getTime();

/** Noon of so many days later, also over the change of the clocks. */
const day = (days: number): number => new Date(2026, 2, 27 + days, 12).getTime();

const ENTRIES: readonly LogEntry[] = [
  { ...attemptAt(day(0)), seq: 1 },
  { ...attemptAt(day(0), { outcome: 'no-match', personId: 'ben' }), seq: 2 },
  { kind: 'act', atMs: day(1), personId: 'ben', act: 'deleted', facts: {}, seq: 3 },
  { ...attemptAt(day(3), { outcome: 'spoof-suspected' }), seq: 4 },
  { ...attemptAt(day(3), { outcome: 'not-captured', personId: null }), seq: 5 },
  { ...attemptAt(day(3), { personId: 'ben' }), seq: 6 },
  { ...attemptAt(day(3), { personId: 'ben' }), seq: 7 },
];

const seqs = (entries: readonly LogEntry[]): number[] => entries.map(({ seq }) => seq);

describe('filterLog', () => {
  it('lets everything through as it is', () => expect(filterLog(ENTRIES, NO_FILTER)).toBe(ENTRIES));

  it.each([
    [{ kind: 'attempts' }, [1, 2, 4, 5, 6, 7]],
    [{ kind: 'acts' }, [3]],
    [{ kind: 'no-match' }, [2]],
    [{ kind: 'deleted' }, [3]],
    [{ personId: 'ben' }, [2, 3, 6, 7]],
    [{ personId: 'ben', kind: 'match' }, [6, 7]],
    [{ fromMs: day(1) }, [3, 4, 5, 6, 7]],
    [{ beforeMs: day(1) }, [1, 2]],
    [{ fromMs: startOfDay(day(1)), beforeMs: startOfDay(day(2)) }, [3]],
  ] as const)('lets through what is like %j', (filter, expected) => {
    expect(seqs(filterLog(ENTRIES, { ...NO_FILTER, ...filter }))).toEqual(expected);
  });
});

describe('countByDay', () => {
  it('counts attempts of every day, empty ones too', () => {
    expect(countByDay(ENTRIES, 30)).toEqual([
      { dayMs: startOfDay(NOON), matches: 1, refused: 1, without: 0 },
      { dayMs: startOfDay(day(1)), matches: 0, refused: 0, without: 0 },
      { dayMs: startOfDay(day(2)), matches: 0, refused: 0, without: 0 },
      { dayMs: startOfDay(day(3)), matches: 2, refused: 1, without: 1 },
    ]);
  });

  it('begins so many days before the newest', () => {
    expect(countByDay(ENTRIES, 2).map(({ dayMs }) => dayMs)).toEqual([startOfDay(day(2)), startOfDay(day(3))]);
  });

  it('says nothing without an attempt', () => expect(countByDay(filterLog(ENTRIES, { ...NO_FILTER, kind: 'acts' }), 30)).toEqual([]));
});

describe('countByPerson', () => {
  it('counts matches alone, most first', () => {
    expect(countByPerson(ENTRIES)).toEqual([{ personId: 'ben', matches: 2 }, { personId: 'ada', matches: 1 }]);
  });
});
