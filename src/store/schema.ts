/** The shape of the database, and the way from every older shape to it. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { KeptKey } from '../sealing/data-key';
import type { SealedEntry, SealedNote } from '../sealing/log-chain';
import type { SealedRecord } from '../sealing/sealed-record';

export const DATABASE_NAME = 'lintel';
export const DATABASE_VERSION = 3;

/** A person as version 1 wrote them, unsealed; templates stood apart. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  /** `nameKey(name)`: no two people share one. */
  readonly nameKey: string;
  readonly enrolledAtMs: number;
}

/** One sample of a person as version 1 wrote it. Personal data. */
export interface TemplateRecord {
  readonly id: string;
  readonly personId: string;
  readonly embedding: Float32Array;
  readonly model: string;
  readonly pipeline: string;
  readonly capturedAtMs: number;
  readonly learntBy: string;
  /** A denial is a face of which somebody said that it is not this person. */
  readonly role: 'sample' | 'denial';
}

export interface LintelSchema extends DBSchema {
  sealed: { key: string; value: SealedRecord; indexes: { nameTag: string } };
  /** One record: the data key as it is kept. */
  keys: { key: string; value: KeptKey };
  settings: { key: string; value: unknown };
  /** See log chain in `sealing/log-chain.ts`. */
  log: { key: number; value: SealedEntry };
  /** One record: where the log begins and ends. */
  logEnds: { key: string; value: SealedNote };
  /** Names of people who were deleted, for the log, by id. */
  logNames: { key: string; value: SealedNote };
  /** People of version 1 who wait to be sealed: nobody, after the first start. */
  people: { key: string; value: PersonRecord; indexes: { nameKey: string } };
  templates: { key: string; value: TemplateRecord; indexes: { personId: string } };
}

type Upgrade = (
  database: IDBPDatabase<LintelSchema>,
  transaction: IDBPTransaction<LintelSchema, StoreNames<LintelSchema>[], 'versionchange'>,
) => void;

/** `MIGRATIONS[n]` brings a database of version n to version n + 1. */
export const MIGRATIONS: readonly Upgrade[] = [
  (database) => {
    const people = database.createObjectStore('people', { keyPath: 'id' });
    people.createIndex('nameKey', 'nameKey');
    const templates = database.createObjectStore('templates', { keyPath: 'id' });
    templates.createIndex('personId', 'personId');
    database.createObjectStore('settings');
  },
  // [Note: sealing old people] An upgrade cannot wait for encryption, so it only makes room. Who is there is sealed by
  // `seal-old-people.ts`, once the key is at hand, and stays as it was until that is done.
  (database) => {
    const sealed = database.createObjectStore('sealed', { keyPath: 'id' });
    sealed.createIndex('nameTag', 'nameTag');
    database.createObjectStore('keys');
  },
  (database) => {
    database.createObjectStore('log', { keyPath: 'seq' });
    database.createObjectStore('logEnds');
    database.createObjectStore('logNames');
  },
];
