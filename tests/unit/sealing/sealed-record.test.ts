/** Sealed records: what they hide, and what does not open. */
import { beforeAll, describe, expect, it } from 'vitest';
import { newKey, type RecordKeys } from '../../../src/sealing/data-key';
import { nameTagOf, openPerson, type SealedRecord, sealPerson } from '../../../src/sealing/sealed-record';
import { encodePerson } from '../../../src/sealing/person-bytes';
import { ADA, BEN } from '../backup/made-up-backup';

let keys: RecordKeys;
let record: SealedRecord;

const changed = (bytes: Uint8Array, at: number) => Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));

beforeAll(async () => {
  ({ keys } = await newKey(null));
  record = await sealPerson(keys, ADA);
});

describe('a sealed person', () => {
  it('comes back whole, to the last bit', async () => {
    for (const person of [ADA, BEN]) expect(await openPerson(keys, await sealPerson(keys, person))).toEqual(person);
  });

  it('shows what made the templates, and neither a name nor a number of them', () => {
    expect(record).toMatchObject({ id: 'a', models: ['mobilefacenet-128/test', 'mobilefacenet-512/test'] });
    const shown = Buffer.concat([record.sealed, Buffer.from(JSON.stringify(record))]);
    const { embedding } = ADA.samples[0]!;
    expect(shown.includes('Ada')).toBe(false);
    expect(shown.includes(Buffer.from(embedding.buffer, 0, 16))).toBe(false);
    // The search would find it where it is.
    expect(Buffer.from(encodePerson(ADA)).includes(Buffer.from(embedding.buffer, 0, 16))).toBe(true);
  });

  it('is sealed under a nonce of its own every time', async () => {
    const again = await sealPerson(keys, ADA);
    expect(again.nonce).not.toEqual(record.nonce);
    expect(again.sealed).not.toEqual(record.sealed);
  });

  it('is found by its name, however that is capitalised', async () => {
    expect(await nameTagOf(keys, 'ADA')).toBe(record.nameTag);
    expect(await nameTagOf(keys, 'Adam')).not.toBe(record.nameTag);
    expect(record.nameTag).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a record', () => {
  it.each([
    ['in the place of another', () => ({ ...record, id: 'b' })],
    ['of other models', () => ({ ...record, models: ['mobilefacenet-128/test'] })],
    ['with the content of another', async () => ({ ...record, sealed: (await sealPerson(keys, BEN)).sealed })],
    ['with another nonce', () => ({ ...record, nonce: changed(record.nonce, 3) })],
    ['with a changed bit', () => ({ ...record, sealed: changed(record.sealed, 99) })],
    ['that was cut', () => ({ ...record, sealed: record.sealed.slice(0, -1) })],
    ['that is empty', () => ({ ...record, sealed: new Uint8Array() })],
  ])('%s does not open', async (_, broken) => {
    await expect(openPerson(keys, await broken())).rejects.toThrow(/^does not open$/);
  });

  it.each([
    ['nothing', null],
    ['no bytes', { id: 'a', models: [], nonce: new Uint8Array(12), sealed: 'text' }],
    ['no models', { id: 'a', nonce: new Uint8Array(12), sealed: new Uint8Array(20) }],
  ])('that is %s is none', async (_, broken) => {
    await expect(openPerson(keys, broken)).rejects.toThrow(/^is not a/);
  });

  it('opens where anything was changed in none of its bytes', async () => {
    const opened = await Promise.allSettled(Array.from(record.sealed.subarray(0, 400), (_, at) => openPerson(keys, { ...record, sealed: changed(record.sealed, at) })));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toEqual([]);
  });
});
