/** A person as the database holds them: sealed with AES-256-GCM, and found by a tag of their name. */
import type { Person } from '../decision/gallery';
import { fieldsOf } from '../decision/person-fields';
import { nameKey } from '../decision/person-name';
import type { RecordKeys } from './data-key';
import { decodePerson, encodePerson } from './person-bytes';

/** The store it is kept in and what it is: a record that was moved to another place does not open. */
const [STORE, TYPE, VERSION] = ['sealed', 'person', 1] as const;

const NONCE_BYTES = 12;

/** All of a person in one record: two writes can never leave them by halves. */
export interface SealedRecord {
  readonly id: string;
  /** HMAC-SHA-256 of `nameKey(name)`, in hexadecimal: tells two people of one name, and no name. */
  readonly nameTag: string;
  /** With what the templates were made, each once, as `model/pipeline`. */
  readonly models: readonly string[];
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Seals a person under a nonce that is used once. */
export async function sealPerson(keys: RecordKeys, person: Person): Promise<SealedRecord> {
  const { id, name, samples, denials } = person;
  const models = [...new Set([...samples, ...denials].map(({ model, pipeline }) => `${model}/${pipeline}`))].sort();
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const [nameTag, sealed] = await Promise.all([
    nameTagOf(keys, name),
    crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: boundTo(id, models) }, keys.records, encodePerson(person)),
  ]);
  return { id, nameTag, models, nonce, sealed: new Uint8Array(sealed) };
}

/** @throws TypeError, of which the message completes "The record …" and holds no name, when it does not open or makes no sense. */
export async function openPerson(keys: RecordKeys, record: unknown): Promise<Person> {
  const { id, models, nonce, sealed } = fieldsOf(record);
  const isWhole = typeof id === 'string' && isTexts(models) && nonce instanceof Uint8Array && sealed instanceof Uint8Array;
  if (!isWhole) throw new TypeError('is not a sealed record');
  const person = decodePerson(await opened(keys, boundTo(id, models), nonce as Uint8Array<ArrayBuffer>, sealed as Uint8Array<ArrayBuffer>));
  if (person.id !== id) throw new TypeError('holds another person');
  return person;
}

/** By which people of this name are found. */
export async function nameTagOf({ names }: RecordKeys, name: string): Promise<string> {
  const tag = new Uint8Array(await crypto.subtle.sign('HMAC', names, new TextEncoder().encode(nameKey(name))));
  return Array.from(tag, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function opened({ records }: RecordKeys, additionalData: Uint8Array<ArrayBuffer>, iv: Uint8Array<ArrayBuffer>, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, records, sealed));
  } catch (error) {
    throw new TypeError('does not open', { cause: error });
  }
}

function boundTo(id: string, models: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([STORE, TYPE, VERSION, id, models]));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
