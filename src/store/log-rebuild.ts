/** Seals the whole log anew: under other keys, or behind the events of another log. */
import type { Act, LogEvent } from '../decision/log-entry';
import { ChainCheck } from '../sealing/log-check';
import { newEnds, sealEnds, sealEvents } from '../sealing/log-chain';
import type { RecordKeys } from '../sealing/data-key';
import { ENDS, expectSameEnds, readLogInPieces, savedEnds } from './log-reading';
import { type NamedPerson, namesToKeep, readNames } from './log-names';
import type { LintelDatabase } from './open-database';
import type { WritingPeople } from './vault';

/** A log that is brought in. */
export interface BroughtLog {
  readonly events: readonly LogEvent[];
  /** Of people who are not enrolled. */
  readonly names: readonly NamedPerson[];
}

/** Says something in the log that is rebuilt. */
export function actOf(act: Act['act'], atMs: number, facts: Act['facts'] = {}): Act {
  return { kind: 'act', atMs, personId: null, act, facts };
}

/**
 * Reads the log with one set of keys, checks it, and seals what opens under another. A log that was not intact says so in a
 * new entry: in a chain that is made anew it would not show. What it gives writes the log, in a transaction to come that
 * fails where the log was changed meanwhile. To be run `alone`.
 */
export async function rebuiltLog(database: LintelDatabase, from: RecordKeys, to: RecordKeys, brought: BroughtLog | null = null): Promise<(writing: WritingPeople) => Promise<void>> {
  const found = await savedEnds(database, from);
  const check = new ChainCheck(from, found.ends);
  const kept: LogEvent[] = [];
  await readLogInPieces(database, found, async (records) => {
    kept.push(...(await check.add(records)));
    return 'more';
  });
  const { breaks } = check.finish();
  const [fresh] = check.newBreaks;
  const nowMs = Date.now();
  const said: LogEvent[] = [];
  if (brought !== null) said.push(actOf('log-restored', nowMs, { entries: brought.events.length }));
  if (fresh !== undefined) said.push(actOf('log-broken', nowMs, { problem: fresh.problem, entry: fresh.seq, breaks: breaks.length }));
  const start = brought === null ? (found.ends ?? newEnds()) : newEnds();
  const { records, last } = await sealEvents(to, [...(brought?.events ?? []), ...kept, ...said], start.before);
  const ends = await sealEnds(to, { ...start, last });
  const names = [...(await readNames(database, from)), ...(brought?.names ?? []).map((person) => ({ ...person, keptAtMs: nowMs }))];
  const putNames = await namesToKeep(to, names);
  return async (writing) => {
    await expectSameEnds(writing, found.raw);
    if (records.length > 0 || found.raw !== undefined) await writing.objectStore('logEnds').put(ends, ENDS);
    await writing.objectStore('log').clear();
    // Requests are answered in order: waiting for the last waits for all.
    await Promise.all(records.map((record) => writing.objectStore('log').add(record)));
    await writing.objectStore('logNames').clear();
    await putNames(writing);
  };
}
