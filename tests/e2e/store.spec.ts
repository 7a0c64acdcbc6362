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
}

declare const tools: Tools;

async function openStorePage(openModule: (module: string) => Promise<Page>): Promise<Page> {
  const page = await openModule('store/store.ts');
  await page.evaluate(async () => {
    const store = await lintel.openStore({ onPeopleChanged: () => {}, onLost: () => {} });
    const embedding = new Float32Array(512).fill(Math.sqrt(1 / 512)) as ReturnType<typeof tools.person>['samples'][0]['embedding'];
    const origin = { model: 'mobilefacenet-512', pipeline: 'test' };
    const person: Tools['person'] = (id, name, samples) => ({
      id,
      name,
      enrolledAtMs: 1,
      samples: samples.map((sample) => ({ id: sample, embedding, capturedAtMs: 1, learntBy: 'enrolment' as const, ...origin })),
      denials: [],
    });
    const kept: Tools['kept'] = () =>
      new Promise((resolve) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const reading = request.result.transaction(['people', 'templates']);
          const people = reading.objectStore('people').getAll();
          const templates = reading.objectStore('templates').getAll();
          reading.oncomplete = () => {
            request.result.close();
            resolve({
              people: (people.result as { name: string }[]).map(({ name }) => name),
              templates: (templates.result as { id: string }[]).map(({ id }) => id),
            });
          };
        };
      });
    Object.assign(window, { tools: { store, person, kept } });
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
  expect(transactions).toEqual([...Array<string>(5).fill('["people","templates"] strict'), '"settings" strict']);
});

test('two people become one in one transaction: all of it, or nothing', async ({ openModule }) => {
  const page = await openStorePage(openModule);
  const { failed, outcome, united } = await page.evaluate(async () => {
    const { store, person, kept } = tools;
    await store.savePerson(person('a', 'Ada', ['a1']));
    await store.savePerson(person('b', 'Ben', ['b1', 'b2']));
    const broken = person('a', 'Ada', ['a1', 'b1', 'b2']);
    Object.assign(broken.samples[2]!, { pipeline: () => {} });
    const outcome = await store.savePerson(broken, 'b').catch((error: unknown) => (error as Error).message.split(':')[0]!);
    const failed = await kept();
    await store.savePerson(person('a', 'Ada', ['a1', 'b1', 'b2']), 'b');
    return { outcome, failed, united: await kept() };
  });
  expect(outcome).toBe('store-failed');
  expect(failed).toEqual({ people: ['Ada', 'Ben'], templates: ['a1', 'b1', 'b2'] });
  expect(united).toEqual({ people: ['Ada'], templates: ['a1', 'b1', 'b2'] });
});

test('a change that fails half-way changes nothing', async ({ openModule }) => {
  const page = await openStorePage(openModule);
  const { outcome, after } = await page.evaluate(async () => {
    const { store, person, kept } = tools;
    await store.savePerson(person('a', 'Ada', ['a1']));
    const broken = person('a', 'Ada', ['a2', 'a3']);
    // A function cannot be written, which is found out after the old person was deleted and the first sample written.
    Object.assign(broken.samples[1]!, { pipeline: () => {} });
    const outcome = await store.savePerson(broken).catch((error: unknown) => (error as Error).message.split(':')[0]!);
    return { outcome, after: await kept() };
  });
  expect(outcome).toBe('store-failed');
  expect(after).toEqual({ people: ['Ada'], templates: ['a1'] });
});

test('a full disk is called by its name, keeps nothing by halves, and is over when there is room', async ({ openModule, context }) => {
  const page = await openStorePage(openModule);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  const save = () =>
    page.evaluate(async () => {
      const outcome = await tools.store.savePerson(tools.person('a', 'Ada', ['a1'])).then(
        () => 'saved',
        (error: unknown) => (error as Error).message.split(':')[0]!,
      );
      return { outcome, ...(await tools.kept()) };
    });
  // Chromium asks for the room left at the first write and then not for some twenty seconds: no write comes before.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  expect(await save()).toEqual({ outcome: 'store-full', people: [], templates: [] });
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  expect(await save()).toEqual({ outcome: 'saved', people: ['Ada'], templates: ['a1'] });
});
