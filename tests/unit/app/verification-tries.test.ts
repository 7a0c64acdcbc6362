/** Verifications that fail while the admin lock is shut: how they count, and what a page that ends gains. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LockDesk } from '../../../src/app/lock-desk';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import { FIRST_WAIT_MS } from '../../../src/decision/admin-lock';
import { closedSession, type Phase, type Purpose, type Session } from '../../../src/decision/session-state';
import type { Verdict } from '../../../src/decision/verdict';
import { CHEAP } from '../backup/made-up-backup';
import { ADA, EMBEDDING, MATCH } from '../decision/session-visit';
import { FakeStore } from './fake-store';

const PIN = '246810';
const RESULT = { best: ADA, threshold: 0.8, scores: [ADA] };
const NO_MATCH: Verdict = { kind: 'no-match', ...RESULT };
const SPOOF: Verdict = { kind: 'spoof-suspected', reason: 'flat', ...RESULT };
const UNSURE: Verdict = { kind: 'unsure', reason: 'left-early', ...RESULT };

const POSING: Phase = { kind: 'posing', stillness: 0 };
const CAPTURING: Phase = { kind: 'capturing', name: '', startedAtMs: 0, heardAtMs: 0, framesTried: 0, problem: 'no-face', votes: [], probes: [], readings: [] };
const FAILED: Phase = { kind: 'failed', problem: 'no-face', failedAtMs: 0 };
const judged = (verdict: Verdict): Phase => ({ kind: 'judged', verdict, probe: EMBEDDING, judgedAtMs: 0 });

let store: FakeStore;
let view: ViewModel;
let desk: LockDesk;

/** A page on the same store, as after a reload: of the one before nothing goes on. */
async function openPage(): Promise<void> {
  vi.clearAllTimers();
  view = new ViewModel(() => {});
  desk = new LockDesk({ view, run: () => {}, leave: () => {}, nowMs: () => performance.now(), cost: CHEAP });
  await desk.open(store);
}

const at = (phase: Phase, purpose: Purpose = 'verify'): Session => ({ ...closedSession(purpose), phase });

/** One visit through these phases. */
async function visit(...phases: readonly Phase[]): Promise<void> {
  let before = at(POSING);
  for (const phase of phases) {
    const session = at(phase);
    desk.verifications.follow(session, before);
    before = session;
  }
  await vi.advanceTimersByTimeAsync(0);
}

const verify = async (...verdicts: readonly Verdict[]): Promise<void> => {
  for (const verdict of verdicts) await visit(CAPTURING, judged(verdict), POSING);
};

const counted = () => store.adminLock!.verifications;
const waitMs = () => view.state.lock.verifyWaitMs;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] });
  store = new FakeStore();
  await openPage();
  await desk.handle({ kind: 'set', secret: PIN });
  await openPage();
});

afterEach(() => void vi.useRealTimers());

describe('failed verifications', () => {
  it('wait after the fifth in a row, and twice as long after another', async () => {
    await verify(NO_MATCH, SPOOF, NO_MATCH, SPOOF);
    expect(waitMs()).toBe(0);
    await verify(NO_MATCH);
    expect(waitMs()).toBe(FIRST_WAIT_MS);
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS);
    expect(waitMs()).toBe(0);
    await verify(SPOOF);
    expect(waitMs()).toBe(2 * FIRST_WAIT_MS);
    // The PIN is another matter.
    expect(store.adminLock!.tries.failures).toBe(0);
  });

  it('are forgotten once somebody is recognised', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH, MATCH);
    expect(counted()).toEqual({ failures: 0, waitMs: 0 });
    await verify(NO_MATCH);
    expect(waitMs()).toBe(0);
  });

  it('do not count where nobody can be sure, no face was seen, or somebody stepped back', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    await verify(UNSURE, { kind: 'empty-gallery' });
    await visit(CAPTURING, FAILED);
    await visit(CAPTURING, POSING);
    expect(counted()).toEqual({ failures: 4, waitMs: 0 });
    expect(waitMs()).toBe(0);
  });

  it('do not count while the lock is open, and are ended by the PIN', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    expect(waitMs()).toBe(FIRST_WAIT_MS);
    await desk.handle({ kind: 'try', secret: PIN });
    expect(waitMs()).toBe(0);
    expect(counted().failures).toBe(0);
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    expect(waitMs()).toBe(0);
  });

  it('stay ended when the PIN is given while somebody is looked at', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    desk.verifications.follow(at(CAPTURING), at(POSING));
    await desk.handle({ kind: 'try', secret: PIN });
    desk.verifications.follow(at(judged(NO_MATCH)), at(CAPTURING));
    await vi.advanceTimersByTimeAsync(0);
    expect(counted()).toEqual({ failures: 0, waitMs: 0 });
  });

  it('do not count without a PIN, nor while somebody enrols', async () => {
    desk.verifications.follow(at(CAPTURING, 'enrol'), at(POSING, 'enrol'));
    await vi.advanceTimersByTimeAsync(0);
    expect(counted().failures).toBe(0);
    await desk.handle({ kind: 'remove' });
    await openPage();
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    expect(store.adminLock).toBeNull();
    expect(waitMs()).toBe(0);
  });
});

describe('the wait', () => {
  it('goes on after a reload, and a clock that was set changes nothing', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.setSystemTime(Date.now() + 1e10);
    await openPage();
    expect(waitMs()).toBe(FIRST_WAIT_MS - 10_000);
    await vi.advanceTimersByTimeAsync(FIRST_WAIT_MS - 10_000);
    expect(waitMs()).toBe(0);
  });

  it('begins with the verdict, not with the first frame', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    await visit(CAPTURING);
    await vi.advanceTimersByTimeAsync(7000);
    expect(waitMs()).toBe(0);
    desk.verifications.follow(at(judged(NO_MATCH)), at(CAPTURING));
    expect(waitMs()).toBe(FIRST_WAIT_MS);
  });

  it('cannot be escaped by ending the page before the verdict is kept', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    await visit(CAPTURING);
    await openPage();
    expect(waitMs()).toBe(FIRST_WAIT_MS);
  });

  it('holds here when the disk refuses it, and says so', async () => {
    await verify(NO_MATCH, NO_MATCH, NO_MATCH, NO_MATCH);
    store.fail(new Fault('store-full', ''));
    await verify(NO_MATCH);
    expect(waitMs()).toBe(FIRST_WAIT_MS);
    expect(view.state.storeFault).toMatchObject({ code: 'store-full' });
  });
});
