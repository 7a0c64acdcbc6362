/** Looks, at the start and every hour, who is to be deleted: first announces them, and deletes them after their grace. */
import { toFaultRecord } from '../core/fault';
import { type DuePerson, GRACE_MS, HOUR_MS, isExpired, reviewRetention } from '../decision/retention';
import type { Store } from '../store/store';
import { expiredNotice } from '../ui/rights-words';
import { changePerson, removePeople, withExpiry } from './kept-people';
import type { Recorder } from './log-book';
import type { PeopleDesk } from './people-desk';
import type { ViewModel } from './view-model';

/** How often it is seen who has just expired. */
const TICK_MS = 1000;

/** A second look, so that a Lintel that is never open for an hour deletes people, too. */
const SECOND_LOOK_MS = 10 * 60 * 1000;

export class RetentionDesk {
  readonly #view: ViewModel;
  readonly #people: PeopleDesk;
  readonly #record: Recorder;
  #store: Store | null = null;
  /** Who had expired at the last look. */
  #expired: ReadonlySet<string> = new Set();

  constructor(view: ViewModel, people: PeopleDesk, record: Recorder) {
    this.#view = view;
    this.#people = people;
    this.#record = record;
  }

  /** Takes the opened store, once people are read, and looks for the first time. */
  async open(store: Store): Promise<void> {
    const isFirst = this.#store === null;
    this.#store = store;
    await this.look();
    if (!isFirst) return;
    setTimeout(() => void this.look(), SECOND_LOOK_MS);
    setInterval(() => void this.look(), HOUR_MS);
    setInterval(() => this.#tick(Date.now()), TICK_MS);
  }

  /** Never rejects: a fault is shown, and then nobody is deleted who was not announced. */
  async look(): Promise<void> {
    const store = this.#store;
    if (store === null) return;
    const nowMs = Date.now();
    this.#expired = new Set(this.#expiredAt(nowMs));
    let over: readonly DuePerson[] = [];
    try {
      await store.changeRetention((kept) => {
        const review = reviewRetention(this.#people.everybody, this.#view.state.settings.unseenDays, kept, nowMs);
        over = review.over;
        this.#show(review.state.due, nowMs);
        return review.state;
      });
    } catch (error) {
      this.#view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
      return;
    }
    if (over.length === 0) return;
    const isDone = await removePeople(this.#people, over.map(({ personId }) => personId));
    for (const { personId, reason } of over) if (this.#people.withId(personId) === undefined) this.#record('expired', personId, { reason });
    if (isDone) this.#view.patch({ notice: expiredNotice(over.length) });
  }

  /** Who was to be deleted stays: without an expiry date that is past, and as if they had just been seen. */
  async keep(personIds: readonly string[]): Promise<void> {
    const nowMs = Date.now();
    for (const personId of personIds) {
      const isKept = await changePerson(this.#people, personId, (person) => ({
        ...(isExpired(person, nowMs) ? withExpiry(person, null) : person),
        lastSeenAtMs: nowMs,
      }));
      if (isKept) this.#record('kept', personId);
    }
    await this.look();
  }

  #tick(nowMs: number): void {
    const hasChanged = this.#people.followClock(nowMs);
    // Whoever was read anew after they had expired, as everybody is once it is known what can be compared, has not changed since.
    if (hasChanged || this.#expiredAt(nowMs).some((id) => !this.#expired.has(id))) void this.look();
  }

  #expiredAt(nowMs: number): readonly string[] {
    return this.#people.everybody.filter((person) => isExpired(person, nowMs)).map(({ id }) => id);
  }

  #show(due: readonly DuePerson[], nowMs: number): void {
    const views = due.map(({ personId, reason, waitedMs }) => ({ personId, reason, deletedFromMs: nowMs + Math.max(0, GRACE_MS - waitedMs) }));
    this.#view.patch({ rights: { ...this.#view.state.rights, due: views } });
  }
}
