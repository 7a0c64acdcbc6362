/** Reads the log for its screen: the newest entries at once, the others a piece at a time while it is shown. */
import { toFaultRecord } from '../core/fault';
import type { LogEntry } from '../decision/log-entry';
import { type LogFileKind, logFile, type NameOf } from '../decision/log-file';
import { filterLog, type LogFilter } from '../decision/log-filter';
import type { Store, StoreLog } from '../store/store';
import { type LogAsk, type LogView, NO_LOG } from '../ui/log-view';
import type { Recorder } from './log-book';
import type { PeopleDesk } from './people-desk';
import type { NewFile } from './save-file';
import type { ViewModel } from './view-model';

/** Entries of the first piece, which is on the screen at once, and of those that follow. */
const [FIRST, PIECE] = [200, 2000] as const;

/** What the desk works with. */
export interface LogParts {
  readonly view: ViewModel;
  readonly people: Pick<PeopleDesk, 'withId'>;
  readonly record: Recorder;
  /** Asks where to put a file; null when the person chose nothing. */
  readonly newFile: (suggestedName: string) => Promise<NewFile | null>;
}

export class LogDesk {
  readonly #parts: LogParts;
  #log: StoreLog | null = null;
  #isShown = false;
  /** Counts readings: an older one that is still under way ends without a word. */
  #latest = 0;

  constructor(parts: LogParts) {
    this.#parts = parts;
  }

  /** Takes the opened and unlocked store. */
  open(store: Store): void {
    this.#log = store.log;
    void this.follow();
  }

  /** Follows a change of destination: the log is in memory only while it is shown. */
  async follow(): Promise<void> {
    const isShown = this.#parts.view.state.destination === 'log' && this.#log !== null;
    if (isShown === this.#isShown) return;
    this.#isShown = isShown;
    this.#latest += 1;
    if (!isShown) this.#patch({ ...NO_LOG, unwritten: this.#parts.view.state.log.unwritten });
    else if (this.#log !== null) await this.#guarded(this.#readAll(this.#log, this.#latest));
  }

  /** Takes in what was added or dropped meanwhile. */
  async refresh(): Promise<void> {
    const { entries, share } = this.#parts.view.state.log;
    const log = this.#log;
    // What is still being read is looked at again when it is.
    if (entries === null || share < 1 || log === null) return;
    await this.#guarded(
      (async () => {
        const { first, last } = await log.span();
        const shown = entries[0]?.seq ?? 0;
        // A log that was trimmed to less than what is shown, or brought in anew, is read again.
        if (shown > last || (entries.at(-1)?.seq ?? first) < first) return this.#readAll(log, (this.#latest += 1));
        const { entries: added } = await log.read({ first: Math.max(first, shown + 1), last });
        const now = this.#parts.view.state.log.entries;
        if (now !== null && (now[0]?.seq ?? 0) === shown) this.#patch({ entries: [...added.toReversed(), ...now], names: await log.savedNames() });
      })(),
    );
  }

  handle(ask: LogAsk): Promise<void> | void {
    switch (ask.kind) {
      case 'check':
        return this.#check();
      case 'export':
        return this.#export(ask.as, ask.filter);
      case 'dismiss':
        return this.#patch({ file: null });
    }
  }

  async #readAll(log: StoreLog, own: number): Promise<void> {
    const [span, names] = await Promise.all([log.span(), log.savedNames()]);
    let entries: readonly LogEntry[] = [];
    let [unreadable, end] = [0, span.last];
    for (let size: number = FIRST; end >= span.first || size === FIRST; size = PIECE) {
      const piece = await log.read({ first: Math.max(span.first, end - size + 1), last: end });
      if (own !== this.#latest) return;
      end -= size;
      entries = [...entries, ...piece.entries.toReversed()];
      unreadable += piece.unreadable;
      const share = end < span.first ? 1 : (span.last - end) / (span.last - span.first + 1);
      this.#patch({ entries, unreadable, share, names });
      // The screen gets its turn.
      await new Promise((resolve) => setTimeout(resolve));
      if (own !== this.#latest) return;
    }
    await this.refresh();
  }

  async #check(): Promise<void> {
    const log = this.#log;
    const { check } = this.#parts.view.state.log;
    if (log === null || check?.kind === 'checking') return;
    this.#patch({ check: { kind: 'checking', share: 0 } });
    try {
      const found = await log.check((share) => this.#patch({ check: { kind: 'checking', share } }));
      this.#patch({ check: { kind: 'checked', found } });
      this.#parts.record('log-checked', null, { entries: found.entries, breaks: found.breaks.length });
    } catch {
      this.#patch({ check: { kind: 'failed' } });
    }
  }

  async #export(as: LogFileKind, filter: LogFilter): Promise<void> {
    const { view, record, newFile } = this.#parts;
    const entries = filterLog(view.state.log.entries ?? [], filter);
    const name = `lintel-log-${new Date().toISOString().slice(0, 10)}.${as}`;
    let file: NewFile | null = null;
    this.#patch({ file: null });
    try {
      file = await newFile(name);
      if (file === null) return;
      for (const text of logFile(entries, as, this.#nameOf())) await file.write(new TextEncoder().encode(text));
      await file.close();
      file.handOver();
      this.#patch({ file: { name: file.name, isWritten: true, entries: entries.length } });
      record('log-exported', null, { as, entries: entries.length });
    } catch {
      await file?.abandon();
      this.#patch({ file: { name: file?.name ?? name, isWritten: false, entries: entries.length } });
    }
  }

  #nameOf(): NameOf {
    const { people, view } = this.#parts;
    return (personId) => people.withId(personId)?.name ?? view.state.log.names.get(personId) ?? null;
  }

  async #guarded(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.#parts.view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  #patch(change: Partial<LogView>): void {
    const { view } = this.#parts;
    view.patch({ log: { ...view.state.log, ...change } });
  }
}
