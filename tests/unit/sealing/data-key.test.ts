/** The data key: kept in two ways, and opened in none other. */
import { describe, expect, it } from 'vitest';
import { newKey, openDeviceKey, openPassphraseKey, parseKeptKey, type PassphraseKey, type RecordKeys, rewrapped } from '../../../src/sealing/data-key';
import { nameTagOf, openPerson, sealPerson } from '../../../src/sealing/sealed-record';
import { ADA, CHEAP, PASSPHRASE } from '../backup/made-up-backup';

const underPassphrase = async (): Promise<{ kept: PassphraseKey; keys: RecordKeys }> => {
  const { kept, keys } = await newKey(PASSPHRASE, CHEAP);
  return { kept: kept as PassphraseKey, keys };
};

describe('a key on the device', () => {
  it('opens what it sealed, and cannot be read out', async () => {
    const { kept, keys } = await newKey(null);
    if (kept.kind !== 'device') throw new Error(kept.kind);
    expect(await openPerson(await openDeviceKey(kept), await sealPerson(keys, ADA))).toEqual(ADA);
    for (const key of [kept.key, keys.records, keys.names]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  it('is another one every time', async () => {
    const [one, other] = [await newKey(null), await newKey(null)];
    expect(await nameTagOf(one.keys, 'Ada')).not.toBe(await nameTagOf(other.keys, 'Ada'));
    await expect(openPerson(other.keys, await sealPerson(one.keys, ADA))).rejects.toThrow('does not open');
  });
});

describe('a key under a passphrase', () => {
  it('opens with it alone', async () => {
    const { kept, keys } = await underPassphrase();
    const record = await sealPerson(keys, ADA);
    expect(await openPerson((await openPassphraseKey(kept, PASSPHRASE))!, record)).toEqual(ADA);
    expect(await openPassphraseKey(kept, 'a warm stone over a floor')).toBeNull();
  });

  it('does not open under another id', async () => {
    const { kept } = await underPassphrase();
    expect(await openPassphraseKey({ ...kept, id: 'another' }, PASSPHRASE)).toBeNull();
  });

  it('can be wrapped anew, and every record stays', async () => {
    const { kept, keys } = await underPassphrase();
    const record = await sealPerson(keys, ADA);
    expect(await rewrapped(kept, 'a wrong one', 'another passphrase', CHEAP)).toBeNull();
    const anew = (await rewrapped(kept, PASSPHRASE, 'another passphrase', CHEAP))!;
    expect(anew.id).toBe(kept.id);
    expect(anew.salt).not.toEqual(kept.salt);
    expect(await openPassphraseKey(anew, PASSPHRASE)).toBeNull();
    expect(await openPerson((await openPassphraseKey(anew, 'another passphrase'))!, record)).toEqual(ADA);
  });
});

describe('a kept key', () => {
  it('is read as it was written', async () => {
    for (const { kept } of [await newKey(null), await underPassphrase()]) expect(parseKeptKey(kept)).toEqual(kept);
  });

  it('is none when anything is missing or out of bounds', async () => {
    const { kept } = await underPassphrase();
    const device = (await newKey(null)).kept;
    const aes = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    for (const broken of [
      null,
      'key',
      {},
      { ...kept, kind: 'door' },
      { ...kept, id: '' },
      { ...kept, cost: { memoryKiB: 8 } },
      { ...kept, cost: { memoryKiB: 2 ** 30, passes: 1 } },
      { ...kept, cost: { memoryKiB: 8, passes: 0.5 } },
      { ...kept, salt: new Uint8Array(4) },
      { ...kept, nonce: null },
      { ...kept, wrapped: new Uint8Array(47) },
      { ...device, key: 'key' },
      { ...device, key: aes },
    ]) {
      expect(parseKeptKey(broken)).toBeNull();
    }
  });
});
