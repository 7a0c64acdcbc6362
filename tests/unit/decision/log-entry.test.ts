import { describe, expect, it } from 'vitest';
import { kindOf, parseLogEvent } from '../../../src/decision/log-entry';
import { attemptAt, eventsOf } from '../sealing/made-up-log';

describe('parseLogEvent', () => {
  it('reads what was written', () => {
    for (const event of eventsOf(6)) expect(parseLogEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('keeps an act that it does not know', () => {
    expect(parseLogEvent({ kind: 'act', atMs: 1, personId: null, act: 'flown', facts: {} })).toMatchObject({ act: 'other' });
  });

  it.each([
    null,
    {},
    { ...attemptAt(1), kind: 'door' },
    { ...attemptAt(1), atMs: 'today' },
    { ...attemptAt(1), personId: 7 },
    { ...attemptAt(1), outcome: 'perhaps' },
    { ...attemptAt(1), place: 'elsewhere' },
    { ...attemptAt(1), score: 'high' },
    { ...attemptAt(1), liveness: Number.NaN },
    { ...attemptAt(1), why: '' },
    { kind: 'act', atMs: 1, personId: null, act: 'enrolled', facts: { picture: [1, 2] } },
    { kind: 'act', atMs: 1, personId: null, act: 'enrolled' },
  ])('refuses %j', (value) => {
    expect(() => parseLogEvent(value)).toThrow(TypeError);
  });
});

describe('kindOf', () => {
  it('is the outcome of an attempt, or the act', () => {
    expect(eventsOf(3).map(kindOf)).toEqual(['match', 'not-captured', 'settings-changed']);
  });
});
