/** Databases of older versions, as these wrote them. Every version keeps its own, and every one must open for good. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../src/tools/project';

interface DatabaseV1 {
  readonly people: readonly { readonly name: string }[];
  /** Embeddings are 32-bit floats in base64. */
  readonly templates: readonly { readonly id: string; readonly embedding: string }[];
  readonly settings: unknown;
}

/**
 * Ada with two samples and a denial, Ben whose only template is damaged, somebody of the predecessor with an Arabic name,
 * and settings.
 */
export function databaseV1(): DatabaseV1 {
  return JSON.parse(readFileSync(join(ROOT, 'tests/golden/database-v1.json'), 'utf8')) as DatabaseV1;
}

/** Writes it into a page's origin, where there is no database yet. */
export async function writeDatabaseV1(page: Page): Promise<void> {
  await page.evaluate(
    ({ people, templates, settings }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('lintel', 1);
        request.onupgradeneeded = () => {
          const database = request.result;
          database.createObjectStore('people', { keyPath: 'id' }).createIndex('nameKey', 'nameKey');
          database.createObjectStore('templates', { keyPath: 'id' }).createIndex('personId', 'personId');
          database.createObjectStore('settings');
        };
        request.onerror = () => reject(new Error('The old database was not made.'));
        request.onsuccess = () => {
          const database = request.result;
          const writing = database.transaction(['people', 'templates', 'settings'], 'readwrite');
          for (const person of people) writing.objectStore('people').put(person);
          for (const template of templates) {
            const bytes = Uint8Array.from(atob(template.embedding), (letter) => letter.charCodeAt(0));
            writing.objectStore('templates').put({ ...template, embedding: new Float32Array(bytes.buffer) });
          }
          writing.objectStore('settings').put(settings, 'settings');
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    databaseV1(),
  );
}

interface DatabaseV2 {
  readonly passphrase: string;
  /** Bytes are in base64. */
  readonly key: Readonly<Record<string, unknown>>;
  readonly sealed: readonly Readonly<Record<string, unknown>>[];
  readonly settings: unknown;
}

/** Ada and somebody of the predecessor, sealed under a passphrase that costs little to try, and settings. */
export function databaseV2(): DatabaseV2 {
  return JSON.parse(readFileSync(join(ROOT, 'tests/golden/database-v2.json'), 'utf8')) as DatabaseV2;
}

/** As `writeDatabaseV1`. */
export async function writeDatabaseV2(page: Page): Promise<void> {
  await page.evaluate(
    ({ key, sealed, settings }) =>
      new Promise<void>((resolve, reject) => {
        const withBytes = (record: Readonly<Record<string, unknown>>): Record<string, unknown> => {
          const bytesOf = (name: string, value: unknown): unknown =>
            ['salt', 'nonce', 'wrapped', 'sealed'].includes(name) ? Uint8Array.from(atob(value as string), (letter) => letter.charCodeAt(0)) : value;
          return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, bytesOf(name, value)]));
        };
        const request = indexedDB.open('lintel', 2);
        request.onupgradeneeded = () => {
          const database = request.result;
          database.createObjectStore('people', { keyPath: 'id' }).createIndex('nameKey', 'nameKey');
          database.createObjectStore('templates', { keyPath: 'id' }).createIndex('personId', 'personId');
          database.createObjectStore('settings');
          database.createObjectStore('sealed', { keyPath: 'id' }).createIndex('nameTag', 'nameTag');
          database.createObjectStore('keys');
        };
        request.onerror = () => reject(new Error('The old database was not made.'));
        request.onsuccess = () => {
          const database = request.result;
          const writing = database.transaction(['sealed', 'keys', 'settings'], 'readwrite');
          for (const record of sealed) writing.objectStore('sealed').put(withBytes(record));
          writing.objectStore('keys').put(withBytes(key), 'data-key');
          writing.objectStore('settings').put(settings, 'settings');
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    databaseV2(),
  );
}

/** How many records each store of the database holds. */
export function recordCounts(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve) => {
        const request = indexedDB.open('lintel');
        request.onsuccess = () => {
          const counts: Record<string, number> = {};
          const names = [...request.result.objectStoreNames];
          const reading = request.result.transaction(names);
          for (const name of names) {
            const count = reading.objectStore(name).count();
            count.onsuccess = () => void (counts[name] = count.result);
          }
          reading.oncomplete = () => {
            request.result.close();
            resolve(counts);
          };
        };
      }),
  );
}
