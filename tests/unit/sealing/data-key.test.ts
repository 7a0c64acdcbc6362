/** The data key: on the device or wrapped under a secret, and opened in no other way. */
import { describe, expect, it } from 'vitest';
import { newKey, openDeviceKey, openWrappedKey, parseKeptKey, type RecordKeys, rewrapped, type WrappedKey } from '../../../src/sealing/data-key';
import { nameTagOf, openPerson, sealPerson } from '../../../src/sealing/sealed-record';
import { newPassphraseSecret, passphraseKey, type Secret, securityKeyKey } from '../../../src/sealing/wrapping';
import { ADA, CHEAP, PASSPHRASE } from '../backup/made-up-backup';

const ANSWER = Uint8Array.from({ length: 32 }, (_, at) => at);
const OTHER_ANSWER = Uint8Array.from({ length: 32 }, (_, at) => at + 1);

const fromPassphrase = (passphrase: string): Promise<Secret> => newPassphraseSecret(passphrase, CHEAP);
const fromSecurityKey = async (answer: Uint8Array<ArrayBuffer>): Promise<Secret> => ({
  wrapping: { kind: 'security-key', credential: Uint8Array.of(1, 2, 3), salt: new Uint8Array(32) },
  key: await securityKeyKey(answer),
});

/** Each way to wrap: a new secret, how its key is come by again, and another key. */
const WAYS = [
  {
    way: 'a passphrase',
    make: () => fromPassphrase(PASSPHRASE),
    again: ({ wrapping }: Secret) => (wrapping.kind === 'passphrase' ? passphraseKey(wrapping, PASSPHRASE) : Promise.reject(new Error(wrapping.kind))),
    other: ({ wrapping }: Secret) => (wrapping.kind === 'passphrase' ? passphraseKey(wrapping, 'a warm stone over a floor') : Promise.reject(new Error(wrapping.kind))),
  },
  { way: 'a security key', make: () => fromSecurityKey(ANSWER), again: () => securityKeyKey(ANSWER), other: () => securityKeyKey(OTHER_ANSWER) },
];

const wrappedUnder = async (secret: Secret): Promise<{ kept: WrappedKey; keys: RecordKeys }> => {
  const { kept, keys } = await newKey(secret);
  if (kept.kind === 'device') throw new Error(kept.kind);
  return { kept, keys };
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

describe.each(WAYS)('a key under $way', ({ make, again, other }) => {
  it('opens with it alone', async () => {
    const secret = await make();
    const { kept, keys } = await wrappedUnder(secret);
    const record = await sealPerson(keys, ADA);
    expect(await openPerson((await openWrappedKey(kept, await again(secret)))!, record)).toEqual(ADA);
    expect(await openWrappedKey(kept, await other(secret))).toBeNull();
  });

  it('does not open under another id, or when anything of it was changed', async () => {
    const secret = await make();
    const { kept } = await wrappedUnder(secret);
    expect(await openWrappedKey({ ...kept, id: 'another' }, secret.key)).toBeNull();
    expect(await openWrappedKey({ ...kept, nonce: kept.nonce.map((byte) => byte ^ 1) }, secret.key)).toBeNull();
    expect(await openWrappedKey({ ...kept, wrapped: kept.wrapped.map((byte, at) => (at === 7 ? byte ^ 1 : byte)) }, secret.key)).toBeNull();
  });

  it('can be wrapped anew, and every record stays', async () => {
    const secret = await make();
    const { kept, keys } = await wrappedUnder(secret);
    const record = await sealPerson(keys, ADA);
    const after = await fromPassphrase('another passphrase');
    expect(await rewrapped(kept, await other(secret), after)).toBeNull();
    const anew = (await rewrapped(kept, secret.key, after))!;
    expect(anew.id).toBe(kept.id);
    expect(anew.nonce).not.toEqual(kept.nonce);
    expect(await openWrappedKey(anew, secret.key)).toBeNull();
    expect(await openPerson((await openWrappedKey(anew, after.key))!, record)).toEqual(ADA);
  });
});

describe('a secret', () => {
  it('of a passphrase is another one every time', async () => {
    const [one, other] = [await fromPassphrase(PASSPHRASE), await fromPassphrase(PASSPHRASE)];
    expect(one.wrapping).not.toEqual(other.wrapping);
    expect(await openWrappedKey((await wrappedUnder(one)).kept, other.key)).toBeNull();
  });

  it('can be read out of no key', async () => {
    for (const { key } of [await fromPassphrase(PASSPHRASE), await fromSecurityKey(ANSWER)]) {
      expect(key.extractable).toBe(false);
    }
  });
});

describe('a kept key', () => {
  it('is read as it was written', async () => {
    const secrets = [null, await fromPassphrase(PASSPHRASE), await fromSecurityKey(ANSWER)];
    for (const secret of secrets) {
      const { kept } = await newKey(secret);
      expect(parseKeptKey(kept)).toEqual(kept);
    }
  });

  it('is none when anything is missing or out of bounds', async () => {
    const { kept } = await wrappedUnder(await fromPassphrase(PASSPHRASE));
    const touched = (await wrappedUnder(await fromSecurityKey(ANSWER))).kept;
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
      { ...kept, kind: 'security-key' },
      { ...touched, kind: 'passphrase' },
      { ...touched, credential: new Uint8Array() },
      { ...touched, credential: new Uint8Array(1024) },
      { ...touched, credential: 'key' },
      { ...touched, salt: new Uint8Array(16) },
      { ...touched, nonce: new Uint8Array(16) },
      { ...touched, wrapped: null },
      { ...device, key: 'key' },
      { ...device, key: aes },
    ]) {
      expect(parseKeptKey(broken)).toBeNull();
    }
  });
});
