/** The log on its screen: newest first, in memory only while it is shown. */
import { describe, expect, it } from 'vitest';
import { LogDesk } from '../../../src/app/log-desk';
import type { NewFile } from '../../../src/app/save-file';
import { ViewModel } from '../../../src/app/view-model';
import { NO_FILTER } from '../../../src/decision/log-filter';
import { attemptAt } from '../sealing/made-up-log';
import { FakeStore } from './fake-store';

interface World {
  readonly view: ViewModel;
  readonly store: FakeStore;
  readonly desk: LogDesk;
  readonly said: unknown[];
  readonly written: string[];
  /** What becomes of the file. */
  file: 'written' | 'refused' | 'full';
}

function makeWorld(count: number): World {
  const view = new ViewModel(() => {});
  const store = new FakeStore();
  store.log.events = Array.from({ length: count }, (_, at) => attemptAt(at, { personId: at % 2 === 0 ? 'ada' : 'gone' }));
  store.log.names.set('gone', 'Zoe');
  const said: unknown[] = [];
  const written: string[] = [];
  const newFile = (name: string): Promise<NewFile | null> =>
    Promise.resolve(
      world.file === 'refused'
        ? null
        : {
            name,
            write: (bytes) => (world.file === 'full' ? Promise.reject(new Error('full')) : Promise.resolve(void written.push(new TextDecoder().decode(bytes)))),
            close: () => Promise.resolve(new Blob()),
            abandon: () => Promise.resolve(void written.splice(0)),
            handOver: () => {},
          },
    );
  const people = { withId: (id: string) => (id === 'ada' ? { id, name: 'Ada', enrolledAtMs: 0, samples: [], denials: [] } : undefined) };
  const desk = new LogDesk({ view, people, record: (...all) => void said.push(all), newFile });
  const world: World = { view, store, desk, said, written, file: 'written' };
  desk.open(store);
  return world;
}

async function shown(count: number): Promise<World> {
  const world = makeWorld(count);
  world.view.patch({ destination: 'log' });
  await world.desk.follow();
  return world;
}

const seqs = ({ view }: World): number[] => (view.state.log.entries ?? []).map(({ seq }) => seq);

describe('the screen of the log', () => {
  it.each([0, 1, 200, 201, 5000])('has %d entries, newest first', async (count) => {
    const world = await shown(count);
    expect(seqs(world)).toEqual(Array.from({ length: count }, (_, at) => count - at));
    expect(world.view.state.log).toMatchObject({ share: 1, unreadable: 0 });
    expect(world.view.state.log.names.get('gone')).toBe('Zoe');
  });

  it('has the newest at once', async () => {
    const world = makeWorld(5000);
    const first = new Promise<number>((resolve) => {
      const view = new ViewModel(({ log }) => {
        if (log.entries !== null && log.entries.length > 0) resolve(log.entries.length);
      });
      const desk = new LogDesk({ view, people: { withId: () => undefined }, record: () => {}, newFile: () => Promise.resolve(null) });
      desk.open(world.store);
      view.patch({ destination: 'log' });
      void desk.follow();
    });
    expect(await first).toBe(200);
  });

  it('forgets everything when it is left, also while it is read', async () => {
    const world = makeWorld(5000);
    world.view.patch({ destination: 'log' });
    const reading = world.desk.follow();
    await new Promise((resolve) => setTimeout(resolve));
    world.view.patch({ destination: 'verify' });
    await world.desk.follow();
    await reading;
    expect(world.view.state.log.entries).toBeNull();
    expect(world.view.state.log.names.size).toBe(0);
  });

  it('shows nothing that was read while it was left', async () => {
    const { view, store, desk } = makeWorld(5000);
    const read = store.log.read.bind(store.log);
    store.log.read = async (span) => {
      const piece = await read(span);
      view.patch({ destination: 'verify' });
      await desk.follow();
      return piece;
    };
    view.patch({ destination: 'log' });
    await desk.follow();
    expect(view.state.log.entries).toBeNull();
  });

  it('has what was added while it was read', async () => {
    const world = makeWorld(5000);
    const read = world.store.log.read.bind(world.store.log);
    let reads = 0;
    world.store.log.read = async (span) => {
      const piece = await read(span);
      if ((reads += 1) !== 2) return piece;
      world.store.log.events.push(attemptAt(9));
      await world.desk.refresh();
      return piece;
    };
    world.view.patch({ destination: 'log' });
    await world.desk.follow();
    expect(seqs(world)).toEqual(Array.from({ length: 5001 }, (_, at) => 5001 - at));
  });

  it('takes in what is added meanwhile, and reads anew what was trimmed', async () => {
    const world = await shown(3);
    world.store.log.events.push(attemptAt(9), attemptAt(10));
    await world.desk.refresh();
    expect(seqs(world)).toEqual([5, 4, 3, 2, 1]);
    world.store.log.events = world.store.log.events.slice(3);
    await world.desk.refresh();
    expect(seqs(world)).toEqual([2, 1]);
  });

  it('says what a check found, and notes it', async () => {
    const world = await shown(3);
    world.store.log.breaks = [{ seq: 2, problem: 'missing' }];
    await world.desk.handle({ kind: 'check' });
    expect(world.view.state.log.check).toMatchObject({ kind: 'checked', found: { entries: 3, breaks: [{ seq: 2, problem: 'missing' }] } });
    expect(world.said).toEqual([['log-checked', null, { entries: 3, breaks: 1 }]]);
  });

  it('says that the log could not be checked', async () => {
    const world = await shown(3);
    world.store.log.check = () => Promise.reject(new Error('gone'));
    await world.desk.handle({ kind: 'check' });
    expect(world.view.state.log.check).toEqual({ kind: 'failed' });
  });

  it('says that the log could not be read', async () => {
    const world = makeWorld(3);
    world.store.log.read = () => Promise.reject(new Error('gone'));
    world.view.patch({ destination: 'log' });
    await world.desk.follow();
    expect(world.view.state.storeFault).toMatchObject({ code: 'store-failed' });
  });
});

describe('a file of the log', () => {
  it('holds what the filter lets through, with names', async () => {
    const world = await shown(4);
    await world.desk.handle({ kind: 'export', as: 'csv', filter: { ...NO_FILTER, personId: 'gone' } });
    const rows = world.written.join('').trim().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain('gone,Zoe');
    expect(world.view.state.log.file).toMatchObject({ isWritten: true, entries: 2 });
    expect(world.said).toEqual([['log-exported', null, { as: 'csv', entries: 2 }]]);
    await world.desk.handle({ kind: 'dismiss' });
    expect(world.view.state.log.file).toBeNull();
  });

  it('is none where nobody chose a place', async () => {
    const world = await shown(1);
    world.file = 'refused';
    await world.desk.handle({ kind: 'export', as: 'json', filter: NO_FILTER });
    expect(world.view.state.log.file).toBeNull();
    expect(world.said).toEqual([]);
  });

  it('that could not be written is given up and said', async () => {
    const world = await shown(1);
    world.file = 'full';
    await world.desk.handle({ kind: 'export', as: 'json', filter: NO_FILTER });
    expect(world.view.state.log.file).toMatchObject({ isWritten: false });
    expect(world.written).toEqual([]);
  });
});
