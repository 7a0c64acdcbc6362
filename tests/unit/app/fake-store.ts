/** A store in memory, which fails or waits when a test wants it to. */
import type { BackupMark } from '../../../src/backup/reminder';
import type { Fault } from '../../../src/core/fault';
import type { Traces } from '../../../src/decision/erasure';
import type { Person } from '../../../src/decision/gallery';
import { nameKey } from '../../../src/decision/person-name';
import type { RetentionState } from '../../../src/decision/retention';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/decision/settings';
import { newKey, openWrappedKey, rewrapped, type WrappedKey } from '../../../src/sealing/data-key';
import type { AdminLock } from '../../../src/store/admin-lock';
import type { ParsedPeople } from '../../../src/store/parse-records';
import type { Store } from '../../../src/store/store';
import { FakeLog } from './fake-log';

type Write = 'savePerson' | 'deletePerson' | 'erasePerson' | 'changeRetention' | 'restore' | 'saveSettings' | 'saveBackupMark' | 'protect' | 'changeAdminLock';

export class FakeStore implements Store {
  people: Person[];
  settings: Settings = DEFAULT_SETTINGS;
  adminLock: AdminLock | null = null;
  backupMark: BackupMark | null = null;
  retention: RetentionState | null = null;
  damaged: ParsedPeople['damaged'] = [];
  /** Writes that were begun, in order. */
  readonly writes: Write[] = [];
  /** What writes fail with, after so many that go well, so many times; null lets all of them go well. */
  trouble: { readonly fault: Fault; readonly after: number; readonly times: number } | null = null;
  /** While true, writes wait for `release()`. */
  isHeld = false;
  #held: (() => void)[] = [];

  constructor(people: readonly Person[] = []) {
    this.people = [...people];
  }

  savedPeople(): Promise<ParsedPeople> {
    return Promise.resolve({ people: [...this.people], damaged: this.damaged });
  }

  async savePerson(person: Person, goneId: string | null = null): Promise<void> {
    await this.#write('savePerson');
    this.people = this.people.filter(({ id }) => id !== goneId);
    this.#put(person);
  }

  async deletePerson(personId: string): Promise<void> {
    await this.#write('deletePerson');
    this.people = this.people.filter(({ id }) => id !== personId);
  }

  async erasePerson(personId: string, changed: readonly Person[]): Promise<void> {
    await this.#write('erasePerson');
    this.people = this.people.filter(({ id }) => id !== personId);
    for (const person of changed) this.#put(person);
  }

  findTraces(personId: string, name: string): Promise<Traces> {
    const count = (isTrace: (person: Person) => boolean): number => this.people.filter(isTrace).length;
    const withNameTag = count((person) => nameKey(person.name) === nameKey(name));
    return Promise.resolve({ withId: count(({ id }) => id === personId), withNameTag, namesInLog: Number(this.log.names.has(personId)) });
  }

  async changeRetention(change: (kept: RetentionState | null) => RetentionState): Promise<void> {
    await this.#write('changeRetention');
    this.retention = change(this.retention);
  }

  async restore(restored: readonly Person[], { replacesAll, settings }: Parameters<Store['restore']>[1]): Promise<void> {
    await this.#write('restore');
    if (replacesAll) this.people = [];
    for (const person of restored) this.#put(person);
    if (settings !== null) this.settings = settings;
  }

  savedAdminLock(): Promise<AdminLock | null> {
    return Promise.resolve(this.adminLock);
  }

  async changeAdminLock(change: (kept: AdminLock | null) => AdminLock | null): Promise<AdminLock | null> {
    await this.#write('changeAdminLock');
    this.adminLock = change(this.adminLock);
    return this.adminLock;
  }

  savedSettings(): Promise<Settings> {
    return Promise.resolve(this.settings);
  }

  async saveSettings(settings: Settings): Promise<void> {
    await this.#write('saveSettings');
    this.settings = settings;
  }

  savedBackupMark(): Promise<BackupMark | null> {
    return Promise.resolve(this.backupMark);
  }

  async saveBackupMark(mark: BackupMark): Promise<void> {
    await this.#write('saveBackupMark');
    this.backupMark = mark;
  }

  readonly log = new FakeLog();

  /** As the real one, but with nothing sealed under its key. */
  readonly vault: Store['vault'] & { kept: WrappedKey | null; isLocked: boolean } = {
    kept: null,
    isLocked: false,
    get protection() {
      return this.kept?.kind ?? ('device' as const);
    },
    get wrapping() {
      return this.kept;
    },
    async unlock(secret) {
      this.isLocked = this.kept !== null && (await openWrappedKey(this.kept, secret)) === null;
      return !this.isLocked;
    },
    protect: async (secret) => {
      await this.#write('protect');
      const { kept } = await newKey(secret);
      this.vault.kept = kept.kind === 'device' ? null : kept;
    },
    rewrap: async (before, after) => {
      const anew = this.vault.kept === null ? null : await rewrapped(this.vault.kept, before, after);
      if (anew === null) return false;
      await this.#write('protect');
      this.vault.kept = anew;
      return true;
    },
  };

  /** Lets the writes that wait go on. */
  release(): void {
    for (const goOn of this.#held.splice(0)) goOn();
  }

  /** Makes writes fail, after so many that go well, so many times. */
  fail(fault: Fault, after = 0, times = Infinity): void {
    this.trouble = { fault, after, times };
  }

  /** The ids of a person's samples and denials, as on the disk; null where there is no such person. */
  templatesOf(personId: string): { samples: string[]; denials: string[] } | null {
    const person = this.people.find(({ id }) => id === personId);
    if (person === undefined) return null;
    return { samples: person.samples.map(({ id }) => id), denials: person.denials.map(({ id }) => id) };
  }

  #put(person: Person): void {
    this.people = [...this.people.filter(({ id, name }) => id !== person.id && nameKey(name) !== nameKey(person.name)), person];
  }

  async #write(write: Write): Promise<void> {
    this.writes.push(write);
    if (this.isHeld) await new Promise<void>((resolve) => this.#held.push(resolve));
    const { trouble } = this;
    if (trouble === null) return;
    if (trouble.after > 0) {
      this.trouble = { ...trouble, after: trouble.after - 1 };
      return;
    }
    this.trouble = trouble.times > 1 ? { ...trouble, times: trouble.times - 1 } : null;
    throw trouble.fault;
  }
}
