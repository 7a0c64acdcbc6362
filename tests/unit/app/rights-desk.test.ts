/** Consent on record, expiry, export and erasure of one person, from question to answer. */
import { beforeEach, describe, expect, it } from 'vitest';
import { RightsDesk } from '../../../src/app/rights-desk';
import type { NewFile } from '../../../src/app/save-file';
import { Fault } from '../../../src/core/fault';
import type { RightsDialog } from '../../../src/ui/rights-view';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const FULL = new Fault('store-full', 'no space');
const ADA = person('Ada', [sample('a1')]);
const BEN = person('Ben', [sample('b1', { embedding: faceAt(90) })], [sample('not-ben')]);

let world: PeopleWorld;
let desk: RightsDesk;
/** Files that were written, by name. */
let files: Map<string, string>;
/** What was logged. */
let acts: string[];
let place: 'chosen' | 'none' | 'full';

function newFile(name: string): Promise<NewFile | null> {
  if (place === 'none') return Promise.resolve(null);
  let text = '';
  return Promise.resolve({
    name,
    write: (bytes) => (place === 'full' ? Promise.reject(new Error('full')) : Promise.resolve(void (text += new TextDecoder().decode(bytes)))),
    close: () => Promise.resolve(new Blob([text])),
    abandon: () => Promise.resolve(),
    handOver: () => void files.set(name, text),
  });
}

beforeEach(async () => {
  world = await PeopleWorld.open([ADA, BEN]);
  files = new Map();
  acts = [];
  place = 'chosen';
  desk = new RightsDesk({ view: world.view, people: world.people, record: (act, personId) => void acts.push(`${act} ${personId ?? ''}`), newFile });
  await desk.open(world.store);
  world.store.writes.length = 0;
});

function about(): RightsDialog | null {
  const { dialog } = world.view.state;
  return dialog?.kind === 'rights' ? dialog.about : null;
}

describe('consent of somebody who is enrolled', () => {
  it('is asked for, and then on record', async () => {
    await desk.handle({ kind: 'ask-consent', personId: 'ada' });
    await desk.handle({ kind: 'record-consent' });
    expect(about()).toMatchObject({ kind: 'consent', consent: { problem: { field: 'agreed' } } });
    await desk.handle({ kind: 'fill-consent', change: { isAgreed: true, enteredBy: 'Grace' } });
    // The form of Enrol is another one.
    expect(world.view.state.rights.consent.draft.isAgreed).toBe(false);
    await desk.handle({ kind: 'record-consent' });
    expect(world.store.people.find(({ id }) => id === 'ada')).toMatchObject({ consent: { enteredBy: 'Grace', guardian: null } });
    expect(about()).toMatchObject({ kind: 'person', done: 'consent-recorded', person: { consent: { enteredBy: 'Grace' } } });
    expect(acts).toEqual(['consent-recorded ada']);
  });

  it('that cannot be written gives way to the fault', async () => {
    await desk.handle({ kind: 'ask-consent', personId: 'ada' });
    await desk.handle({ kind: 'fill-consent', change: { isAgreed: true } });
    world.store.fail(FULL);
    await desk.handle({ kind: 'record-consent' });
    expect(world.view.state).toMatchObject({ dialog: null, storeFault: { code: 'store-full' } });
  });
});

describe('an expiry date', () => {
  it('is set and taken away', async () => {
    const expiresAtMs = Date.now() + 1e9;
    await desk.handle({ kind: 'set-expiry', personId: 'ada', expiresAtMs });
    expect(about()).toMatchObject({ done: 'expiry-changed', person: { expiresAtMs } });
    await desk.handle({ kind: 'set-expiry', personId: 'ada', expiresAtMs: null });
    expect(world.store.people.find(({ id }) => id === 'ada')).not.toHaveProperty('expiresAtMs');
  });
});

describe('an export', () => {
  it('is a file whose name names nobody, with what the log says of the person and of nobody else', async () => {
    const act = { kind: 'act', act: 'enrolled', facts: {} } as const;
    world.store.log.events = Array.from({ length: 4500 }, (_, at) => ({ ...act, atMs: at, personId: at % 1500 === 0 ? 'ada' : 'ben' }));
    await desk.handle({ kind: 'export', personId: 'ada' });
    const [[name, text]] = [...files] as [[string, string]];
    expect(name).toMatch(/^lintel-my-data-\d{4}-\d\d-\d\d\.json$/);
    expect(JSON.parse(text)).toMatchObject({ name: 'Ada', samples: [{ id: 'a1' }], log: [{ seq: 1 }, { seq: 1501 }, { seq: 3001 }] });
    expect(about()).toMatchObject({ kind: 'person', done: 'exported' });
    expect(acts).toEqual(['data-exported ada']);
  });

  it('without a log that can be read is not written', async () => {
    world.store.log.span = () => Promise.reject(FULL);
    await desk.handle({ kind: 'export', personId: 'ada' });
    expect(about()).toMatchObject({ done: 'not-exported' });
    expect(files.size).toBe(0);
  });

  it('that cannot be written says so, and one without a place says nothing', async () => {
    place = 'none';
    await desk.handle({ kind: 'export', personId: 'ada' });
    expect(about()).toBeNull();
    place = 'full';
    await desk.handle({ kind: 'export', personId: 'ada' });
    expect(about()).toMatchObject({ done: 'not-exported' });
    expect(files.size).toBe(0);
    expect(acts).toEqual([]);
  });
});

describe('erasing', () => {
  it('asks once, and says what goes', async () => {
    await desk.handle({ kind: 'erase' });
    expect(world.store.writes).toEqual([]);
    await desk.handle({ kind: 'ask-erase', personId: 'ada' });
    expect(about()).toMatchObject({ kind: 'erase', person: { name: 'Ada' }, othersDenials: 1, isBusy: false });
    expect(world.store.writes).toEqual([]);
  });

  it('leaves nothing, and proves it by what is found afterwards', async () => {
    // Ada had another name before two people were made one, and was once deleted and enrolled again.
    const united = { kind: 'act', act: 'united', atMs: 1, personId: 'ada', facts: { from: 'nick' } } as const;
    world.store.log.events = [{ ...united, personId: 'nick', facts: { from: 'older' } }, united, { ...united, personId: 'ben', facts: { from: 'bens' } }];
    await world.store.log.keepNames([ADA, BEN, { id: 'nick', name: 'Countess' }, { id: 'older', name: 'A.' }, { id: 'before', name: 'ADA' }, { id: 'bens', name: 'B.' }]);
    await desk.handle({ kind: 'ask-erase', personId: 'ada' });
    await desk.handle({ kind: 'erase' });
    expect(about()).toMatchObject({ kind: 'erased', receipt: { samples: 1, denials: 0, othersDenials: 1, traces: { withId: 0, withNameTag: 0, namesInLog: 0 } } });
    expect([...world.store.log.names.keys()]).toEqual(['ben', 'bens']);
    expect(acts).toEqual(['erased ada']);
    expect(world.store.people.map(({ id }) => id)).toEqual(['ben']);
    expect(world.store.templatesOf('ben')!.denials).toEqual([]);
    expect(world.view.state.undo).toBeNull();
  });

  it('counts what is found, whatever that is', async () => {
    await desk.handle({ kind: 'ask-erase', personId: 'ada' });
    // Another tab writes them back between the erasure and the look.
    const { store } = world;
    const look = store.findTraces.bind(store);
    store.findTraces = (...asked) => {
      store.people.push(ADA);
      store.log.names.set('ada', 'Ada');
      return look(...asked);
    };
    await desk.handle({ kind: 'erase' });
    expect(about()).toMatchObject({ receipt: { traces: { withId: 1, withNameTag: 1, namesInLog: 1 } } });
  });

  it('whose name the log will not let go of changes nothing', async () => {
    await world.store.log.keepNames([ADA]);
    await desk.handle({ kind: 'ask-erase', personId: 'ada' });
    world.store.log.forgetName = () => Promise.reject(FULL);
    await desk.handle({ kind: 'erase' });
    expect(world.view.state).toMatchObject({ dialog: null, storeFault: { code: 'store-full' } });
    expect(world.names).toEqual(['Ada', 'Ben']);
  });

  it('that fails changes nothing, and says so', async () => {
    await desk.handle({ kind: 'ask-erase', personId: 'ada' });
    world.store.fail(FULL);
    await desk.handle({ kind: 'erase' });
    expect(world.view.state).toMatchObject({ dialog: null, storeFault: { code: 'store-full' } });
    expect(world.names).toEqual(['Ada', 'Ben']);
  });

  it('without a look afterwards gives no proof', async () => {
    await desk.handle({ kind: 'ask-erase', personId: 'ada' });
    world.store.findTraces = () => Promise.reject(FULL);
    await desk.handle({ kind: 'erase' });
    expect(world.view.state).toMatchObject({ dialog: null, storeFault: { code: 'store-full' } });
  });

  it('gives a receipt that names nobody unless a name is typed', async () => {
    await desk.handle({ kind: 'save-receipt', name: '' });
    await desk.handle({ kind: 'ask-erase', personId: 'ada' });
    await desk.handle({ kind: 'erase' });
    await desk.handle({ kind: 'save-receipt', name: '' });
    const [[name, text]] = [...files] as [[string, string]];
    expect(name).toMatch(/^lintel-erased-\d{4}-\d\d-\d\d\.txt$/);
    expect(text).not.toContain('Ada');
    await desk.handle({ kind: 'save-receipt', name: 'Ada' });
    expect(files.get(name)).toContain('Ada');
    expect(about()).toMatchObject({ kind: 'erased', done: 'exported' });
    place = 'full';
    await desk.handle({ kind: 'save-receipt', name: '' });
    expect(about()).toMatchObject({ kind: 'erased', done: 'not-exported' });
  });
});
