/** The log as the database keeps it: entries are only ever added at its end, and dropped at its beginning. */
import type { LogCheck } from '../decision/log-check';
import type { LogEntry, LogEvent } from '../decision/log-entry';
import { ChainCheck } from '../sealing/log-check';
import { hashOf, isSealedEntry, newEnds, openEntry, sealEnds, type SealedEntry, type SealedNote, sealEvents } from '../sealing/log-chain';
import { changeAtOnce, DURABLE } from './durable';
import { type NamedPerson, namesToKeep, readNames } from './log-names';
import { alone, ENDS, expectSameEnds, type FoundEnds, type LogSpan, readLogInPieces, savedEnds } from './log-reading';
import { actOf, type BroughtLog, rebuiltLog } from './log-rebuild';
import type { LintelDatabase } from './open-database';
import type { PeopleStores, Vault, WritingPeople } from './vault';

export type { LogSpan } from './log-reading';

/** Everything that one change of the log touches, and the key that it must be sealed with. */
const STORES: PeopleStores = ['log', 'logEnds', 'logNames', 'keys'];

const DAY_MS = 24 * 60 * 60 * 1000;

/** A log with more entries than this is not new. */
const MOST_NEW = 200;

/** How many entries there may be, and how old they may become. */
export interface LogLimits {
  readonly days: number;
  readonly entries: number;
}

/** Entries that were read, oldest first; those that do not open are counted alone. */
export interface LogPiece {
  readonly entries: readonly LogEntry[];
  readonly unreadable: number;
}

/** The log. While people are locked, it can neither be read nor written. */
export class KeptLog {
  readonly #database: LintelDatabase;
  readonly #vault: Vault;

  constructor(database: LintelDatabase, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  /** Adds events at the end, in order, all or none. Before the first of all stands an entry that says that the log begins. */
  append(events: readonly LogEvent[]): Promise<void> {
    return alone(async () => {
      const found = await this.#ends();
      const atMs = events[0]?.atMs ?? Date.now();
      const isNew = found.raw === undefined && found.last === 0;
      const isBroken = !isNew && (found.ends === null || found.last > found.ends.last.seq);
      const opening = isNew ? [actOf('log-begun', atMs)] : isBroken ? [actOf('log-broken', atMs, { problem: found.ends === null ? 'ends-missing' : 'out-of-place' })] : [];
      const ends = isBroken ? await this.#whatIsLeft(found) : (found.ends ?? newEnds());
      const { records, last } = await sealEvents(this.#vault.keys, [...opening, ...events], ends.last);
      await this.#change(found.raw, await sealEnds(this.#vault.keys, { ...ends, last }), records);
    });
  }

  async span(): Promise<LogSpan> {
    const { first, last } = await this.#ends();
    return { first, last };
  }

  /** The entries of these numbers, both included. */
  async read({ first, last }: LogSpan): Promise<LogPiece> {
    const records = first > last ? [] : await this.#database.getAll('log', IDBKeyRange.bound(first, last));
    const opened = await Promise.all(records.map((record) => openEntry(this.#vault.keys, record).catch(() => null)));
    const entries = opened.filter((entry) => entry !== null);
    return { entries, unreadable: opened.length - entries.length };
  }

  /** Goes through the whole chain. `onProgress` hears how far that is, 0 to 1. Nothing is added meanwhile. */
  check(onProgress: (share: number) => void = () => {}): Promise<LogCheck> {
    return alone(async () => {
      const found = await this.#ends();
      const check = new ChainCheck(this.#vault.keys, found.ends);
      const take = async (records: readonly SealedEntry[]): Promise<'more'> => {
        await check.add(records);
        return 'more';
      };
      await readLogInPieces(this.#database, found, take, onProgress);
      return check.finish();
    });
  }

  /**
   * Drops the oldest entries that are too many or too old, and names that were kept for longer than that. How many entries
   * were dropped. Where one of them was broken, a new entry says so.
   */
  trim({ days, entries }: LogLimits, nowMs: number): Promise<number> {
    return alone(async () => {
      const found = await this.#ends();
      const { ends } = found;
      if (ends === null) return 0;
      const [oldestMs, least] = [nowMs - days * DAY_MS, ends.last.seq - entries];
      const check = new ChainCheck(this.#vault.keys, ends);
      const old: LogEntry[] = [];
      await readLogInPieces(this.#database, found, async (records) => {
        const opened = await check.add(records);
        const young = opened.findIndex(({ seq, atMs }) => seq > least && atMs >= oldestMs);
        old.push(...(young === -1 ? opened : opened.slice(0, young)));
        return young === -1 ? 'more' : 'enough';
      });
      await this.#forgetOldNames(oldestMs);
      const cut = old.at(-1)?.seq;
      const record = cut === undefined ? undefined : await this.#database.get('log', cut);
      if (cut === undefined || record === undefined) return 0;
      const dropped = cut - ends.before.seq;
      const broken = check.newBreaks.find(({ seq }) => seq <= cut);
      const said = [actOf('log-trimmed', nowMs, { entries: dropped }), ...(broken === undefined ? [] : [actOf('log-broken', nowMs, { problem: broken.problem, entry: broken.seq })])];
      const { records, last } = await sealEvents(this.#vault.keys, said, ends.last);
      const before = { seq: cut, hash: await hashOf(record) };
      const next = await sealEnds(this.#vault.keys, { before, last, dropped: ends.dropped + dropped, droppedAtMs: nowMs });
      await this.#change(found.raw, next, records, (writing) => writing.objectStore('log').delete(IDBKeyRange.upperBound(cut)));
      return dropped;
    });
  }

  /** Keeps the names of people who are about to be deleted. See names in the log in `log-names.ts`. */
  async keepNames(people: readonly NamedPerson[]): Promise<void> {
    const keptAtMs = Date.now();
    const put = await namesToKeep(this.#vault.keys, people.map(({ id, name }) => ({ id, name, keptAtMs })));
    await changeAtOnce(this.#database, STORES, async (writing) => {
      await this.#vault.expectSameKey(writing);
      await put(writing);
    });
  }

  /** The names that were kept, by id. */
  async savedNames(): Promise<Map<string, string>> {
    return new Map((await readNames(this.#database, this.#vault.keys)).map(({ id, name }) => [id, name]));
  }

  /** Forgets a name that was kept. The entries stay, about somebody without a name. */
  async forgetName(personId: string): Promise<void> {
    const writing = this.#database.transaction('logNames', 'readwrite', DURABLE);
    await Promise.all([writing.store.delete(personId), writing.done]);
  }

  /** True while the log says nothing of anybody: another one can still be put before it. */
  async isAsNew(): Promise<boolean> {
    const span = await this.span();
    if (span.last - span.first >= MOST_NEW) return false;
    const { entries, unreadable } = await this.read(span);
    return unreadable === 0 && entries.every(({ kind, personId }) => kind === 'act' && personId === null);
  }

  /** Puts another log before this one, in a chain that is made anew. */
  bringIn(brought: BroughtLog): Promise<void> {
    return alone(async () => {
      const write = await rebuiltLog(this.#database, this.#vault.keys, this.#vault.keys, brought);
      await changeAtOnce(this.#database, STORES, async (writing) => {
        await this.#vault.expectSameKey(writing);
        await write(writing);
      });
    });
  }

  /** Writes records at the end, where the end is still the one that was read. */
  #change(raw: SealedNote | undefined, ends: SealedNote, records: readonly SealedEntry[], more: (writing: WritingPeople) => Promise<void> = () => Promise.resolve()): Promise<void> {
    return changeAtOnce(this.#database, STORES, async (writing) => {
      await this.#vault.expectSameKey(writing);
      await expectSameEnds(writing, raw);
      await Promise.all(records.map((record) => writing.objectStore('log').add(record)));
      await writing.objectStore('logEnds').put(ends, ENDS);
      await more(writing);
    });
  }

  #ends(): Promise<FoundEnds> {
    return savedEnds(this.#database, this.#vault.keys);
  }

  /** Of a log that somebody broke: it goes on behind the last entry that is there. */
  async #whatIsLeft({ ends, first, last }: FoundEnds): Promise<ReturnType<typeof newEnds>> {
    const [oldest, newest] = await Promise.all([this.#database.get('log', first), this.#database.get('log', last)]);
    const start = newEnds();
    const before = { seq: Math.max(0, first - 1), hash: isSealedEntry(oldest) ? oldest.before : start.before.hash };
    const hash = isSealedEntry(newest) ? await hashOf(newest) : start.last.hash;
    return { ...start, before, ...ends, last: { seq: last, hash } };
  }

  async #forgetOldNames(oldestMs: number): Promise<void> {
    for (const { id, keptAtMs } of await readNames(this.#database, this.#vault.keys)) {
      if (keptAtMs < oldestMs) await this.forgetName(id);
    }
  }
}
