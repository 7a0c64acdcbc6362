/** Goes through the log from its first entry to its last and says what is not as it was written. See log chain in `log-chain.ts`. */
import type { LogEntry } from '../decision/log-entry';
import type { LogBreak, LogCheck, LogProblem } from '../decision/log-check';
import type { RecordKeys } from './data-key';
import { hashOf, isSameHash, isSealedEntry, type LogEnds, openEntry } from './log-chain';

/** A record of the log as read; its number is its key, so it always has one. */
export interface RawEntry {
  readonly seq: number;
}

/** An entry with its hash; null where it does not open. */
interface Looked {
  readonly entry: LogEntry | null;
  readonly before: Uint8Array | null;
  readonly hash: Uint8Array<ArrayBuffer> | null;
}

export class ChainCheck {
  readonly #keys: RecordKeys;
  readonly #ends: LogEnds | null;
  readonly #breaks: LogBreak[] = [];
  /** The entry before; its hash is null where nothing can be said of it. */
  #last: { readonly seq: number; readonly hash: Uint8Array<ArrayBuffer> | null };
  #entries = 0;
  #fromMs: number | null = null;
  #toMs: number | null = null;

  /** `ends` is null where they are missing or do not open. */
  constructor(keys: RecordKeys, ends: LogEnds | null) {
    this.#keys = keys;
    this.#ends = ends;
    this.#last = ends?.before ?? { seq: 0, hash: null };
  }

  /** What was found so far, but for what the log itself says of earlier breaks. */
  get newBreaks(): readonly LogBreak[] {
    return this.#breaks.filter(({ problem }) => problem !== 'noted');
  }

  /** Takes the next records, in order of their numbers; gives those that open. */
  async add(records: readonly RawEntry[]): Promise<LogEntry[]> {
    const looked = await Promise.all(records.map((record) => this.#look(record)));
    return records.flatMap(({ seq }, at) => this.#follow(seq, looked[at]!));
  }

  /** What was found, once every record was added. */
  finish(): LogCheck {
    const { seq, hash } = this.#last;
    const ends = this.#ends;
    if (ends === null && this.#entries > 0) this.#break(seq, 'ends-missing');
    if (ends !== null && seq < ends.last.seq) this.#break(seq + 1, 'cut-off');
    const isOther = ends !== null && seq === ends.last.seq && hash !== null && !isSameHash(hash, ends.last.hash);
    if (isOther) this.#break(seq, 'out-of-place');
    return { entries: this.#entries, fromMs: this.#fromMs, toMs: this.#toMs, dropped: ends?.dropped ?? 0, breaks: this.#breaks };
  }

  async #look(record: RawEntry): Promise<Looked> {
    if (!isSealedEntry(record)) return { entry: null, before: null, hash: null };
    const [entry, hash] = await Promise.all([openEntry(this.#keys, record).catch(() => null), hashOf(record)]);
    return { entry, before: record.before, hash };
  }

  #follow(seq: number, { entry, before, hash }: Looked): LogEntry[] {
    const { seq: lastSeq, hash: lastHash } = this.#last;
    // Where the ends are missing, nothing says where the log began.
    const isFirst = this.#ends === null && this.#entries === 0 && this.#breaks.length === 0;
    const isGap = seq !== lastSeq + 1 && !isFirst;
    this.#last = { seq, hash: entry === null ? null : hash };
    if (isGap) this.#break(lastSeq + 1, 'missing');
    if (entry === null || before === null) {
      this.#break(seq, 'changed');
      return [];
    }
    const isBeyond = this.#ends !== null && (seq > this.#ends.last.seq || seq <= this.#ends.before.seq);
    const isElsewhere = !isGap && lastHash !== null && !isSameHash(before, lastHash);
    if (isBeyond || isElsewhere) this.#break(seq, 'out-of-place');
    if (entry.kind === 'act' && entry.act === 'log-broken') this.#break(seq, 'noted');
    this.#entries += 1;
    this.#fromMs ??= entry.atMs;
    this.#toMs = entry.atMs;
    return [entry];
  }

  #break(seq: number, problem: LogProblem): void {
    this.#breaks.push({ seq, problem });
  }
}
