/** A log in memory, which nobody breaks. */
import type { LogCheck } from '../../../src/decision/log-check';
import type { LogEntry, LogEvent } from '../../../src/decision/log-entry';
import type { LogLimits, LogPiece, LogSpan } from '../../../src/store/log';
import type { StoreLog } from '../../../src/store/store';

export class FakeLog implements StoreLog {
  events: LogEvent[] = [];
  names = new Map<string, string>();
  /** What appending fails with; null lets it go well. */
  trouble: Error | null = null;
  /** What a check finds. */
  breaks: LogCheck['breaks'] = [];

  append(events: readonly LogEvent[]): Promise<void> {
    if (this.trouble !== null) return Promise.reject(this.trouble);
    this.events.push(...events);
    return Promise.resolve();
  }

  span(): Promise<LogSpan> {
    return Promise.resolve({ first: 1, last: this.events.length });
  }

  read({ first, last }: LogSpan): Promise<LogPiece> {
    const entries = this.events.map((event, at): LogEntry => ({ ...event, seq: at + 1 })).slice(Math.max(0, first - 1), last);
    return Promise.resolve({ entries, unreadable: 0 });
  }

  check(onProgress: (share: number) => void = () => {}): Promise<LogCheck> {
    onProgress(1);
    const [first, last] = [this.events[0], this.events.at(-1)];
    return Promise.resolve({ entries: this.events.length, fromMs: first?.atMs ?? null, toMs: last?.atMs ?? null, dropped: 0, breaks: this.breaks });
  }

  trim({ entries }: LogLimits): Promise<number> {
    const dropped = Math.max(0, this.events.length - entries);
    this.events = this.events.slice(dropped);
    return Promise.resolve(dropped);
  }

  keepNames(people: readonly { readonly id: string; readonly name: string }[]): Promise<void> {
    for (const { id, name } of people) this.names.set(id, name);
    return Promise.resolve();
  }

  savedNames(): Promise<Map<string, string>> {
    return Promise.resolve(new Map(this.names));
  }

  forgetName(personId: string): Promise<void> {
    this.names.delete(personId);
    return Promise.resolve();
  }

  isAsNew(): Promise<boolean> {
    return Promise.resolve(this.events.every(({ personId }) => personId === null));
  }

  async bringIn({ events, names }: Parameters<StoreLog['bringIn']>[0]): Promise<void> {
    this.events = [...events, ...this.events];
    await this.keepNames(names);
  }
}
