/** The one door to what Lintel keeps. A write has happened when its promise resolves, and not before. */
import type { IDBPObjectStore } from 'idb';
import { type BackupMark, parseBackupMark } from '../backup/reminder';
import type { FaultRecord } from '../core/fault';
import type { Person } from '../decision/gallery';
import { nameKey } from '../decision/person-name';
import { parseSettings, type Settings } from '../decision/settings';
import { openDatabase, storeFault } from './open-database';
import { type ParsedPeople, PeopleReader, type RawRecord } from './parse-records';
import type { LintelSchema, PersonRecord, TemplateRecord } from './schema';

/** What is kept, and how to change it. Every method rejects with a Fault (`store-…`) and then has changed nothing. */
export interface Store {
  /** Everybody, and the records that were set aside because they could not be read. `onProgress` hears how far that is. */
  savedPeople(onProgress?: (progress: ReadingProgress) => void): Promise<ParsedPeople>;
  /** Writes a person with their samples, in place of whoever has the same id, the same name, or the id `goneId`. */
  savePerson(person: Person, goneId?: string | null): Promise<void>;
  /** Deletes a person with everything that is theirs. */
  deletePerson(personId: string): Promise<void>;
  /**
   * Writes people as `savePerson` does, all of them or none; first deletes everybody when `replacesAll`. Settings, unless
   * null, are written with them.
   */
  restore(people: readonly Person[], options: { readonly replacesAll: boolean; readonly settings: Settings | null }): Promise<void>;
  savedSettings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  /** The last backup that was written and opened again; null when there is none. */
  savedBackupMark(): Promise<BackupMark | null>;
  saveBackupMark(mark: BackupMark): Promise<void>;
}

export interface ReadingProgress {
  /** How many people are kept. */
  readonly people: number;
  /** How much of everything is read, 0 to 1. */
  readonly share: number;
}

/** What the store tells of its own accord. */
export interface StoreListener {
  /** Another tab changed people: read them again. */
  onPeopleChanged(): void;
  /** The database is gone for this page; a reload opens it again. */
  onLost(fault: FaultRecord): void;
}

type PeopleStore = IDBPObjectStore<LintelSchema, ('people' | 'templates')[], 'people', 'readwrite'>;
type TemplatesStore = IDBPObjectStore<LintelSchema, ('people' | 'templates')[], 'templates', 'readwrite'>;

const SETTINGS_KEY = 'settings';
const BACKUP_KEY = 'last-backup';

/** Records read at a time. */
const PIECE = 500;

/** Acknowledged means on disk, so that a power cut loses nothing that a person was told is saved. */
const DURABLE = { durability: 'strict' } as const;

/**
 * Opens the store.
 * @throws Fault `store-missing`, `store-blocked`, `store-newer`, `store-full` or `store-failed`.
 */
export async function openStore(listener: StoreListener): Promise<Store> {
  const database = await openDatabase((fault) => listener.onLost(fault));
  const otherTabs = new BroadcastChannel('lintel-people');
  otherTabs.onmessage = () => listener.onPeopleChanged();

  /** Runs one step and names its trouble. */
  async function guarded<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw storeFault(error);
    }
  }

  /** One durable transaction over people, templates and perhaps settings: all of `change` happens, or none of it. */
  async function changePeople(change: (people: PeopleStore, templates: TemplatesStore) => Promise<void>, settings: Settings | null = null): Promise<void> {
    const writing = database.transaction(['people', 'templates', ...(settings === null ? [] : ['settings' as const])], 'readwrite', DURABLE);
    const [people, templates] = [writing.objectStore('people') as PeopleStore, writing.objectStore('templates') as TemplatesStore];
    const changing = change(people, templates).then(async () => {
      if (settings !== null) await writing.objectStore('settings').put(settings, SETTINGS_KEY);
    }).catch((error: unknown) => {
      // What is half done would otherwise be kept: only failed requests undo a transaction by themselves.
      if (writing.error === null) writing.abort();
      throw error;
    });
    const [changed, kept] = await Promise.allSettled([changing, writing.done]);
    // The transaction knows why (a full disk), the requests that fell with it only that they did.
    if (kept.status === 'rejected') throw writing.error ?? (changed.status === 'rejected' ? changed.reason : kept.reason);
    otherTabs.postMessage('changed');
  }

  return {
    savedPeople: (onProgress = () => {}) =>
      guarded(async () => {
        const reading = database.transaction(['people', 'templates']);
        const [people, templates] = [reading.objectStore('people'), reading.objectStore('templates')];
        const [peopleCount, templatesCount] = await Promise.all([people.count(), templates.count()]);
        const reader = new PeopleReader();
        let done = 0;
        const advance = (records: readonly unknown[]): void => {
          done += records.length;
          onProgress({ people: peopleCount, share: done / (peopleCount + templatesCount) });
        };
        const takeTemplates = (records: readonly TemplateRecord[]): void => {
          reader.addTemplates(records.map(withKey));
          advance(records);
        };
        const takePeople = (records: readonly PersonRecord[]): void => {
          reader.addPeople(records.map(withKey));
          advance(records);
        };
        await Promise.all([readInPieces(templates, takeTemplates).then(() => readInPieces(people, takePeople)), reading.done]);
        return reader.finish();
      }),

    savePerson: (person, goneId = null) =>
      guarded(() =>
        changePeople(async (people, templates) => {
          if (goneId !== null) await deleteWithTemplates(people, templates, goneId);
          await putPerson(people, templates, person);
        }),
      ),

    restore: (restored, { replacesAll, settings }) =>
      guarded(() =>
        changePeople(async (people, templates) => {
          if (replacesAll) await Promise.all([people.clear(), templates.clear()]);
          for (const person of restored) await putPerson(people, templates, person);
        }, settings),
      ),

    deletePerson: (personId) =>
      guarded(() => changePeople((people, templates) => deleteWithTemplates(people, templates, personId))),

    savedSettings: () => guarded(async () => parseSettings(await database.get('settings', SETTINGS_KEY))),

    saveSettings: (settings) =>
      guarded(async () => {
        const writing = database.transaction('settings', 'readwrite', DURABLE);
        await Promise.all([writing.store.put(settings, SETTINGS_KEY), writing.done]);
      }),

    savedBackupMark: () => guarded(async () => parseBackupMark(await database.get('settings', BACKUP_KEY))),

    saveBackupMark: (mark) =>
      guarded(async () => {
        await database.put('settings', mark, BACKUP_KEY);
      }),
  };
}

/** In place of whoever has the same id or the same name. */
async function putPerson(people: PeopleStore, templates: TemplatesStore, { samples, denials, ...person }: Person): Promise<void> {
  const key = nameKey(person.name);
  for (const id of new Set([person.id, ...(await people.index('nameKey').getAllKeys(key))])) await deleteWithTemplates(people, templates, id);
  await people.put({ ...person, nameKey: key });
  for (const sample of samples) await templates.put({ ...sample, personId: person.id, role: 'sample' });
  for (const denial of denials) await templates.put({ ...denial, personId: person.id, role: 'denial' });
}

async function deleteWithTemplates(people: PeopleStore, templates: TemplatesStore, personId: string): Promise<void> {
  await people.delete(personId);
  for (const key of await templates.index('personId').getAllKeys(personId)) await templates.delete(key);
}

/**
 * Goes through a store once, as a cursor does, but with one answer of the database for many records. Each piece arrives in
 * a task of its own, so that the screen gets its turn between two.
 */
async function readInPieces<T extends { readonly id: string }>(
  store: { getAll(query: IDBKeyRange | null, count: number): Promise<T[]> },
  take: (records: readonly T[]) => void,
): Promise<void> {
  let records = await store.getAll(null, PIECE);
  for (;;) {
    const last = records.at(-1);
    // Asked for before these are looked at: the database reads on meanwhile.
    const next = last === undefined || records.length < PIECE ? null : store.getAll(IDBKeyRange.lowerBound(last.id, true), PIECE);
    take(records);
    if (next === null) return;
    records = await next;
  }
}

/** The id is the key, so every record has one, whatever else it lacks. */
function withKey(record: { readonly id: string }): RawRecord {
  return { key: record.id, value: record };
}
