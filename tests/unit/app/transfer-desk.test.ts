/** Importing and exporting the predecessor's database. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TransferDesk } from '../../../src/app/transfer-desk';
import { Fault } from '../../../src/core/fault';
import { LEGACY_ORIGIN } from '../../../src/core/model';
import { readFacesDb, writeFacesDb } from '../../../src/migration/faces-db';
import { vectorOf } from '../migration/pickles';
import { faceAt, PeopleWorld, person, sample } from './made-up-people';

const pickle = (...names: string[]): File => new File([Uint8Array.from(writeFacesDb(names.map((name, seed) => ({ name, vector: vectorOf(seed) }))))], 'faces_db.pkl');

let world: PeopleWorld;
let desk: TransferDesk;
let files: { name: string; bytes: Uint8Array }[];

beforeEach(async () => {
  world = await PeopleWorld.open([person('Ada', [sample('a1', { embedding: faceAt(20) })])]);
  files = [];
  desk = new TransferDesk({ view: world.view, people: world.people, download: (name, bytes) => files.push({ name, bytes }) });
});

describe('importing', () => {
  it('shows what would happen, and writes nothing before it is confirmed', async () => {
    await desk.preview(pickle('ada', 'Ben', 'BEN'));
    expect(world.view.state.dialog).toMatchObject({
      kind: 'import',
      file: 'faces_db.pkl',
      plan: { added: [{ name: 'Ben' }], known: [{ existing: { id: 'ada' } }], refused: [{ index: 2, name: 'BEN', reason: 'has the name of an earlier entry' }] },
    });
    expect(world.store.writes).toEqual([]);
  });

  it('adds who is new and leaves the others, one write each', async () => {
    await desk.preview(pickle('ada', 'Ben', 'Cleo'));
    await desk.confirmImport(false);
    expect(world.store.writes).toEqual(['savePerson', 'savePerson']);
    expect(world.names).toEqual(['Ada', 'Ben', 'Cleo']);
    expect(world.store.people.find(({ name }) => name === 'Ben')!.samples).toMatchObject([{ learntBy: 'import', ...LEGACY_ORIGIN }]);
    expect(world.view.state).toMatchObject({ dialog: null, transfer: null, notice: { label: 'Imported', name: '2 people' } });
  });

  it('replaces the others when that is wanted', async () => {
    await desk.preview(pickle('ADA'));
    await desk.confirmImport(true);
    expect(world.store.people).toMatchObject([{ id: 'ada', name: 'ADA', samples: [LEGACY_ORIGIN] }]);
  });

  it('says how far it came when the store fails', async () => {
    world.store.fail(new Fault('store-full', ''), 1);
    await desk.preview(pickle('Ben', 'Cleo', 'Dan'));
    await desk.confirmImport(false);
    expect(world.names).toEqual(['Ada', 'Ben']);
    expect(world.view.state).toMatchObject({ storeFault: { code: 'store-full' }, transfer: { kind: 'interrupted', done: 1, total: 3 } });
  });

  it('repeats why a file is not read', async () => {
    await desk.preview(new File(['no pickle'], 'x.pkl'));
    expect(world.view.state.transfer).toMatchObject({ kind: 'refused', file: 'x.pkl', message: expect.stringContaining('not a face database') as string });
    await desk.preview({ name: 'gone.pkl', slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) } as unknown as File);
    expect(world.view.state.transfer).toMatchObject({ kind: 'refused', message: null });
    expect(world.view.state.dialog).toBeNull();
  });

  it('does nothing without a file that is shown', async () => {
    await desk.confirmImport(true);
    expect(world.store.writes).toEqual([]);
  });
});

describe('exporting', () => {
  it('says what the file would hold, then hands it over', async () => {
    await desk.preview(pickle('Ben'));
    await desk.confirmImport(false);
    desk.askExport();
    expect(world.view.state.dialog).toEqual({ kind: 'export', people: 2, dimensions: 2, legacy: 1, leftOut: 0 });
    desk.export();
    expect(files.map(({ name }) => name)).toEqual(['faces_db.pkl']);
    expect(readFacesDb(files[0]!.bytes)).toMatchObject({ people: [{ name: 'Ben' }], refused: [{ name: 'Ada', reason: 'has 2 numbers instead of 128' }] });
  });

  it('waits until it is known which network runs', async () => {
    const early = await PeopleWorld.withoutModel([person('Ada', [sample('a1')])]);
    const other = new TransferDesk({ view: early.view, people: early.people, download: (name, bytes) => files.push({ name, bytes }) });
    other.askExport();
    other.export();
    expect(early.view.state.dialog).toBeNull();
    expect(files).toEqual([]);
  });
});
