/** The book writes in order, waits while it cannot, and loses nothing of what it says it keeps. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LogBook } from '../../../src/app/log-book';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import { kindOf } from '../../../src/decision/log-entry';
import { closedSession } from '../../../src/decision/session-state';
import { DEFAULT_SETTINGS } from '../../../src/decision/settings';
import { embedded, Visit } from '../decision/session-visit';
import { FakeStore } from './fake-store';

function makeBook(): { view: ViewModel; store: FakeStore; book: LogBook; written: () => number } {
  const view = new ViewModel(() => {});
  let written = 0;
  return { view, store: new FakeStore(), book: new LogBook(view, () => (written += 1)), written: () => written };
}

const kinds = (store: FakeStore): string[] => store.log.events.map(kindOf);

beforeEach(() => void vi.useFakeTimers({ now: 1_750_000_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('the book', () => {
  it('writes in order, also what came before there was a store', async () => {
    const { store, book, written } = makeBook();
    book.record('pin-wrong');
    book.open(store);
    book.record('pin-right');
    book.record('deleted', 'ada', { learntBy: 'enrolment' });
    await book.settled();
    expect(kinds(store)).toEqual(['pin-wrong', 'pin-right', 'deleted']);
    expect(store.log.events[2]).toEqual({ kind: 'act', atMs: 1_750_000_000_000, personId: 'ada', act: 'deleted', facts: { learntBy: 'enrolment' } });
    expect(written()).toBeGreaterThan(0);
  });

  it('keeps what could not be written, says so, and tries again', async () => {
    const { view, store, book } = makeBook();
    book.open(store);
    store.log.trouble = new Fault('store-full', 'as a test wants it');
    book.record('enrolled', 'ada');
    book.record('enrolled', 'ben');
    await book.settled();
    expect(view.state.log.unwritten).toBe(2);
    store.log.trouble = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kinds(store)).toEqual(['enrolled', 'enrolled']);
    expect(view.state.log.unwritten).toBe(0);
  });

  it('notes an attempt with where it was made and with what', async () => {
    const { view, store, book } = makeBook();
    book.open(store);
    view.patch({ destination: 'self-test', modelId: 'mobilefacenet-512' });
    const visit = Visit.opened('verify', { countdownMs: 0 }).ask(0).tick(0).at(1, embedded()).at(2, embedded());
    const before = visit.session;
    const event = embedded();
    book.follow(before, event, visit.at(3, event).session);
    book.follow(closedSession('verify'), event, closedSession('verify'));
    await book.settled();
    expect(store.log.events).toMatchObject([{ kind: 'attempt', outcome: 'match', place: 'self-test', personId: 'a', model: 'mobilefacenet-512' }]);
  });

  it('notes a setting once it is settled, by its name, and no camera', async () => {
    const { store, book } = makeBook();
    book.open(store);
    book.noteSettings(DEFAULT_SETTINGS);
    await vi.advanceTimersByTimeAsync(2000);
    for (const countdownSeconds of [4, 5, 6]) book.noteSettings({ ...DEFAULT_SETTINGS, countdownSeconds });
    await vi.advanceTimersByTimeAsync(2000);
    book.noteSettings({ ...DEFAULT_SETTINGS, countdownSeconds: 6, cameraId: 'front', manualThreshold: null });
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.log.events).toMatchObject([
      { act: 'settings-changed', facts: { setting: 'countdownSeconds', to: 6 } },
      { act: 'settings-changed', facts: { setting: 'cameraId' } },
    ]);
    expect(JSON.stringify(store.log.events)).not.toContain('front');
  });

  it('drops the oldest when there are too many, once a day and when less is chosen', async () => {
    const { view, store, book } = makeBook();
    view.patch({ settings: { ...DEFAULT_SETTINGS, logEntries: 2 } });
    book.open(store);
    await book.settled();
    for (const act of ['enrolled', 'deleted', 'imported'] as const) book.record(act);
    await book.settled();
    expect(kinds(store)).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(25 * 60 * 60 * 1000);
    book.record('exported');
    await book.settled();
    expect(kinds(store)).toEqual(['imported', 'exported']);
    book.noteSettings(view.state.settings);
    view.patch({ settings: { ...DEFAULT_SETTINGS, logEntries: 1 } });
    book.noteSettings(view.state.settings);
    await vi.advanceTimersByTimeAsync(2000);
    expect(kinds(store)).toEqual(['settings-changed']);
  });
});
