/** Every administrative act is an entry of the log, and one that failed is none. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LockDesk } from '../../../src/app/lock-desk';
import type { Recorder } from '../../../src/app/log-book';
import { ProtectionDesk } from '../../../src/app/protection-desk';
import { SettingsDesk } from '../../../src/app/settings-desk';
import { TransferDesk } from '../../../src/app/transfer-desk';
import { ViewModel } from '../../../src/app/view-model';
import { Fault } from '../../../src/core/fault';
import { DEFAULT_SETTINGS } from '../../../src/decision/settings';
import { CHEAP } from '../backup/made-up-backup';
import { FakeStore } from './fake-store';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const FULL = new Fault('store-full', 'no space');
const ADA = person('Ada', [sample('a1'), sample('a2')]);
const BEN = person('Ben', [sample('b1')]);

let said: unknown[];
const record: Recorder = (act, personId = null, facts = {}) => void said.push(personId === null && Object.keys(facts).length === 0 ? act : [act, personId, facts]);

beforeEach(() => {
  said = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe('people', () => {
  it('who come, learn and go', async () => {
    const { people, recorded } = await PeopleWorld.open([ADA, BEN]);
    const { personId } = (await people.enrol('Cleo', faceAt(10), 1, 'enrolment'))!;
    await people.enrol('ada', faceAt(10), 1, 'enrolment');
    await people.addSample('ben', faceAt(20), 1, 'photograph');
    const { sampleId } = (await people.addSample('ben', faceAt(30), 1, 'correction'))!;
    await people.deny('ben', faceAt(40), 1);
    await people.forget('ben', sampleId);
    await people.unite(personId, 'ben');
    await people.delete('ben');
    await people.undoDelete();
    expect(recorded).toEqual([
      ['enrolled', personId],
      ['replaced', 'ada'],
      ['sample-added', 'ben'],
      ['corrected', 'ben'],
      ['denied', 'ben'],
      ['sample-removed', 'ben'],
      ['united', 'ben'],
      ['deleted', 'ben'],
      ['delete-undone', 'ben'],
    ]);
  });

  it('who are brought in', async () => {
    const { people, recorded } = await PeopleWorld.open([]);
    await people.adopt([ADA], () => {});
    await people.restore([BEN], { replacesAll: true, settings: null });
    expect(recorded).toEqual([['imported', 'ada'], ['restored', null]]);
  });

  it('of whom nothing could be written', async () => {
    const { people, store, recorded } = await PeopleWorld.open([ADA, BEN]);
    store.fail(FULL);
    await people.enrol('Cleo', faceAt(10), 1, 'enrolment');
    await people.addSample('ada', faceAt(10), 1, 'enrolment');
    await people.deny('ada', faceAt(10), 1);
    await people.forget('ada', 'a1');
    await people.unite('ada', 'ben');
    await people.delete('ada');
    await people.restore([BEN], { replacesAll: true, settings: null });
    await people.adopt([person('Dan', [sample('d1')])], () => {});
    expect(recorded).toEqual([]);
  });
});

describe('the names of those who go', () => {
  it('are kept for the log', async () => {
    const { people, store } = await PeopleWorld.open([ADA, BEN, person('Cleo', [sample('c1')]), person('Dan', [sample('d1')])]);
    await people.delete('ada');
    await people.unite('ben', 'cleo');
    await people.adopt([{ ...person('DAN', [sample('d2')]), id: 'another' }], () => {});
    expect([...store.log.names]).toEqual([['ada', 'Ada'], ['ben', 'Ben'], ['dan', 'Dan']]);
    await people.restore([], { replacesAll: true, settings: null });
    expect([...store.log.names.keys()].sort()).toEqual(['ada', 'another', 'ben', 'cleo', 'dan']);
  });

  it('that find no room let them go all the same', async () => {
    const world = await PeopleWorld.open([ADA]);
    world.store.log.keepNames = () => Promise.reject(FULL);
    expect(await world.people.delete('ada')).toBe(true);
    expect(world.names).toEqual([]);
  });
});

describe('the admin lock', () => {
  it('that is set, locked, tried, opened and removed', async () => {
    const desk = new LockDesk({ view: new ViewModel(() => {}), record, run: () => {}, leave: () => {}, cost: CHEAP });
    await desk.open(new FakeStore());
    await desk.handle({ kind: 'set', secret: '246810' });
    await desk.handle({ kind: 'lock-now' });
    desk.lock();
    await desk.handle({ kind: 'try', secret: '111111' });
    await desk.handle({ kind: 'try', secret: '246810' });
    await desk.handle({ kind: 'remove' });
    expect(said).toEqual(['pin-set', 'admin-locked', 'pin-wrong', 'pin-right', 'pin-removed']);
  });
});

describe('the protection', () => {
  it('that is changed, and the passphrases that were tried', async () => {
    vi.useRealTimers();
    const store = new FakeStore();
    const securityKeys = { obstacle: null, add: () => Promise.reject(FULL), ask: () => Promise.reject(FULL) };
    const desk = new ProtectionDesk({
      view: new ViewModel(() => {}),
      record,
      onUnlocked: () => Promise.resolve(),
      erase: () => Promise.resolve(),
      reload: () => {},
      securityKeys,
      cost: CHEAP,
    });
    await desk.open(store);
    await desk.handle({ kind: 'protect', by: { kind: 'passphrase', passphrase: 'the right one' } });
    await desk.handle({ kind: 'current-passphrase', passphrase: 'a wrong one' });
    await desk.handle({ kind: 'new-passphrase', passphrase: 'another one' });
    await desk.handle({ kind: 'current-passphrase', passphrase: 'the right one' });
    await desk.handle({ kind: 'new-passphrase', passphrase: 'another one' });
    store.vault.isLocked = true;
    await desk.open(store);
    await desk.handle({ kind: 'unlock', by: { kind: 'passphrase', passphrase: 'a wrong one' } });
    await desk.handle({ kind: 'unlock', by: { kind: 'passphrase', passphrase: 'another one' } });
    expect(said).toEqual([['protection-changed', null, { to: 'passphrase' }], 'passphrase-wrong', 'passphrase-changed', 'passphrase-wrong', 'unlocked']);
    expect(JSON.stringify(said)).not.toContain('one');
  });
});

describe('the rest', () => {
  it('tells what is kept of settings', async () => {
    const kept: unknown[] = [];
    const store = new FakeStore();
    const desk = new SettingsDesk(new ViewModel(() => {}), (settings) => kept.push(settings));
    await desk.open(store);
    await desk.change({ countdownSeconds: 7 });
    store.fail(FULL);
    await desk.change({ countdownSeconds: 8 });
    expect(kept).toEqual([DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, countdownSeconds: 7 }]);
  });

  it('tells of people who were written to a file', async () => {
    const { view, people } = await PeopleWorld.open([ADA]);
    new TransferDesk({ view, people, record, download: () => {} }).export();
    expect(said).toEqual([['exported', null, { people: expect.any(Number) as number }]]);
  });
});
