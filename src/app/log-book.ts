/** Writes the log: takes events as they happen, and adds them in order. Nobody waits for it. */
import { PIPELINE_VERSION } from '../core/model';
import { attemptOf } from '../decision/attempt';
import type { LogAct, LogEvent, LogFacts } from '../decision/log-entry';
import type { SessionEvent } from '../decision/session-events';
import type { Session } from '../decision/session-state';
import type { Settings } from '../decision/settings';
import type { Store } from '../store/store';
import type { ViewModel } from './view-model';

/** Says that something was done, to or by means of whom, and what more there is to say of it. */
export type Recorder = (act: LogAct, personId?: string | null, facts?: LogFacts) => void;

/** What happens before people are unlocked waits in memory, so much of it at most. */
const MOST_WAITING = 1000;

/** How long after a failure it is tried again. */
const RETRY_MS = 10_000;

/** A slider that is being moved is one change. */
const SETTLED_MS = 1500;

/** How often the oldest entries are looked at. */
const TRIM_EVERY_MS = 24 * 60 * 60 * 1000;

/** Values that say more of the device than of what was decided. */
const UNSAID: ReadonlySet<string> = new Set(['cameraId']);

export class LogBook {
  readonly #view: ViewModel;
  readonly #onWritten: () => void;
  #store: Store | null = null;
  #waiting: LogEvent[] = [];
  #writing: Promise<void> | null = null;
  /** As they were logged last; null before they are known. */
  #settings: Settings | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #trimmedAtMs = -Infinity;

  /** `onWritten` hears that entries were added or dropped. */
  constructor(view: ViewModel, onWritten: () => void) {
    this.#view = view;
    this.#onWritten = onWritten;
  }

  /** Takes the opened and unlocked store: what happened before is written now. */
  open(store: Store): void {
    this.#store = store;
    void this.#write();
  }

  readonly record: Recorder = (act, personId = null, facts = {}) => {
    this.#add({ kind: 'act', atMs: Date.now(), personId, act, facts });
  };

  /** Notes the attempt that a step of a visit ended, if it did. */
  follow(before: Session, event: SessionEvent, after: Session): void {
    const result = attemptOf(before, event, after);
    if (result === null) return;
    const { destination, modelId } = this.#view.state;
    const place = before.purpose === 'enrol' ? 'enrol' : destination === 'self-test' ? 'self-test' : 'verify';
    this.#add({ kind: 'attempt', atMs: Date.now(), place, ...result, model: modelId, pipeline: PIPELINE_VERSION });
  }

  /** Notes which settings are others than before, once they stay so for a moment. */
  noteSettings(settings: Settings): void {
    this.#settings ??= settings;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#sayChanges(settings), SETTLED_MS);
  }

  /** Settles when everything so far is written, or could not be. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #sayChanges(after: Settings): void {
    const before = this.#settings ?? after;
    this.#settings = after;
    for (const setting of Object.keys(after) as (keyof Settings)[]) {
      const to = after[setting];
      if (before[setting] !== to) this.record('settings-changed', null, UNSAID.has(setting) ? { setting } : { setting, to: to ?? 'automatic' });
    }
    const isKeptOtherwise = before.logDays !== after.logDays || before.logEntries !== after.logEntries;
    if (!isKeptOtherwise) return;
    this.#trimmedAtMs = -Infinity;
    void this.#write();
  }

  #add(event: LogEvent): void {
    this.#waiting.push(event);
    if (this.#waiting.length > MOST_WAITING) this.#waiting.shift();
    void this.#write();
  }

  #write(): Promise<void> {
    if (this.#store === null) return Promise.resolve();
    this.#writing ??= this.#writeAll(this.#store);
    return this.#writing;
  }

  /** What cannot be written waits, is tried again, and is said on the screen of the log. */
  async #writeAll(store: Store): Promise<void> {
    const { log } = this.#view.state;
    try {
      do {
        const events = new Set(this.#waiting);
        if (events.size > 0) await store.log.append([...events]);
        this.#waiting = this.#waiting.filter((event) => !events.has(event));
        await this.#trim(store);
        // More may have come while the oldest were dropped.
      } while (this.#waiting.length > 0);
      if (log.unwritten > 0) this.#view.patch({ log: { ...this.#view.state.log, unwritten: 0 } });
    } catch {
      this.#view.patch({ log: { ...this.#view.state.log, unwritten: this.#waiting.length } });
      setTimeout(() => void this.#write(), RETRY_MS);
    }
    this.#writing = null;
    this.#onWritten();
  }

  async #trim(store: Store): Promise<void> {
    const nowMs = Date.now();
    if (Math.abs(nowMs - this.#trimmedAtMs) < TRIM_EVERY_MS) return;
    this.#trimmedAtMs = nowMs;
    const { logDays, logEntries } = this.#view.state.settings;
    await store.log.trim({ days: logDays, entries: logEntries }, nowMs);
  }
}
