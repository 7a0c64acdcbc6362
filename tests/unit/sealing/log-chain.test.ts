/** The log's chain: whatever is changed, removed, moved or added shows, wherever it is. */
import { describe, expect, it } from 'vitest';
import type { LogCheck } from '../../../src/decision/log-check';
import { newKey } from '../../../src/sealing/data-key';
import { hashOf, type LogEnds, newEnds, openEnds, openEntry, openName, sealEnds, type SealedEntry, sealEvents, sealName } from '../../../src/sealing/log-chain';
import { ChainCheck } from '../../../src/sealing/log-check';
import { attemptAt, eventsOf, sealedLog, type SealedLog } from './made-up-log';

const COUNT = 12;

async function checkOf({ keys, records, ends }: { keys: SealedLog['keys']; records: readonly unknown[]; ends: LogEnds | null }, piece = 5): Promise<LogCheck> {
  const check = new ChainCheck(keys, ends);
  for (let at = 0; at < records.length; at += piece) await check.add(records.slice(at, at + piece) as SealedEntry[]);
  return check.finish();
}

/** The same list with something else at one place. */
function withAt<T>(list: readonly T[], at: number, ...items: readonly T[]): T[] {
  return [...list.slice(0, at), ...items, ...list.slice(at + 1)];
}

function flipped(bytes: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const changed = Uint8Array.from(bytes);
  changed[at % changed.length]! ^= 1;
  return changed;
}

const EVERY = Array.from({ length: COUNT }, (_, at) => at);

describe('a log that nobody touched', () => {
  it('opens as it was written, and is intact', async () => {
    const log = await sealedLog(COUNT);
    const opened = await Promise.all(log.records.map((record) => openEntry(log.keys, record)));
    expect(opened).toEqual(eventsOf(COUNT).map((event, at) => ({ ...event, seq: at + 1 })));
    const [first, last] = [opened[0]!.atMs, opened.at(-1)!.atMs];
    expect(await checkOf(log)).toEqual({ entries: COUNT, fromMs: first, toMs: last, dropped: 0, breaks: [] });
    expect(await checkOf(log, 1)).toEqual(await checkOf(log, 100));
  });

  it('shows nothing of what it says', async () => {
    const { records } = await sealedLog(COUNT);
    const bytes = records.flatMap(({ sealed }) => [...sealed]).map((byte) => String.fromCharCode(byte)).join('');
    for (const word of ['ada', 'match', 'mobilefacenet', 'attempt', 'theme']) expect(bytes).not.toContain(word);
  });

  it('is intact without its oldest entries, from where its ends say', async () => {
    const { keys, records, ends } = await sealedLog(COUNT);
    for (const cut of EVERY) {
      const before = { seq: cut + 1, hash: await hashOf(records[cut]!) };
      const trimmed = { ...ends, before, dropped: cut + 1 };
      expect(await checkOf({ keys, records: records.slice(cut + 1), ends: trimmed })).toMatchObject({ entries: COUNT - cut - 1, dropped: cut + 1, breaks: [] });
    }
  });

  it('can be empty', async () => {
    const { keys } = await newKey(null);
    const nothing = { entries: 0, fromMs: null, toMs: null, dropped: 0, breaks: [] };
    expect(await checkOf({ keys, records: [], ends: null })).toEqual(nothing);
    expect(await checkOf({ keys, records: [], ends: newEnds() })).toEqual(nothing);
  });
});

describe('an entry', () => {
  it.each(['before', 'nonce', 'sealed'] as const)('whose %s was changed is found, at every place', async (field) => {
    const { keys, records, ends } = await sealedLog(COUNT);
    for (const at of EVERY) {
      const record = records[at]!;
      const { breaks } = await checkOf({ keys, ends, records: withAt(records, at, { ...record, [field]: flipped(record[field], at * 7) }) });
      expect(breaks[0]).toEqual({ seq: at + 1, problem: 'changed' });
      // What follows it is not blamed.
      expect(breaks).toHaveLength(1);
    }
  });

  it('of which every single byte is changed in turn is found', async () => {
    const { keys, records, ends } = await sealedLog(3);
    const record = records[1]!;
    for (let at = 0; at < record.sealed.length; at += 1) {
      const { breaks } = await checkOf({ keys, ends, records: withAt(records, 1, { ...record, sealed: flipped(record.sealed, at) }) });
      expect(breaks).toEqual([{ seq: 2, problem: 'changed' }]);
    }
  });

  it('that was removed is found, at every place', async () => {
    const { keys, records, ends } = await sealedLog(COUNT);
    for (const at of EVERY) {
      const { breaks } = await checkOf({ keys, ends, records: withAt(records, at) });
      expect(breaks).toEqual([{ seq: at + 1, problem: at === COUNT - 1 ? 'cut-off' : 'missing' }]);
    }
  });

  it('that changed places with another is found, for every two', async () => {
    const { keys, records, ends } = await sealedLog(COUNT);
    for (const one of EVERY) {
      for (const other of EVERY.slice(one + 1)) {
        const swapped = withAt(withAt(records, one, { ...records[other]!, seq: one + 1 }), other, { ...records[one]!, seq: other + 1 });
        const { breaks } = await checkOf({ keys, ends, records: swapped });
        expect(breaks.map(({ seq }) => seq)).toEqual([one + 1, other + 1]);
      }
    }
  });

  it('that is no entry is found, at every place', async () => {
    const { keys, records, ends } = await sealedLog(COUNT);
    for (const at of EVERY) {
      const broken = { seq: at + 1, sealed: 'nothing' } as unknown as SealedEntry;
      expect((await checkOf({ keys, ends, records: withAt(records, at, broken) })).breaks).toEqual([{ seq: at + 1, problem: 'changed' }]);
    }
  });

  it('of another run of the log is found, though it has the number and opens', async () => {
    const { keys, records, ends } = await sealedLog(COUNT);
    for (const at of EVERY.slice(1)) {
      // Somebody kept what was there once, and put it back over what was written since.
      const place = { seq: at, hash: await hashOf(records[at - 1]!) };
      const { records: other } = await sealEvents(keys, [attemptAt(5)], place);
      const { breaks } = await checkOf({ keys, ends, records: withAt(records, at, other[0]!) });
      expect(breaks).toEqual([{ seq: Math.min(COUNT, at + 2), problem: 'out-of-place' }]);
    }
  });

  it('that was added behind the end is found', async () => {
    const { keys, records, ends } = await sealedLog(COUNT);
    const { records: more } = await sealEvents(keys, [attemptAt(5)], ends.last);
    expect((await checkOf({ keys, ends, records: [...records, ...more] })).breaks).toEqual([{ seq: COUNT + 1, problem: 'out-of-place' }]);
  });

  it('does not open with other keys', async () => {
    const { records, ends } = await sealedLog(COUNT);
    const { keys } = await newKey(null);
    expect((await checkOf({ keys, ends, records })).breaks).toHaveLength(COUNT);
  });
});

describe('the ends', () => {
  it('are read as they were written', async () => {
    const { keys, ends } = await sealedLog(3);
    const dropped = { ...ends, dropped: 7, droppedAtMs: 1 };
    expect(await openEnds(keys, await sealEnds(keys, dropped))).toEqual(dropped);
  });

  it('that were changed, or are none, are not read', async () => {
    const { keys, ends } = await sealedLog(3);
    const note = await sealEnds(keys, ends);
    for (let at = 0; at < note.sealed.length; at += 1) expect(await openEnds(keys, { ...note, sealed: flipped(note.sealed, at) })).toBeNull();
    for (const broken of [undefined, null, 7, {}, { ...note, nonce: 'nonce' }, await sealName(keys, '', { name: 'Ada', keptAtMs: 1 })]) expect(await openEnds(keys, broken)).toBeNull();
  });

  it('that are missing are said', async () => {
    const log = await sealedLog(COUNT);
    expect((await checkOf({ ...log, ends: null })).breaks).toEqual([{ seq: COUNT, problem: 'ends-missing' }]);
  });

  it('of an earlier time show what was written since', async () => {
    const { keys, records } = await sealedLog(COUNT);
    for (const at of EVERY.slice(0, -1)) {
      const early = { ...newEnds(), last: { seq: at + 1, hash: await hashOf(records[at]!) } };
      expect((await checkOf({ keys, records, ends: early })).breaks[0]).toEqual({ seq: at + 2, problem: 'out-of-place' });
    }
  });

  it('show that the oldest were taken away', async () => {
    const { keys, records, ends } = await sealedLog(COUNT);
    for (const at of EVERY.slice(1)) expect((await checkOf({ keys, ends, records: records.slice(at) })).breaks).toEqual([{ seq: 1, problem: 'missing' }]);
  });
});

describe('what the log says of earlier breaks', () => {
  it('is repeated by every check', async () => {
    const { keys } = await newKey(null);
    const { records, last } = await sealEvents(keys, [attemptAt(1), { kind: 'act', atMs: 2, personId: null, act: 'log-broken', facts: { entry: 1 } }], newEnds().last);
    expect((await checkOf({ keys, records, ends: { ...newEnds(), last } })).breaks).toEqual([{ seq: 2, problem: 'noted' }]);
  });
});

describe('a kept name', () => {
  it('opens for its person alone', async () => {
    const { keys } = await newKey(null);
    const note = await sealName(keys, 'ada', { name: 'Ada', keptAtMs: 1 });
    expect(await openName(keys, 'ada', note)).toEqual({ name: 'Ada', keptAtMs: 1 });
    expect(await openName(keys, 'ben', note)).toBeNull();
    expect(await openName(keys, 'ada', { ...note, sealed: flipped(note.sealed, 3) })).toBeNull();
  });
});
