/** The admin lock: what waits for the PIN, how often it may be guessed, and when it locks again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LockDesk } from '../../../src/app/lock-desk';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import { FIRST_WAIT_MS, MAX_WAIT_MS, NO_TRIES } from '../../../src/decision/admin-lock';
import type { LockDialog } from '../../../src/ui/lock-view';
import type { Intent } from '../../../src/ui/view';
import { CHEAP } from '../backup/made-up-backup';
import { FakeStore } from './fake-store';

const PIN = '246810';
const MINUTE_MS = 60_000;
/** As the settings come. */
const IDLE_MS = 5 * MINUTE_MS;
const ENROL: Intent = { kind: 'go', to: 'enrol' };
const VERIFY: Intent = { kind: 'go', to: 'verify' };

let store: FakeStore;
let view: ViewModel;
let desk: LockDesk;
/** What was run, and how often protected places were left. */
let ran: Intent[];
let left: number;

/** A page on the same store, as after a reload: of the one before nothing goes on. */
async function openPage(): Promise<void> {
  vi.clearAllTimers();
  await openTab();
}

/** A page on the same store, beside another. */
async function openTab(): Promise<void> {
  view = new ViewModel(() => {});
  ran = [];
  left = 0;
  desk = new LockDesk({ view, run: (intent) => ran.push(intent), leave: () => (left += 1), nowMs: () => performance.now(), cost: CHEAP });
  await desk.open(store);
}

async function openLocked(): Promise<void> {
  await openPage();
  await desk.handle({ kind: 'set', secret: PIN });
  await openPage();
}

async function guess(...secrets: string[]): Promise<void> {
  for (const secret of secrets) await desk.handle({ kind: 'try', secret });
}

const dialog = (): LockDialog | null => (view.state.dialog?.kind === 'lock' ? view.state.dialog.about : null);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] });
  store = new FakeStore();
});

afterEach(() => void vi.useRealTimers());

describe('without a PIN', () => {
  it('allows everything', async () => {
    await openPage();
    expect(desk.allows(ENROL)).toBe(true);
    expect(view.state.lock).toEqual({ isSet: false, isLocked: false, verifyWaitMs: 0 });
  });

  it('allows everything where nothing is kept', async () => {
    await openLocked();
    await desk.open(null);
    expect(desk.allows(ENROL)).toBe(true);
  });

  it('lets what was asked for early wait until that is known', async () => {
    view = new ViewModel(() => {});
    ran = [];
    desk = new LockDesk({ view, run: (intent) => ran.push(intent), leave: () => {} });
    expect(desk.allows(VERIFY)).toBe(true);
    expect(desk.allows(ENROL)).toBe(false);
    expect(dialog()).toBeNull();
    await desk.open(store);
    expect(ran).toEqual([ENROL]);
  });

  it('cannot be locked', async () => {
    await openPage();
    await desk.handle({ kind: 'lock-now' });
    expect(left).toBe(0);
  });
});

describe('with a PIN', () => {
  it('asks for it, and then does what was asked for', async () => {
    await openLocked();
    expect(view.state.lock).toEqual({ isSet: true, isLocked: true, verifyWaitMs: 0 });
    expect(desk.allows(VERIFY)).toBe(true);
    expect(desk.allows(ENROL)).toBe(false);
    expect(dialog()).toEqual({ kind: 'unlock', isWrong: false, isBusy: false, waitMs: 0 });
    await guess('111111');
    expect(dialog()).toMatchObject({ isWrong: true });
    expect(ran).toEqual([]);
    await guess(PIN);
    expect(view.state).toMatchObject({ dialog: null, lock: { isLocked: false } });
    expect(ran).toEqual([ENROL]);
    expect(desk.allows(ENROL)).toBe(true);
  });

  it('keeps neither the PIN nor anything that tells it at a glance', async () => {
    await openLocked();
    expect(JSON.stringify(store.adminLock)).not.toContain(PIN);
    expect(store.adminLock!.check!.derived).toHaveLength(32);
  });

  it('locks by itself when nobody touches it', async () => {
    await openLocked();
    await guess(PIN);
    vi.advanceTimersByTime(IDLE_MS - 1);
    desk.touch();
    vi.advanceTimersByTime(IDLE_MS - 1);
    expect(desk.allows(ENROL)).toBe(true);
    view.patch({ dialog: { kind: 'delete', personId: 'a', name: 'Ada' } });
    vi.advanceTimersByTime(1);
    expect(desk.allows(ENROL)).toBe(false);
    expect(left).toBe(1);
    expect(dialog()).toMatchObject({ kind: 'unlock' });
  });

  it('locks by itself after as long as the settings say', async () => {
    await openLocked();
    await guess(PIN);
    view.patch({ settings: { ...view.state.settings, lockAfterMinutes: 60 } });
    desk.touch();
    vi.advanceTimersByTime(60 * MINUTE_MS - 1);
    expect(view.state.lock.isLocked).toBe(false);
    view.patch({ settings: { ...view.state.settings, lockAfterMinutes: 1 } });
    desk.touch();
    vi.advanceTimersByTime(MINUTE_MS);
    expect(view.state.lock.isLocked).toBe(true);
  });

  it('may be a passphrase', async () => {
    await openPage();
    await desk.handle({ kind: 'set', secret: 'a cold caf\u00e9' });
    await openPage();
    desk.allows(ENROL);
    await guess('a cold cafe');
    expect(ran).toEqual([]);
    await guess('a cold cafe\u0301');
    expect(ran).toEqual([ENROL]);
  });

  it('asks for it when somebody says so, with nothing that waits', async () => {
    await openLocked();
    await desk.handle({ kind: 'unlock' });
    expect(dialog()).toMatchObject({ kind: 'unlock' });
    await guess(PIN);
    expect(view.state).toMatchObject({ dialog: null, lock: { isLocked: false } });
    expect(ran).toEqual([]);
    await desk.handle({ kind: 'unlock' });
    expect(dialog()).toBeNull();
  });

  it('locks when it is told to', async () => {
    await openLocked();
    await guess(PIN);
    await desk.handle({ kind: 'lock-now' });
    expect(view.state.lock).toEqual({ isSet: true, isLocked: true, verifyWaitMs: 0 });
    expect(left).toBe(1);
  });

  it('is removed, and another is set', async () => {
    await openLocked();
    await guess(PIN);
    await desk.handle({ kind: 'set', secret: '135791' });
    await openPage();
    desk.allows(ENROL);
    await guess(PIN);
    expect(dialog()).toMatchObject({ isWrong: true });
    await guess('135791');
    await desk.handle({ kind: 'remove' });
    await openPage();
    expect(desk.allows(ENROL)).toBe(true);
  });

  it('follows another tab', async () => {
    await openPage();
    const other = new LockDesk({ view: new ViewModel(() => {}), run: () => {}, leave: () => {}, cost: CHEAP });
    await other.open(store);
    await other.handle({ kind: 'set', secret: PIN });
    await desk.reload();
    expect(desk.allows(ENROL)).toBe(false);
    // A try in the other tab takes nobody's access away.
    await guess(PIN);
    await other.handle({ kind: 'try', secret: '111111' });
    await desk.reload();
    expect(desk.allows(ENROL)).toBe(true);
    expect(left).toBe(1);
  });

  it('stays shut when it is damaged', async () => {
    await openLocked();
    store.adminLock = { check: null, tries: NO_TRIES, verifications: NO_TRIES };
    await openPage();
    desk.allows(ENROL);
    await guess(PIN);
    expect(dialog()).toMatchObject({ isWrong: true });
    expect(ran).toEqual([]);
  });

  it('says why a try could not be counted, and does not take it', async () => {
    await openLocked();
    desk.allows(ENROL);
    store.fail(new Fault('store-full', ''));
    await guess(PIN);
    expect(view.state).toMatchObject({ storeFault: { code: 'store-full' }, dialog: null, lock: { isLocked: true } });
    expect(ran).toEqual([]);
  });
});

describe('guessing', () => {
  const WRONG = ['1', '2', '3', '4', '5'].map((digit) => digit.repeat(6));

  beforeEach(async () => {
    await openLocked();
    desk.allows(ENROL);
    await guess(...WRONG);
  });

  it('waits after the fifth try, and takes no other, not even the right one', async () => {
    expect(dialog()).toEqual({ kind: 'unlock', isWrong: true, isBusy: false, waitMs: FIRST_WAIT_MS });
    await guess(PIN);
    expect(ran).toEqual([]);
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS - 1000);
    expect(dialog()).toMatchObject({ waitMs: 1000 });
    await vi.advanceTimersByTimeAsync(1000);
    await guess(PIN);
    expect(ran).toEqual([ENROL]);
    expect(store.adminLock!.tries).toEqual({ failures: 0, waitMs: 0 });
  });

  it('waits twice as long after another', async () => {
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS);
    await guess('666666');
    expect(dialog()).toMatchObject({ waitMs: 2 * FIRST_WAIT_MS });
  });

  it('waits on after a reload, and a clock that was set changes nothing', async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    vi.setSystemTime(Date.now() + 1e10);
    await openPage();
    desk.allows(ENROL);
    expect(dialog()).toMatchObject({ waitMs: FIRST_WAIT_MS - 10_000 });
    await guess(PIN);
    expect(ran).toEqual([]);
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS - 10_000);
    await guess(PIN);
    expect(ran).toEqual([ENROL]);
  });

  it('is not quicker in two tabs', async () => {
    await openTab();
    desk.allows(ENROL);
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS / 2);
    expect(store.adminLock!.tries.waitMs).toBeGreaterThanOrEqual(FIRST_WAIT_MS / 2);
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS / 2);
    // A page that knows of no wait is told that there is one.
    store.adminLock = { ...store.adminLock!, tries: { failures: 9, waitMs: MAX_WAIT_MS } };
    await guess(PIN);
    expect(dialog()).toMatchObject({ isWrong: false, waitMs: MAX_WAIT_MS });
    expect(ran).toEqual([]);
  });

  it('counts a try before it is looked at', async () => {
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS);
    const trying = desk.handle({ kind: 'try', secret: '666666' });
    await Promise.resolve();
    await Promise.resolve();
    expect(store.adminLock!.tries.failures).toBe(6);
    await trying;
  });
});
