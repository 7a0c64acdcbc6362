/** The one door to what Lintel keeps. A write has happened when its promise resolves, and not before. */
import { deleteDB, type IDBPObjectStore } from 'idb';
import { type BackupMark, parseBackupMark } from '../backup/reminder';
import { Fault, type FaultRecord } from '../core/fault';
import type { Traces } from '../decision/erasure';
import type { Person } from '../decision/gallery';
import type { RetentionState } from '../decision/retention';
import { parseSettings, type Settings } from '../decision/settings';
import { type SealedRecord, sealPerson } from '../sealing/sealed-record';
import { type AdminLock, changeAdminLock, savedAdminLock } from './admin-lock';
import { changeAtOnce, DURABLE } from './durable';
import { KeptLog } from './log';
import { alone } from './log-reading';
import { sealOldPeople } from './old-people';
import { openDatabase, storeFault } from './open-database';
import type { ParsedPeople } from './parse-records';
import { changeRetention } from './retention';
import { DATABASE_NAME, type LintelSchema } from './schema';
import { type ReadingProgress, readPeople, sealAll } from './sealed-people';
import { findTraces } from './traces';
import { type PeopleStores, Vault } from './vault';

export type { ReadingProgress } from './sealed-people';

/** What is kept, and how to change it. Every method rejects with a Fault (`store-…`, `key-lost`) and then has changed nothing. */
export interface Store {
  readonly vault: StoreVault;
  readonly log: StoreLog;
  /** Everybody, and the records that were set aside because they could not be read. `onProgress` hears how far that is. */
  savedPeople(onProgress?: (progress: ReadingProgress) => void): Promise<ParsedPeople>;
  /** Writes a person with their samples, in place of whoever has the same id, the same name, or the id `goneId`. */
  savePerson(person: Person, goneId?: string | null): Promise<void>;
  /** Deletes a person with everything that is theirs. */
  deletePerson(personId: string): Promise<void>;
  /** Deletes a person and writes others as they are without them, all of it or nothing. */
  erasePerson(personId: string, changed: readonly Person[]): Promise<void>;
  /** What is left of a person who was erased, read anew. */
  findTraces(personId: string, name: string): Promise<Traces>;
  /**
   * Writes people as `savePerson` does, all of them or none; first deletes everybody when `replacesAll`. Settings, unless
   * null, are written with them.
   */
  restore(people: readonly Person[], options: { readonly replacesAll: boolean; readonly settings: Settings | null }): Promise<void>;
  /** The admin lock; null when none is set. */
  savedAdminLock(): Promise<AdminLock | null>;
  /** Puts what `change` makes of it in its place, in one transaction, and returns that. */
  changeAdminLock(change: (kept: AdminLock | null) => AdminLock | null): Promise<AdminLock | null>;
  /** Puts what `change` makes of the state of retention in its place, in one transaction. */
  changeRetention(change: (kept: RetentionState | null) => RetentionState): Promise<void>;
  savedSettings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  /** The last backup that was written and opened again; null when there is none. */
  savedBackupMark(): Promise<BackupMark | null>;
  saveBackupMark(mark: BackupMark): Promise<void>;
}

/** How people are sealed. While it is locked, they can neither be read nor written. */
export type StoreVault = Pick<Vault, 'protection' | 'isLocked' | 'wrapping' | 'unlock' | 'protect' | 'rewrap'>;

/** The log: see `log.ts`. */
export type StoreLog = Pick<KeptLog, 'append' | 'span' | 'read' | 'check' | 'trim' | 'keepNames' | 'savedNames' | 'forgetName' | 'isAsNew' | 'bringIn'>;

/** What the store tells of its own accord. */
export interface StoreListener {
  /** Another tab changed people: read them again. */
  onPeopleChanged(): void;
  /** Another tab changed the admin lock. */
  onLockChanged(): void;
  /** The database is gone for this page; a reload opens it again. */
  onLost(fault: FaultRecord): void;
}

const SETTINGS_KEY = 'settings';
const BACKUP_KEY = 'last-backup';

/**
 * Opens the store.
 * @throws Fault `insecure-origin`, `store-missing`, `store-blocked`, `store-newer`, `store-full`, `store-failed` or `key-lost`.
 */
export async function openStore(listener: StoreListener): Promise<Store> {
  // Elsewhere there is no WebCrypto to seal with.
  if (!isSecureContext) throw new Fault('insecure-origin', location.origin);
  const database = await openDatabase((fault) => listener.onLost(fault));
  const vault = await guarded(() => Vault.open(database));
  const log = new KeptLog(database, vault);
  const otherTabs = new BroadcastChannel('lintel-people');
  otherTabs.onmessage = ({ data }) => {
    if (data === 'rekeyed') listener.onLost({ code: 'store-rekeyed', detail: DATABASE_NAME });
    else if (data === 'lock') listener.onLockChanged();
    else listener.onPeopleChanged();
  };

  /** One durable transaction over people and perhaps settings, sealed with the key that is in force. */
  async function changePeople(change: (sealed: Sealed) => Promise<void>, settings: Settings | null = null): Promise<void> {
    await changeAtOnce(database, ['sealed', 'keys', 'settings'], async (writing) => {
      await vault.expectSameKey(writing);
      await change(writing.objectStore('sealed'));
      if (settings !== null) await writing.objectStore('settings').put(settings, SETTINGS_KEY);
    });
    otherTabs.postMessage('changed');
  }

  return {
    vault: {
      get protection() {
        return vault.protection;
      },
      get isLocked() {
        return vault.isLocked;
      },
      get wrapping() {
        return vault.wrapping;
      },
      unlock: (secret) => guarded(() => vault.unlock(secret)),
      protect: (secret) =>
        guarded(async () => {
          await alone(() => vault.protect(secret));
          otherTabs.postMessage('rekeyed');
        }),
      rewrap: (before, after) => guarded(() => vault.rewrap(before, after)),
    },

    log: {
      append: (events) => guarded(() => log.append(events)),
      span: () => guarded(() => log.span()),
      read: (span) => guarded(() => log.read(span)),
      check: (onProgress) => guarded(() => log.check(onProgress)),
      trim: (limits, nowMs) => guarded(() => log.trim(limits, nowMs)),
      keepNames: (people) => guarded(() => log.keepNames(people)),
      savedNames: () => guarded(() => log.savedNames()),
      forgetName: (personId) => guarded(() => log.forgetName(personId)),
      isAsNew: () => guarded(() => log.isAsNew()),
      bringIn: (brought) => guarded(() => log.bringIn(brought)),
    },

    savedPeople: (onProgress = () => {}) =>
      guarded(async () => {
        const setAside = await sealOldPeople(database, vault.keys);
        const { people, damaged } = await readPeople(database, vault.keys, onProgress);
        return { people, damaged: [...setAside, ...damaged] };
      }),

    savePerson: (person, goneId = null) =>
      guarded(async () => {
        const record = await sealPerson(vault.keys, person);
        await changePeople(async (sealed) => {
          if (goneId !== null) await sealed.delete(goneId);
          await putRecord(sealed, record);
        });
      }),

    deletePerson: (personId) => guarded(() => changePeople((sealed) => sealed.delete(personId))),

    erasePerson: (personId, changed) =>
      guarded(async () => {
        const records = await sealAll(vault.keys, changed);
        await changePeople(async (sealed) => {
          await sealed.delete(personId);
          for (const record of records) await putRecord(sealed, record);
        });
      }),

    findTraces: (personId, name) => guarded(() => findTraces(database, vault.keys, personId, name)),

    restore: (people, { replacesAll, settings }) =>
      guarded(async () => {
        const records = await sealAll(vault.keys, people);
        await changePeople(async (sealed) => {
          if (replacesAll) await sealed.clear();
          for (const record of records) await putRecord(sealed, record);
        }, settings);
      }),

    savedAdminLock: () => guarded(() => savedAdminLock(database)),

    changeAdminLock: (change) =>
      guarded(async () => {
        const changed = await changeAdminLock(database, change);
        otherTabs.postMessage('lock');
        return changed;
      }),

    changeRetention: (change) => guarded(() => changeRetention(database, change)),

    savedSettings: () => guarded(async () => parseSettings(await database.get('settings', SETTINGS_KEY))),

    saveSettings: (settings) =>
      guarded(async () => {
        const writing = database.transaction('settings', 'readwrite', DURABLE);
        await Promise.all([writing.store.put(settings, SETTINGS_KEY), writing.done]);
      }),

    savedBackupMark: () => guarded(async () => parseBackupMark(await database.get('settings', BACKUP_KEY))),

    saveBackupMark: (mark) =>
      guarded(async () => {
        const writing = database.transaction('settings', 'readwrite', DURABLE);
        await Promise.all([writing.store.put(mark, BACKUP_KEY), writing.done]);
      }),
  };
}

/**
 * Deletes the whole database: people, log, settings and the key. Then looks whether it is still there.
 * Other tabs let go of it by themselves. @throws Fault `store-failed` when it is.
 */
export function eraseEverything(): Promise<void> {
  return guarded(async () => {
    await deleteDB(DATABASE_NAME);
    const left = await indexedDB.databases();
    if (left.some(({ name }) => name === DATABASE_NAME)) throw new Fault('store-failed', 'The database is still there.');
  });
}

type Sealed = IDBPObjectStore<LintelSchema, PeopleStores, 'sealed', 'readwrite'>;

/** In place of whoever has the same id or the same name. */
async function putRecord(sealed: Sealed, record: SealedRecord): Promise<void> {
  for (const id of await sealed.index('nameTag').getAllKeys(record.nameTag)) await sealed.delete(id);
  await sealed.put(record);
}

/** Runs one step and names its trouble. */
async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw storeFault(error);
  }
}
