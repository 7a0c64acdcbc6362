/** What is in a backup, once it is open: entries one after the other, each after its length (32 bits, little-endian). */
import type { Person } from '../decision/gallery';
import { type LogEvent, parseLogEvent } from '../decision/log-entry';
import { fieldsOf, textOf, timeOf } from '../decision/person-fields';
import { nameKey } from '../decision/person-name';
import { parseSettings, type Settings } from '../decision/settings';
import { decodeEntry, encodeEntry, encodePerson, personOf } from '../sealing/person-bytes';
import { BackupError } from './backup-error';

/** What a backup keeps. */
export interface BackupContent {
  /** Milliseconds since 1970. */
  readonly madeAtMs: number;
  readonly people: readonly Person[];
  readonly settings: Settings;
  /** The log, where it was asked for. */
  readonly log?: BackupLog;
}

/** The log in a backup. */
export interface BackupLog {
  /** Oldest first. */
  readonly events: readonly LogEvent[];
  /** Of people in the log who are not enrolled. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
}

/** An entry that cannot be used. */
export interface RefusedEntry {
  /** As it stands there; null when it has none that can be shown. */
  readonly name: string | null;
  /** Completes "The entry …". */
  readonly reason: string;
}

/** A backup that was read to its end. */
export interface Backup extends BackupContent {
  readonly refused: readonly RefusedEntry[];
}

/** Events in one entry. */
const EVENTS = 500;

/** How many entries a backup has. */
export function entryCount({ people, log }: BackupContent): number {
  return people.length + 3 + (log === undefined ? 0 : 1 + Math.ceil(log.events.length / EVENTS));
}

/** All entries of a backup, in order. */
export function* entriesOf({ madeAtMs, people, settings, log }: BackupContent): Generator<Uint8Array<ArrayBuffer>> {
  yield encodeEntry({ kind: 'backup', madeAtMs });
  yield encodeEntry({ kind: 'settings', settings });
  for (const person of people) yield encodePerson(person);
  if (log !== undefined) {
    yield encodeEntry({ kind: 'log-names', names: log.names });
    for (let from = 0; from < log.events.length; from += EVENTS) yield encodeEntry({ kind: 'log', events: log.events.slice(from, from + EVENTS) });
  }
  yield encodeEntry({ kind: 'end', people: people.length });
}

/** Takes entries in as they are opened. The order is fixed: backup, settings, people, log, end. */
export class ContentReader {
  readonly #people: Person[] = [];
  readonly #refused: RefusedEntry[] = [];
  readonly #taken = new Set<string>();
  #madeAtMs: number | null = null;
  #settings: Settings | null = null;
  #log: { events: LogEvent[]; names: BackupLog['names'] } | null = null;
  #isEnded = false;

  /** @throws BackupError `malformed` when it is no entry of a backup. */
  add(bytes: Uint8Array): void {
    if (this.#isEnded) throw new BackupError('malformed');
    try {
      const entry = decodeEntry(bytes);
      const fields = fieldsOf(entry.json);
      if (this.#madeAtMs === null) {
        expect(fields.kind === 'backup');
        this.#madeAtMs = timeOf(fields.madeAtMs);
      } else if (this.#settings === null) {
        expect(fields.kind === 'settings');
        this.#settings = parseSettings(fields.settings);
      } else if (fields.kind === 'person' && this.#log === null) {
        this.#addPerson(fields.name, () => personOf(entry));
      } else if (fields.kind === 'log-names' && this.#log === null) {
        this.#log = { events: [], names: listOf(fields.names).map(namedOf) };
      } else if (fields.kind === 'log' && this.#log !== null) {
        this.#log.events.push(...listOf(fields.events).map(parseLogEvent));
      } else {
        expect(fields.kind === 'end' && fields.people === this.#people.length + this.#refused.length);
        this.#isEnded = true;
      }
    } catch (error) {
      throw new BackupError('malformed', { cause: error });
    }
  }

  /** @throws BackupError `malformed` when the end is missing. */
  finish(): Backup {
    if (this.#madeAtMs === null || this.#settings === null || !this.#isEnded) throw new BackupError('malformed');
    const log = this.#log === null ? {} : { log: this.#log };
    return { madeAtMs: this.#madeAtMs, people: this.#people, settings: this.#settings, refused: this.#refused, ...log };
  }

  /** A person who makes no sense is refused alone. */
  #addPerson(name: unknown, read: () => Person): void {
    try {
      const person = read();
      const marks = [`id ${person.id}`, `name ${nameKey(person.name)}`, ...[...person.samples, ...person.denials].map(({ id }) => `template ${id}`)];
      const isTwice = new Set(marks).size !== marks.length || marks.some((mark) => this.#taken.has(mark));
      if (isTwice) throw new TypeError('has a name or a sample that stands there twice');
      for (const mark of marks) this.#taken.add(mark);
      this.#people.push(person);
    } catch (error) {
      this.#refused.push({ name: printable(name), reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

function expect(isSo: boolean): void {
  if (!isSo) throw new TypeError('stands where it does not belong');
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('is no list');
  return value;
}

function namedOf(value: unknown): BackupLog['names'][0] {
  const { id, name } = fieldsOf(value);
  const printed = printable(name);
  if (printed === null) throw new TypeError('has no name');
  return { id: textOf(id, 'id'), name: printed };
}

/** Names are shown, so only those that Lintel itself would take. */
function printable(name: unknown): string | null {
  try {
    return textOf(name, 'name').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '').slice(0, 64) || null;
  } catch {
    return null;
  }
}
