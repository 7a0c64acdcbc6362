/** The data key as the database keeps it, and who may open it. See keys in `sealing/data-key.ts`. */
import { invariant } from '../core/assert';
import { Fault } from '../core/fault';
import {
  type KeptKey,
  newKey,
  openDeviceKey,
  openWrappedKey,
  parseKeptKey,
  type Protection,
  type RecordKeys,
  rewrapped,
} from '../sealing/data-key';
import type { Secret, Wrapping } from '../sealing/wrapping';
import { changeAtOnce, type Writing } from './durable';
import { rebuiltLog } from './log-rebuild';
import type { LintelDatabase } from './open-database';
import { readPeople, sealAll } from './sealed-people';

const KEY = 'data-key';

/** A transaction that changes people, and sees whether the key is still the one that it seals with. */
export type WritingPeople = Writing<PeopleStores>;
export type PeopleStores = readonly ('sealed' | 'keys' | 'settings' | 'log' | 'logEnds' | 'logNames')[];

export class Vault {
  readonly #database: LintelDatabase;
  #kept: KeptKey;
  #keys: RecordKeys | null;

  private constructor(database: LintelDatabase, kept: KeptKey, keys: RecordKeys | null) {
    this.#database = database;
    this.#kept = kept;
    this.#keys = keys;
  }

  /**
   * Finds the data key, or makes one where nothing was sealed yet.
   * @throws Fault `key-lost` when there are sealed people and no key.
   */
  static async open(database: LintelDatabase): Promise<Vault> {
    const kept = parseKeptKey(await database.get('keys', KEY)) ?? (await firstKey(database));
    return new Vault(database, kept, kept.kind === 'device' ? await openDeviceKey(kept) : null);
  }

  get protection(): Protection {
    return this.#kept.kind;
  }

  get isLocked(): boolean {
    return this.#keys === null;
  }

  /** What to seal with. To be asked only when it is not locked. */
  get keys(): RecordKeys {
    invariant(this.#keys !== null, 'people are read and written only when they are unlocked');
    return this.#keys;
  }

  /** How the secret is come by that opens the data key; null when it lies on the device. */
  get wrapping(): Wrapping | null {
    return this.#kept.kind === 'device' ? null : this.#kept;
  }

  /** False when it is not the secret. */
  async unlock(secret: CryptoKey): Promise<boolean> {
    if (this.#kept.kind !== 'device') this.#keys = await openWrappedKey(this.#kept, secret);
    return !this.isLocked;
  }

  /** Refuses a change where another tab has sealed everybody under another key. */
  async expectSameKey(writing: WritingPeople): Promise<void> {
    const kept = parseKeptKey(await writing.objectStore('keys').get(KEY));
    if (kept?.id !== this.keys.id) throw new Fault('store-rekeyed', 'keys');
  }

  /** Seals everybody and the log anew under a new data key, kept under the secret, or on the device when that is null. */
  async protect(secret: Secret | null): Promise<void> {
    const { people, damaged } = await readPeople(this.#database, this.keys, () => {});
    const { kept, keys } = await newKey(secret);
    const sealed = await sealAll(keys, people);
    const writeLog = await rebuiltLog(this.#database, this.keys, keys);
    await changeAtOnce(this.#database, ['sealed', 'keys', 'settings', 'log', 'logEnds', 'logNames'], async (writing) => {
      await this.expectSameKey(writing);
      await writeLog(writing);
      const store = writing.objectStore('sealed');
      if ((await store.count()) !== people.length + damaged.length) throw new Fault('store-failed', 'People changed in another tab meanwhile.');
      for (const record of sealed) await store.put(record);
      await writing.objectStore('keys').put(kept, KEY);
    });
    [this.#kept, this.#keys] = [kept, keys];
  }

  /** Wraps the same data key under another secret; false when `before` is not the one it has. */
  async rewrap(before: CryptoKey, after: Secret): Promise<boolean> {
    const anew = this.#kept.kind === 'device' ? null : await rewrapped(this.#kept, before, after);
    if (anew === null) return false;
    await changeAtOnce(this.#database, ['sealed', 'keys', 'settings'], async (writing) => {
      await this.expectSameKey(writing);
      await writing.objectStore('keys').put(anew, KEY);
    });
    this.#kept = anew;
    return true;
  }
}

/** Two tabs may get here at once: the key that is there first is the key. */
async function firstKey(database: LintelDatabase): Promise<KeptKey> {
  if ((await database.count('sealed')) > 0) throw new Fault('key-lost', 'keys');
  const { kept } = await newKey(null);
  let first: KeptKey = kept;
  await changeAtOnce(database, ['keys'], async (writing) => {
    const store = writing.objectStore('keys');
    const there = parseKeptKey(await store.get(KEY));
    if (there === null) await store.put(kept, KEY);
    else first = there;
  });
  return first;
}
