/** What is in a backup, once it is open: entries one after the other, each after its length (32 bits, little-endian). */
import type { Person } from '../decision/gallery';
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

/** All entries of a backup, in order. */
export function* entriesOf({ madeAtMs, people, settings }: BackupContent): Generator<Uint8Array<ArrayBuffer>> {
  yield encodeEntry({ kind: 'backup', madeAtMs });
  yield encodeEntry({ kind: 'settings', settings });
  for (const person of people) yield encodePerson(person);
  yield encodeEntry({ kind: 'end', people: people.length });
}

/** Takes entries in as they are opened. The order is fixed: backup, settings, people, end. */
export class ContentReader {
  readonly #people: Person[] = [];
  readonly #refused: RefusedEntry[] = [];
  readonly #taken = new Set<string>();
  #madeAtMs: number | null = null;
  #settings: Settings | null = null;
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
      } else if (fields.kind === 'person') {
        this.#addPerson(fields.name, () => personOf(entry));
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
    return { madeAtMs: this.#madeAtMs, people: this.#people, settings: this.#settings, refused: this.#refused };
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

/** Names are shown, so only those that Lintel itself would take. */
function printable(name: unknown): string | null {
  try {
    return textOf(name, 'name').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '').slice(0, 64) || null;
  } catch {
    return null;
  }
}
