/** The log on a real database: whole, one chain for all tabs, and broken nowhere unseen. */
import type { Page } from '@playwright/test';
import type { LogCheck } from '../../src/decision/log-check';
import { expect, test } from '../support/browser-module';

declare const lintel: typeof import('../../src/store/store');

type Store = Awaited<ReturnType<typeof lintel.openStore>>;
type LogEvent = Parameters<Store['log']['append']>[0][0];

interface Tools {
  store: Store;
  event: (atMs: number, personId?: string | null) => LogEvent;
  /** Some secret to wrap the data key under. */
  secret: () => Promise<NonNullable<Parameters<Store['vault']['protect']>[0]>>;
  /** Runs requests on a store of the database, past Lintel. */
  raw: (store: string, run: (records: IDBObjectStore) => void) => Promise<void>;
}

declare const tools: Tools;

const COUNT = 8;

async function openLogPage(openModule: (module: string) => Promise<Page>): Promise<Page> {
  const page = await openModule('store/store.ts');
  await page.evaluate(async () => {
    const store = await lintel.openStore({ onPeopleChanged: () => {}, onLockChanged: () => {}, onLost: () => {} });
    const event: Tools['event'] = (atMs, personId = 'ada') => ({ kind: 'act', atMs, personId, act: 'sample-added', facts: {} });
    const secret: Tools['secret'] = async () => ({
      wrapping: { kind: 'passphrase', cost: { memoryKiB: 8, passes: 1 }, salt: new Uint8Array(16) },
      key: await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    });
    const raw: Tools['raw'] = (name, run) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const writing = request.result.transaction(name, 'readwrite');
          run(writing.objectStore(name));
          writing.onerror = () => reject(new Error('A test could not write.'));
          writing.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      });
    Object.assign(window, { tools: { store, event, secret, raw } });
  });
  return page;
}

/** Appends one by one, so that the log has `COUNT` entries, that which says that it begins among them. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    for (let at = 1; at < count; at += 1) await tools.store.log.append([tools.event(at * 1000)]);
  }, COUNT);
}

const checked = (page: Page): Promise<LogCheck> => page.evaluate(() => tools.store.log.check());

const INTACT = { entries: COUNT, fromMs: 1000, toMs: (COUNT - 1) * 1000, dropped: 0, breaks: [] };

test('entries are added in order, sealed, each in one strict transaction', async ({ openModule }) => {
  const page = await openLogPage(openModule);
  expect(await checked(page)).toMatchObject({ entries: 0, breaks: [] });
  const durabilities = await page.evaluate(async () => {
    const found: string[] = [];
    const real = Reflect.get(IDBDatabase.prototype, 'transaction') as (...asked: unknown[]) => IDBTransaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') found.push(options?.durability ?? 'default');
      return real.call(this, stores, mode, options);
    };
    await tools.store.log.append([tools.event(1000)]);
    return found;
  });
  expect(durabilities).toEqual(['strict']);
  const { entries } = await page.evaluate(async () => tools.store.log.read(await tools.store.log.span()));
  expect(entries).toMatchObject([{ seq: 1, atMs: 1000, act: 'log-begun' }, { seq: 2, atMs: 1000, act: 'sample-added', personId: 'ada' }]);
  await page.evaluate(async (count) => {
    for (let at = 2; at < count; at += 1) await tools.store.log.append([tools.event(at * 1000)]);
  }, COUNT);
  expect(await checked(page)).toEqual(INTACT);
});

test('two tabs add to one chain', async ({ openModule }) => {
  const [one, other] = [await openLogPage(openModule), await openLogPage(openModule)];
  const appendMany = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      await Promise.all(Array.from({ length: 20 }, (_, at) => tools.store.log.append([tools.event(at)])));
    });
  await Promise.all([appendMany(one), appendMany(other)]);
  expect(await checked(one)).toMatchObject({ entries: 41, breaks: [] });
});

test('whatever is broken in the database is found, also after more was added', async ({ openModule }) => {
  const page = await openLogPage(openModule);
  await fill(page);
  const found = await page.evaluate(async (count) => {
    const { store, raw } = tools;
    const kept: { seq: number; sealed: Uint8Array }[] = [];
    await raw('log', (records) => {
      records.getAll().onsuccess = ({ target }) => void kept.push(...(target as IDBRequest<typeof kept>).result);
    });
    const restored = (): Promise<void> => raw('log', (records) => kept.forEach((record) => records.put(record)));
    const breaks: string[] = [];
    const note = async (what: string): Promise<void> => {
      const [first] = (await store.log.check()).breaks;
      breaks.push(`${what}: ${first === undefined ? 'nothing' : `${first.seq} ${first.problem}`}`);
      await restored();
    };
    for (let at = 0; at < count; at += 1) {
      const record = kept[at]!;
      await raw('log', (records) => void records.put({ ...record, sealed: record.sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)) }));
      await note(`changed ${at + 1}`);
      await raw('log', (records) => void records.delete(at + 1));
      await note(`removed ${at + 1}`);
      const other = kept[(at + 1) % count]!;
      await raw('log', (records) => {
        records.put({ ...other, seq: record.seq });
        records.put({ ...record, seq: other.seq });
      });
      await note(`moved ${at + 1}`);
    }
    return breaks;
  }, COUNT);
  const expected = Array.from({ length: COUNT }, (_, at) => [
    `changed ${at + 1}: ${at + 1} changed`,
    `removed ${at + 1}: ${at + 1} ${at === COUNT - 1 ? 'cut-off' : 'missing'}`,
    `moved ${at + 1}: ${at === COUNT - 1 ? 1 : at + 1} changed`,
  ]).flat();
  expect(found).toEqual(expected);
  expect(await checked(page)).toEqual(INTACT);

  // The ends are taken away: the log goes on, and says so for good.
  await page.evaluate(() => tools.raw('logEnds', (records) => void records.clear()));
  expect((await checked(page)).breaks).toEqual([{ seq: COUNT, problem: 'ends-missing' }]);
  await page.evaluate(() => tools.store.log.append([tools.event(1)]));
  expect((await checked(page)).breaks).toEqual([{ seq: COUNT + 1, problem: 'noted' }]);
  // The last two are cut off: what follows leaves a gap.
  await page.evaluate((count) => tools.raw('log', (records) => void records.delete(IDBKeyRange.lowerBound(count + 1))), COUNT);
  await page.evaluate(() => tools.store.log.append([tools.event(2)]));
  expect((await checked(page)).breaks).toEqual([{ seq: COUNT + 1, problem: 'missing' }]);
});

test('the oldest are dropped by number and by age, and the rest is intact', async ({ openModule }) => {
  const page = await openLogPage(openModule);
  await fill(page);
  const days = 24 * 60 * 60 * 1000;
  const trim = (limits: { days: number; entries: number }, nowMs: number): Promise<number> =>
    page.evaluate(([given, now]) => tools.store.log.trim(given, now), [limits, nowMs] as const);
  expect(await trim({ days: 1, entries: COUNT }, 1000)).toBe(0);
  expect(await trim({ days: 1, entries: COUNT - 3 }, 7000)).toBe(3);
  // The entry that says so is one more.
  expect(await checked(page)).toEqual({ entries: COUNT - 2, fromMs: 3000, toMs: 7000, dropped: 3, breaks: [] });
  expect(await trim({ days: 1, entries: 1000 }, days + 5000)).toBe(2);
  expect(await checked(page)).toMatchObject({ fromMs: 5000, dropped: 5, breaks: [] });

  // What is dropped takes a break with it, but not the word of it.
  await page.evaluate(() => tools.raw('log', (records) => void records.delete(7)));
  expect(await trim({ days: 1, entries: 2 }, 8000)).toBe(3);
  const { breaks } = await checked(page);
  expect(breaks.map(({ problem }) => problem)).toEqual(['noted']);
});

test('another key leaves no entry behind; names are kept and forgotten beside the chain', async ({ openModule }) => {
  const page = await openLogPage(openModule);
  await fill(page);
  await page.evaluate(async () => {
    await tools.store.log.keepNames([{ id: 'ada', name: 'Ada' }, { id: 'ben', name: 'Ben' }]);
    await tools.store.vault.protect(await tools.secret());
    await tools.store.log.append([tools.event(9000)]);
  });
  expect(await checked(page)).toEqual({ ...INTACT, entries: COUNT + 1, toMs: 9000 });
  const names = await page.evaluate(async () => {
    const before = [...(await tools.store.log.savedNames())];
    await tools.store.log.forgetName('ada');
    return { before, after: [...(await tools.store.log.savedNames())] };
  });
  expect(names).toEqual({ before: [['ada', 'Ada'], ['ben', 'Ben']], after: [['ben', 'Ben']] });
  expect((await checked(page)).breaks).toEqual([]);

  // A log that was not intact keeps saying so under the new key.
  await page.evaluate(async () => {
    await tools.raw('log', (records) => void records.delete(4));
    await tools.store.vault.protect(null);
  });
  const { entries, breaks } = await checked(page);
  expect(entries).toBe(COUNT + 1);
  expect(breaks).toEqual([{ seq: COUNT + 1, problem: 'noted' }]);
});

test('a change of key that fails leaves people and log as they were', async ({ openModule }) => {
  const page = await openLogPage(openModule);
  await fill(page);
  const refused = await page.evaluate(async () => {
    const real = Reflect.get(IDBObjectStore.prototype, 'add') as (...asked: unknown[]) => IDBRequest<IDBValidKey>;
    let left = 5;
    IDBObjectStore.prototype.add = function (...asked: unknown[]) {
      if ((left -= 1) < 0) throw new DOMException('as a test wants it', 'QuotaExceededError');
      return real.apply(this, asked);
    };
    const error: unknown = await tools.store.vault.protect(await tools.secret()).catch((reason: unknown) => reason);
    IDBObjectStore.prototype.add = real;
    return [(error as { code?: string }).code, tools.store.vault.protection];
  });
  expect(refused).toEqual(['store-full', 'device']);
  expect(await checked(page)).toEqual(INTACT);
});

test('another log is brought in before one that says nothing yet', async ({ openModule }) => {
  const page = await openLogPage(openModule);
  const { isAsNew, entries, names } = await page.evaluate(async () => {
    const { log } = tools.store;
    await log.append([tools.event(5000, null)]);
    const isAsNew = [await log.isAsNew()];
    await log.bringIn({ events: [tools.event(1000), tools.event(2000, 'ben')], names: [{ id: 'ben', name: 'Ben' }] });
    isAsNew.push(await log.isAsNew());
    return { isAsNew, entries: (await log.read(await log.span())).entries, names: [...(await log.savedNames())] };
  });
  expect(isAsNew).toEqual([true, false]);
  expect(entries.map(({ seq, atMs, personId }) => [seq, atMs, personId])).toEqual([
    [1, 1000, 'ada'],
    [2, 2000, 'ben'],
    [3, 5000, null],
    [4, 5000, null],
    [5, expect.any(Number), null],
  ]);
  expect(entries.at(-1)).toMatchObject({ act: 'log-restored', facts: { entries: 2 } });
  expect(names).toEqual([['ben', 'Ben']]);
  expect((await checked(page)).breaks).toEqual([]);
});
