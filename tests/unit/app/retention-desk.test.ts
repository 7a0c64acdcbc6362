/** Looks that announce and delete, and what keeps people. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RetentionDesk } from '../../../src/app/retention-desk';
import { Fault } from '../../../src/core/fault';
import type { Person } from '../../../src/decision/gallery';
import { DAY_MS, HOUR_MS } from '../../../src/decision/retention';
import { PeopleWorld, person, sample } from './made-up-people';

const NOW_MS = 1_750_000_000_000;
const FULL = new Fault('store-full', 'no space');
const ADA = { ...person('Ada', [sample('a1')]), expiresAtMs: NOW_MS };
const BEN = { ...person('Ben', [sample('b1')]), expiresAtMs: NOW_MS + 2 * HOUR_MS };
const CLEO = person('Cleo', [sample('c1')]);

let world: PeopleWorld;
let desk: RetentionDesk;
/** What was logged. */
let acts: string[];

async function open(people: readonly Person[]): Promise<void> {
  world = await PeopleWorld.open(people);
  desk = new RetentionDesk(world.view, world.people, (act, personId, facts) => void acts.push(`${act} ${personId ?? ''} ${JSON.stringify(facts ?? {})}`));
  await desk.open(world.store);
}

const dueIds = (): string[] => world.view.state.rights.due.map(({ personId }) => personId);

beforeEach(() => {
  acts = [];
  vi.useFakeTimers({ now: NOW_MS });
});
afterEach(() => void vi.useRealTimers());

describe('a start', () => {
  it('announces who has expired, and when they go at the earliest', async () => {
    await open([ADA, BEN, CLEO]);
    expect(world.view.state.rights.due).toEqual([{ personId: 'ada', reason: 'expired', deletedFromMs: NOW_MS + DAY_MS }]);
    expect(world.names).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(world.people.gallery!.size).toBe(2);
  });

  it('deletes them a day later, says so, and offers no undo', async () => {
    await open([ADA, CLEO]);
    await vi.advanceTimersByTimeAsync(DAY_MS - 1);
    expect(world.names).toEqual(['Ada', 'Cleo']);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(world.store.people.map(({ id }) => id)).toEqual(['cleo']);
    expect(dueIds()).toEqual([]);
    expect(acts).toEqual(['expired ada {"reason":"expired"}']);
    expect(world.view.state).toMatchObject({ notice: { label: 'Deleted as announced', name: '1 person' }, undo: null });
  });

  it('after a clock that jumped deletes nobody', async () => {
    await open([BEN]);
    vi.setSystemTime(NOW_MS + 400 * DAY_MS);
    await desk.look();
    await vi.advanceTimersByTimeAsync(23 * HOUR_MS);
    expect(world.names).toEqual(['Ben']);
    expect(dueIds()).toEqual(['ben']);
  });
});

describe('while Lintel is open', () => {
  it('whoever expires is announced within a second', async () => {
    await open([BEN]);
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS + 1000);
    expect(world.people.gallery!.size).toBe(0);
    expect(dueIds()).toEqual(['ben']);
  });

  it('so is whoever expired just before everybody was read anew', async () => {
    await open([BEN]);
    vi.setSystemTime(NOW_MS + 2 * HOUR_MS);
    await world.people.reload();
    await vi.advanceTimersByTimeAsync(1000);
    expect(dueIds()).toEqual(['ben']);
  });

  it('whoever was announced is not looked for every second', async () => {
    await open([ADA]);
    const look = vi.spyOn(world.store, 'changeRetention');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(look).not.toHaveBeenCalled();
  });

  it('whoever was not seen goes, once that is chosen', async () => {
    await open([CLEO]);
    world.view.patch({ settings: { ...world.view.state.settings, unseenDays: 30 } });
    await desk.look();
    vi.setSystemTime(NOW_MS + 30 * DAY_MS);
    await desk.look();
    expect(world.view.state.rights.due).toMatchObject([{ personId: 'cleo', reason: 'unseen' }]);
    await vi.advanceTimersByTimeAsync(DAY_MS + HOUR_MS);
    expect(world.names).toEqual([]);
  });

  it('looks are taken once an hour, also after people were unlocked anew', async () => {
    await open([CLEO]);
    await desk.open(world.store);
    world.store.writes.length = 0;
    await vi.advanceTimersByTimeAsync(4 * HOUR_MS);
    // One of them is the second look, ten minutes after the start.
    expect(world.store.writes).toHaveLength(5);
  });
});

describe('keeping somebody', () => {
  it('takes a past expiry date away, and they are recognised again', async () => {
    await open([ADA, BEN]);
    await desk.keep(['ada']);
    expect(world.store.people.find(({ id }) => id === 'ada')).toEqual({ ...person('Ada', [sample('a1')]), lastSeenAtMs: NOW_MS });
    expect(world.people.gallery!.size).toBe(2);
    expect(acts).toEqual(['kept ada {}']);
    expect(dueIds()).toEqual([]);
  });

  it('counts as seeing them, and leaves an expiry date that is to come', async () => {
    await open([BEN]);
    await desk.keep(['ben']);
    expect(world.store.people).toEqual([{ ...BEN, lastSeenAtMs: NOW_MS }]);
  });
});

describe('a store that fails', () => {
  it('at a look is shown, and nobody goes', async () => {
    await open([ADA]);
    world.store.fail(FULL);
    await vi.advanceTimersByTimeAsync(2 * DAY_MS);
    expect(world.view.state.storeFault).toMatchObject({ code: 'store-full' });
    expect(world.names).toEqual(['Ada']);
  });

  it('at the deletion leaves them, announced anew', async () => {
    await open([ADA]);
    await vi.advanceTimersByTimeAsync(DAY_MS - HOUR_MS);
    // The look goes well, the deletion after it does not.
    world.store.fail(FULL, 1, 1);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(world.view.state).toMatchObject({ storeFault: { code: 'store-full' }, notice: null });
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(dueIds()).toEqual(['ada']);
    expect(world.names).toEqual(['Ada']);
  });
});
