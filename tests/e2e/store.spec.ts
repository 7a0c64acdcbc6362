/** The store on a real database: all of a change or none of it, on disk before it is acknowledged. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-module';

declare const lintel: typeof import('../../src/store/store');

/** What the tests do in the page, so that each says only what is its own. */
interface Tools {
  store: Awaited<ReturnType<typeof lintel.openStore>>;
  /** A person with one sample for each of `samples`. */
  person: (id: string, name: string, samples: readonly string[]) => Parameters<Tools['store']['savePerson']>[0];
  /** The names of everybody in the database, and the ids of all samples. */
  kept: () => Promise<{ people: string[]; templates: string[] }>;
  /** Lets so many records be written and no more, until what it returns is called. */
  failAfter: (count: number) => () => void;
}

declare const tools: Tools;

async function openStorePage(openModule: (module: string) => Promise<Page>): Promise<Page> {
  const page = await openModule('store/store.ts');
  await page.evaluate(async () => {
    const store = await lintel.openStore({ onPeopleChanged: () => {}, onLockChanged: () => {}, onLost: () => {} });
    const embedding = new Float32Array(512).fill(Math.sqrt(1 / 512)) as ReturnType<typeof tools.person>['samples'][0]['embedding'];
    const origin = { model: 'mobilefacenet-512', pipeline: 'test' };
    const person: Tools['person'] = (id, name, samples) => ({
      id,
      name,
      enrolledAtMs: 1,
      samples: samples.map((sample) => ({ id: sample, embedding, capturedAtMs: 1, learntBy: 'enrolment' as const, ...origin })),
      denials: [],
    });
    const kept: Tools['kept'] = async () => {
      const { people } = await store.savedPeople();
      return {
        people: people.map(({ name }) => name).sort(),
        templates: people.flatMap(({ samples }) => samples.map(({ id }) => id)).sort(),
      };
    };
    const failAfter: Tools['failAfter'] = (count) => {
      const real = Reflect.get(IDBObjectStore.prototype, 'put') as (...asked: unknown[]) => IDBRequest<IDBValidKey>;
      let left = count;
      IDBObjectStore.prototype.put = function (...asked: unknown[]) {
        if (left === 0) throw new DOMException('as a test wants it', 'DataError');
        left -= 1;
        return real.apply(this, asked);
      };
      return () => void (IDBObjectStore.prototype.put = real);
    };
    Object.assign(window, { tools: { store, person, kept, failAfter } });
  });
  return page;
}

test('a person is written, replaced and deleted in one strict transaction each', async ({ openModule }) => {
  const page = await openStorePage(openModule);
  const { transactions, states } = await page.evaluate(async () => {
    const { store, person, kept } = tools;
    const transactions: string[] = [];
    const real = Reflect.get(IDBDatabase.prototype, 'transaction') as (...asked: unknown[]) => IDBTransaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') transactions.push(`${JSON.stringify(stores)} ${options?.durability ?? 'default'}`);
      return real.call(this, stores, mode, options);
    };
    const states = [];
    await store.savePerson(person('a', 'Ada', ['a1', 'a2']));
    await store.savePerson(person('b', 'Ben', ['b1']));
    states.push(await kept());
    // The same name with other capitals and another id, then the same id with another name.
    await store.savePerson(person('a-new', 'ADA', ['a3']));
    await store.savePerson(person('b', 'Benjamin', ['b2']));
    states.push(await kept());
    await store.deletePerson('a-new');
    states.push(await kept());
    await store.saveSettings(await store.savedSettings());
    return { transactions, states };
  });
  expect(states).toEqual([
    { people: ['Ada', 'Ben'], templates: ['a1', 'a2', 'b1'] },
    { people: ['ADA', 'Benjamin'], templates: ['a3', 'b2'] },
    { people: ['Benjamin'], templates: ['b2'] },
  ]);
  expect(transactions).toEqual([...Array<string>(5).fill('["sealed","keys","settings"] strict'), '"settings" strict']);
});

test('two people become one in one transaction: all of it, or nothing', async ({ openModule }) => {
  const page = await openStorePage(openModule);
  const { failed, outcome, united } = await page.evaluate(async () => {
    const { store, person, kept } = tools;
    await store.savePerson(person('a', 'Ada', ['a1']));
    await store.savePerson(person('b', 'Ben', ['b1', 'b2']));
    const works = tools.failAfter(0);
    const outcome = await store.savePerson(person('a', 'Ada', ['a1', 'b1', 'b2']), 'b').catch((error: unknown) => (error as Error).message.split(':')[0]!);
    works();
    const failed = await kept();
    await store.savePerson(person('a', 'Ada', ['a1', 'b1', 'b2']), 'b');
    return { outcome, failed, united: await kept() };
  });
  expect(outcome).toBe('store-failed');
  expect(failed).toEqual({ people: ['Ada', 'Ben'], templates: ['a1', 'b1', 'b2'] });
  expect(united).toEqual({ people: ['Ada'], templates: ['a1', 'b1', 'b2'] });
});

test('many are restored at once: all of them and the settings, or nothing', async ({ openModule }) => {
  const page = await openStorePage(openModule);
  const { outcome, after, restored, replaced, countdowns } = await page.evaluate(async () => {
    const { store, person, kept } = tools;
    const settings = { ...(await store.savedSettings()), countdownSeconds: 7 };
    await store.savePerson(person('a', 'Ada', ['a1']));
    const backup = [person('b', 'Ben', ['b1']), person('c', 'Cleo', ['c1']), person('a2', 'ADA', ['a2'])];
    const countdowns: number[] = [];
    // Everybody was deleted and two were written by then.
    const works = tools.failAfter(2);
    const outcome = await store.restore(backup, { replacesAll: true, settings }).catch((error: unknown) => (error as Error).message.split(':')[0]!);
    works();
    const after = await kept();
    await store.restore(backup, { replacesAll: false, settings: null });
    countdowns.push((await store.savedSettings()).countdownSeconds);
    const restored = await kept();
    await store.restore([backup[0]!], { replacesAll: true, settings });
    countdowns.push((await store.savedSettings()).countdownSeconds);
    return { outcome, after, restored, replaced: await kept(), countdowns };
  });
  expect(outcome).toBe('store-failed');
  expect(after).toEqual({ people: ['Ada'], templates: ['a1'] });
  expect(restored).toEqual({ people: ['ADA', 'Ben', 'Cleo'], templates: ['a2', 'b1', 'c1'] });
  expect(replaced).toEqual({ people: ['Ben'], templates: ['b1'] });
  expect(countdowns).toEqual([3, 7]);
});

/** Opens the store anew; what came of it. */
function outcomeOfOpening(page: Page): Promise<string> {
  return page.evaluate(() =>
    lintel.openStore({ onPeopleChanged: () => {}, onLockChanged: () => {}, onLost: () => {} }).then(
      () => 'opened',
      (error: unknown) => (error as Error).message.split(':')[0]!,
    ),
  );
}

test('a damaged key opens nothing and is not overwritten', async ({ openModule }) => {
  const page = await openStorePage(openModule);
  await page.evaluate(() => tools.store.savePerson(tools.person('a', 'Ada', ['a1'])));
  /** What keys and how many people there are, and then a key that is none. */
  const damageKey = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('lintel');
          request.onsuccess = () => {
            const writing = request.result.transaction(['keys', 'sealed'], 'readwrite');
            const keys = writing.objectStore('keys').getAll();
            const sealed = writing.objectStore('sealed').count();
            writing.objectStore('keys').put({ kind: 'device', id: 7 }, 'data-key');
            writing.oncomplete = () => {
              request.result.close();
              resolve(`${JSON.stringify(keys.result)} ${sealed.result}`);
            };
          };
        }),
    );
  await damageKey();
  expect(await outcomeOfOpening(page)).toBe('key-lost');
  expect(await damageKey()).toBe('[{"kind":"device","id":7}] 1');
});

test('a database that lacks a store is said to be unusable, and left as it is', async ({ openModule }) => {
  const page = await openModule('store/store.ts');
  const stores = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('lintel', 3);
          request.onupgradeneeded = () => request.result.createObjectStore('settings').put({ countdownSeconds: 7 }, 'settings');
          request.onsuccess = () => {
            const all = request.result.transaction('settings').objectStore('settings').getAll();
            all.onsuccess = () => {
              resolve(`${[...request.result.objectStoreNames].join()} ${JSON.stringify(all.result)}`);
              request.result.close();
            };
          };
        }),
    );
  const before = await stores();
  expect(await outcomeOfOpening(page)).toBe('store-failed');
  expect(await stores()).toBe(before);
});

test('a person is erased with what rests on them in one transaction, and a new look finds whatever is left', async ({ openModule }) => {
  const page = await openStorePage(openModule);
  const { before, outcome, failed, erased, after, left } = await page.evaluate(async () => {
    const { store, person, kept } = tools;
    const ben = { ...person('b', 'Ben', ['b1']), denials: person('', '', ['not-ben']).samples };
    await store.savePerson(person('a', 'Ada', ['a1', 'a2']));
    await store.savePerson(ben);
    await store.log.keepNames([{ id: 'a', name: 'Ada' }]);
    const before = await store.findTraces('a', 'ADA');
    const works = tools.failAfter(0);
    const outcome = await store.erasePerson('a', [{ ...ben, denials: [] }]).catch((error: unknown) => (error as Error).message.split(':')[0]!);
    works();
    const failed = await kept();
    await store.log.forgetName('a');
    await store.erasePerson('a', [{ ...ben, denials: [] }]);
    const { people } = await store.savedPeople();
    return { before, outcome, failed, erased: await kept(), after: await store.findTraces('a', 'Ada'), left: people[0]!.denials.length };
  });
  expect(before).toEqual({ withId: 1, withNameTag: 1, namesInLog: 1 });
  expect(outcome).toBe('store-failed');
  expect(failed).toEqual({ people: ['Ada', 'Ben'], templates: ['a1', 'a2', 'b1'] });
  expect(erased).toEqual({ people: ['Ben'], templates: ['b1'] });
  expect(after).toEqual({ withId: 0, withNameTag: 0, namesInLog: 0 });
  expect(left).toBe(0);
});

test('a full disk is called by its name, keeps no key by halves, and is over when there is room', async ({ openModule, context }) => {
  const page = await openModule('store/store.ts');
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  const open = () =>
    page.evaluate(() =>
      lintel.openStore({ onPeopleChanged: () => {}, onLockChanged: () => {}, onLost: () => {} }).then(
        async (store) => `${store.vault.protection}, ${(await store.savedPeople()).people.length} people`,
        (error: unknown) => (error as Error).message.split(':')[0]!,
      ),
    );
  // Chromium asks for the room left at the first write and then not for some twenty seconds: no write comes before.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  expect(await open()).toBe('store-full');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  expect(await open()).toBe('device, 0 people');
});
