import { describe, expect, it } from 'vitest';
import { logFile } from '../../../src/decision/log-file';
import type { LogEntry } from '../../../src/decision/log-entry';
import { attemptAt } from '../sealing/made-up-log';

const NAMES: Readonly<Record<string, string>> = { ada: 'Ada', sum: '=1+1', comma: 'Ada, "the first"', plus: '+49 1', at: '@home', minus: '-1', tab: '\t=1' };

const csvOf = (entries: readonly LogEntry[]): string[] => [...logFile(entries, 'csv', (id) => NAMES[id] ?? null)].join('').split('\r\n');

describe('the log as CSV', () => {
  it('has a head and a row for every entry', () => {
    expect(csvOf([{ ...attemptAt(0, { score: -0.1, why: 'below-threshold' }), seq: 7 }, { kind: 'act', atMs: 0, personId: null, act: 'restored', facts: { people: 2 }, seq: 8 }])).toEqual([
      'seq,time,kind,what,person_id,person,score,second_score,threshold,liveness,why,place,model,pipeline,facts',
      '7,1970-01-01T00:00:00.000Z,attempt,match,ada,Ada,-0.1,0.12,0.36,0.93,below-threshold,verify,mobilefacenet-128,4,',
      '8,1970-01-01T00:00:00.000Z,act,restored,,,,,,,,,,,"{""people"":2}"',
      '',
    ]);
  });

  it.each([
    ['sum', "'=1+1"],
    ['plus', "'+49 1"],
    ['at', "'@home"],
    ['minus', "'-1"],
    ['tab', "'\t=1"],
    ['comma', '"Ada, ""the first"""'],
    ['gone', ''],
  ])('holds a name that is no formula: %s', (personId, cell) => {
    expect(csvOf([{ ...attemptAt(0, { personId }), seq: 1 }])[1]).toContain(`attempt,match,${personId},${cell},`);
  });

  it('goes on over many pieces', () => {
    expect(csvOf(Array.from({ length: 2500 }, (_, at) => ({ ...attemptAt(at), seq: at + 1 })))).toHaveLength(2502);
  });
});

describe('the log as JSON', () => {
  it.each([0, 1, 2500])('is a list of %d entries', (count) => {
    const entries = Array.from({ length: count }, (_, at) => ({ ...attemptAt(at), seq: at + 1 }));
    const read = JSON.parse([...logFile(entries, 'json', (id) => NAMES[id] ?? null)].join('')) as unknown[];
    expect(read).toHaveLength(count);
    if (count > 0) expect(read[0]).toMatchObject({ seq: 1, time: '1970-01-01T00:00:00.000Z', person: 'Ada', outcome: 'match', score: 0.71 });
  });
});
