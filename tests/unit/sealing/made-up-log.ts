/** A log, sealed: what the tests of the chain break. */
import type { Attempt, LogEvent } from '../../../src/decision/log-entry';
import { newKey, type RecordKeys } from '../../../src/sealing/data-key';
import { type LogEnds, newEnds, type SealedEntry, sealEvents } from '../../../src/sealing/log-chain';

const BEGUN_MS = 1_750_000_000_000;

export function attemptAt(atMs: number, change: Partial<Attempt> = {}): Attempt {
  return {
    kind: 'attempt',
    atMs,
    personId: 'ada',
    place: 'verify',
    outcome: 'match',
    score: 0.71,
    secondScore: 0.12,
    threshold: 0.36,
    liveness: 0.93,
    why: null,
    model: 'mobilefacenet-128',
    pipeline: '4',
    ...change,
  };
}

/** So many events, an act after every two attempts, a minute from one to the next. */
export function eventsOf(count: number): LogEvent[] {
  return Array.from({ length: count }, (_, at): LogEvent => {
    const atMs = BEGUN_MS + at * 60_000;
    if (at % 3 === 2) return { kind: 'act', atMs, personId: null, act: 'settings-changed', facts: { setting: 'theme', to: 'dark' } };
    return attemptAt(atMs, { personId: at % 2 === 0 ? 'ada' : null, outcome: at % 2 === 0 ? 'match' : 'not-captured' });
  });
}

export interface SealedLog {
  readonly keys: RecordKeys;
  readonly records: readonly SealedEntry[];
  readonly ends: LogEnds;
}

export async function sealedLog(count: number): Promise<SealedLog> {
  const { keys } = await newKey(null);
  const { records, last } = await sealEvents(keys, eventsOf(count), newEnds().last);
  return { keys, records, ends: { ...newEnds(), last } };
}
