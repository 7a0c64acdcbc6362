/** When people were seen, when they expire, and what a change of that leaves alone. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changePerson, erasePerson, noteSeen, removePeople, withExpiry } from '../../../src/app/kept-people';
import { Fault } from '../../../src/core/fault';
import { DAY_MS } from '../../../src/decision/retention';
import { CONSENT } from '../backup/made-up-backup';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const NOW_MS = 1_750_000_000_000;
const FULL = new Fault('store-full', 'no space');
const ADA = { ...person('Ada', [sample('a1')]), consent: CONSENT };
const BEN = person('Ben', [sample('b1', { embedding: faceAt(90) })], [sample('not-ben'), sample('neither', { embedding: faceAt(90) })]);

let world: PeopleWorld;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW_MS });
  world = await PeopleWorld.open([ADA, BEN]);
});

afterEach(() => void vi.useRealTimers());

const kept = (id: string) => world.store.people.find((stored) => stored.id === id);

describe('being seen', () => {
  it('is written once a day', async () => {
    for (const afterMs of [0, 1, DAY_MS - 1]) await noteSeen(world.people, 'ada', NOW_MS + afterMs);
    expect(world.store.writes).toEqual(['savePerson']);
    expect(kept('ada')).toEqual({ ...ADA, lastSeenAtMs: NOW_MS });
    await noteSeen(world.people, 'ada', NOW_MS + DAY_MS);
    expect(kept('ada')).toMatchObject({ lastSeenAtMs: NOW_MS + DAY_MS });
  });

  it('is written also after a clock that was ahead', async () => {
    await noteSeen(world.people, 'ada', NOW_MS + 9 * DAY_MS);
    await noteSeen(world.people, 'ada', NOW_MS);
    expect(kept('ada')).toMatchObject({ lastSeenAtMs: NOW_MS });
  });

  it('leaves the gallery alone, so that what is under way goes on', async () => {
    const { gallery } = world.people;
    const version = gallery!.version;
    await noteSeen(world.people, 'ada', NOW_MS);
    expect(world.people.gallery).toBe(gallery);
    expect(gallery!.version).toBe(version);
    expect(world.people.named('ada')).toMatchObject({ lastSeenAtMs: NOW_MS });
    expect(world.view.state.people[0]).toMatchObject({ id: 'ada', lastSeenAtMs: NOW_MS });
  });

  it('that cannot be written bothers nobody, and is tried again', async () => {
    world.store.fail(FULL, 0, 1);
    await noteSeen(world.people, 'ada', NOW_MS);
    expect(world.view.state.storeFault).toBeNull();
    expect(kept('ada')).not.toHaveProperty('lastSeenAtMs');
    await noteSeen(world.people, 'ada', NOW_MS);
    expect(kept('ada')).toMatchObject({ lastSeenAtMs: NOW_MS });
  });

  it('of somebody who is gone is nothing', async () => {
    await noteSeen(world.people, 'eve', NOW_MS);
    expect(world.store.writes).toEqual([]);
  });
});

describe('an expiry date', () => {
  it('takes somebody out of the gallery from its moment on, and leaves them in People', async () => {
    expect(await changePerson(world.people, 'ada', (ada) => withExpiry(ada, NOW_MS + 1000))).toBe(true);
    expect(world.people.gallery!.size).toBe(2);
    vi.setSystemTime(NOW_MS + 999);
    expect(world.people.followClock(Date.now())).toBe(false);
    vi.setSystemTime(NOW_MS + 1000);
    expect(world.people.followClock(Date.now())).toBe(true);
    expect(world.people.gallery!.size).toBe(1);
    expect(world.view.state.people).toMatchObject([{ id: 'ada', isExpired: true, isComparable: false }, { id: 'ben', isComparable: true }]);
    // A clock that is set right brings them back.
    vi.setSystemTime(NOW_MS);
    expect(world.people.followClock(Date.now())).toBe(true);
    expect(world.people.gallery!.size).toBe(2);
  });

  it('that is past when people are read keeps them out', async () => {
    const opened = await PeopleWorld.open([{ ...ADA, expiresAtMs: NOW_MS }, BEN]);
    expect(opened.people.gallery!.size).toBe(1);
    expect(opened.names).toEqual(['Ada', 'Ben']);
  });

  it('can be taken away', async () => {
    await changePerson(world.people, 'ada', (ada) => withExpiry(ada, NOW_MS));
    await changePerson(world.people, 'ada', (ada) => withExpiry(ada, null));
    expect(kept('ada')).toEqual(ADA);
    expect(world.people.gallery!.size).toBe(2);
  });

  it('that cannot be written is not there', async () => {
    world.store.fail(FULL);
    expect(await changePerson(world.people, 'ada', (ada) => withExpiry(ada, NOW_MS))).toBe(false);
    expect(world.view.state.storeFault).toMatchObject({ code: 'store-full' });
    expect(world.people.gallery!.size).toBe(2);
    expect(await changePerson(world.people, 'eve', (eve) => eve)).toBe(false);
  });
});

describe('the end', () => {
  it('of several people has no way back', async () => {
    await world.store.log.keepNames([ADA]);
    expect(await removePeople(world.people, ['ada', 'ben'])).toBe(true);
    expect(world.store.log.names.size).toBe(0);
    expect(world.store.people).toEqual([]);
    expect(world.names).toEqual([]);
    expect(world.view.state.undo).toBeNull();
  });

  it('that the store refuses leaves those who are still there', async () => {
    world.store.fail(FULL, 1);
    expect(await removePeople(world.people, ['ada', 'ben'])).toBe(false);
    expect(world.store.people.map(({ id }) => id)).toEqual(['ben']);
    expect(world.names).toEqual(['Ben']);
  });

  it('of one person takes denials of others that rest on their face, at once', async () => {
    expect(await erasePerson(world.people, 'ada', 0.5)).toMatchObject({ samples: 1, denials: 0, othersDenials: 1 });
    expect(world.store.writes).toEqual(['erasePerson']);
    expect(world.names).toEqual(['Ben']);
    expect(world.store.templatesOf('ben')).toEqual({ samples: ['b1'], denials: ['neither'] });
  });

  it('of one person that fails changes nothing', async () => {
    world.store.fail(FULL);
    expect(await erasePerson(world.people, 'ada', 0.5)).toBeNull();
    expect(world.names).toEqual(['Ada', 'Ben']);
    expect(await erasePerson(world.people, 'eve', 0.5)).toBeNull();
  });
});

it('two people who become one keep the later consent', async () => {
  await changePerson(world.people, 'ben', (ben) => ({ ...ben, consent: { ...CONSENT, givenAtMs: CONSENT.givenAtMs + 1, guardian: null } }));
  await world.people.unite('ben', 'ada');
  expect(kept('ada')!.consent).toMatchObject({ guardian: null });
});
