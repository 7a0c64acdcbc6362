/** The shape of the database, and the way from every older shape to it. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

export const DATABASE_NAME = 'lintel';
export const DATABASE_VERSION = 1;

/** A person as written; templates stand apart, so that a damaged one does not take the person along. */
export interface PersonRecord {
  readonly id: string;
  readonly name: string;
  /** `nameKey(name)`: no two people share one. */
  readonly nameKey: string;
  readonly enrolledAtMs: number;
}

/** One sample of a person as written. Personal data. */
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
  people: { key: string; value: PersonRecord; indexes: { nameKey: string } };
  templates: { key: string; value: TemplateRecord; indexes: { personId: string } };
  settings: { key: string; value: unknown };
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
];
