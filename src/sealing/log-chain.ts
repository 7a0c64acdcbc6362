/**
 * [Note: log chain] Each entry of the log is sealed under the log key, bound to its number and to the hash of the entry
 * before it. The hash of an entry covers that hash, its number, its nonce and its sealed bytes. A sealed record of its own,
 * the ends, says where the log begins and ends: the number and the hash before the first entry that is kept, so that the
 * oldest can be dropped, and the number and the hash of the last, so that a log that was cut off shows. Whoever lacks the
 * key cannot change, remove, add or move an entry unnoticed; they can put the whole log back as it once was.
 */
import { type LogEntry, type LogEvent, parseLogEvent } from '../decision/log-entry';
import { fieldsOf, textOf } from '../decision/person-fields';
import type { RecordKeys } from './data-key';

const VERSION = 1;
const NONCE_BYTES = 12;
const HASH_BYTES = 32;
const SEQ_BYTES = 8;

type Bytes = Uint8Array<ArrayBuffer>;

/** An entry as the database holds it. */
export interface SealedEntry {
  readonly seq: number;
  /** The hash of the entry before. */
  readonly before: Bytes;
  readonly nonce: Bytes;
  readonly sealed: Bytes;
}

/** Something small of the log, sealed. */
export interface SealedNote {
  readonly nonce: Bytes;
  readonly sealed: Bytes;
}

/** A place in the chain: an entry and its hash. Number 0 stands before the first. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: Bytes;
}

/** Where the log begins and ends. */
export interface LogEnds {
  /** Before the first entry that is kept. */
  readonly before: ChainPlace;
  readonly last: ChainPlace;
  /** How many entries were dropped because of their age or number, and when last (milliseconds since 1970). */
  readonly dropped: number;
  readonly droppedAtMs: number | null;
}

/** The ends of a log in which nothing stands yet. */
export function newEnds(): LogEnds {
  const start = { seq: 0, hash: new Uint8Array(HASH_BYTES) };
  return { before: start, last: start, dropped: 0, droppedAtMs: null };
}

/** Seals events one after the other behind a place; gives the place of the last. `onSealed` hears after each how many are done. */
export async function sealEvents(keys: RecordKeys, events: readonly LogEvent[], after: ChainPlace, onSealed: (count: number) => void = () => {}): Promise<{ records: SealedEntry[]; last: ChainPlace }> {
  const records: SealedEntry[] = [];
  let last = after;
  for (const event of events) {
    const seq = last.seq + 1;
    const before = last.hash;
    // What is sealed anew gets its number from its place.
    const record = { seq, before, ...(await seal(keys, boundTo(seq, before), { ...event, seq: undefined })) };
    records.push(record);
    last = { seq, hash: await hashOf(record) };
    onSealed(records.length);
  }
  return { records, last };
}

/** @throws TypeError, of which the message completes "The entry …", when it does not open or makes no sense. */
export async function openEntry(keys: RecordKeys, record: unknown): Promise<LogEntry> {
  if (!isSealedEntry(record)) throw new TypeError('is not a sealed entry');
  const { seq, before } = record;
  return { ...parseLogEvent(await open(keys, boundTo(seq, before), record)), seq };
}

/** The hash that the next entry is bound to. */
export async function hashOf({ seq, before, nonce, sealed }: SealedEntry): Promise<Bytes> {
  const bytes = new Uint8Array(HASH_BYTES + SEQ_BYTES + NONCE_BYTES + sealed.length);
  bytes.set(before);
  new DataView(bytes.buffer).setFloat64(HASH_BYTES, seq, true);
  bytes.set(nonce, HASH_BYTES + SEQ_BYTES);
  bytes.set(sealed, HASH_BYTES + SEQ_BYTES + NONCE_BYTES);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

export function sealEnds(keys: RecordKeys, { before, last, dropped, droppedAtMs }: LogEnds): Promise<SealedNote> {
  const placed = ({ seq, hash }: ChainPlace): unknown => ({ seq, hash: hex(hash) });
  return seal(keys, noteBoundTo('ends', ''), { before: placed(before), last: placed(last), dropped, droppedAtMs });
}

/** Null when they do not open. */
export async function openEnds(keys: RecordKeys, note: unknown): Promise<LogEnds | null> {
  try {
    const { before, last, dropped, droppedAtMs } = fieldsOf(await open(keys, noteBoundTo('ends', ''), note));
    return { before: placeOf(before), last: placeOf(last), dropped: Number(dropped), droppedAtMs: droppedAtMs === null ? null : Number(droppedAtMs) };
  } catch {
    return null;
  }
}

/** The name of somebody who is not enrolled any more, for the log alone. */
export interface KeptName {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAtMs: number;
}

export function sealName(keys: RecordKeys, personId: string, name: KeptName): Promise<SealedNote> {
  return seal(keys, noteBoundTo('name', personId), name);
}

/** Null when it does not open. */
export async function openName(keys: RecordKeys, personId: string, note: unknown): Promise<KeptName | null> {
  try {
    const { name, keptAtMs } = fieldsOf(await open(keys, noteBoundTo('name', personId), note));
    return { name: textOf(name, 'name'), keptAtMs: Number(keptAtMs) };
  } catch {
    return null;
  }
}

export function isSealedEntry(value: unknown): value is SealedEntry {
  const { seq, before, nonce, sealed } = (value ?? {}) as Partial<Record<keyof SealedEntry, unknown>>;
  return Number.isSafeInteger(seq) && isBytes(before, HASH_BYTES) && isBytes(nonce, NONCE_BYTES) && sealed instanceof Uint8Array;
}

export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

async function seal({ log }: RecordKeys, additionalData: Bytes, json: unknown): Promise<SealedNote> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData }, log, new TextEncoder().encode(JSON.stringify(json)));
  return { nonce, sealed: new Uint8Array(sealed) };
}

async function open({ log }: RecordKeys, additionalData: Bytes, note: unknown): Promise<unknown> {
  const { nonce, sealed } = fieldsOf(note);
  let opened: ArrayBuffer;
  try {
    opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce as Bytes, additionalData }, log, sealed as Bytes);
  } catch (error) {
    throw new TypeError('does not open', { cause: error });
  }
  return JSON.parse(new TextDecoder().decode(opened));
}

function boundTo(seq: number, before: Uint8Array): Bytes {
  return new TextEncoder().encode(JSON.stringify(['log', 'entry', VERSION, seq, hex(before)]));
}

function noteBoundTo(type: 'ends' | 'name', id: string): Bytes {
  return new TextEncoder().encode(JSON.stringify(['log', type, VERSION, id]));
}

function placeOf(value: unknown): ChainPlace {
  const { seq, hash } = fieldsOf(value);
  const bytes = Uint8Array.from(textOf(hash, 'hash').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (typeof seq !== 'number' || bytes.length !== HASH_BYTES) throw new TypeError('is no place');
  return { seq, hash: bytes };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte]!;
  return text;
}

function isBytes(value: unknown, length: number): value is Bytes {
  return value instanceof Uint8Array && value.length === length;
}
