/** What is written is read again, and nothing else is. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type BackupContent, ContentReader } from '../../../src/backup/content';
import { HEADER_BYTES, SEALED_FRAME_BYTES } from '../../../src/backup/format';
import { readBackup } from '../../../src/backup/read-backup';
import { writeBackup } from '../../../src/backup/write-backup';
import { PASSPHRASE_COST } from '../../../src/sealing/argon2';
import { encodeEntry, encodePerson } from '../../../src/sealing/person-bytes';
import { eventsOf } from '../sealing/made-up-log';
import { ADA, backupOf, BEN, bytesOf, CHEAP, CONTENT, crowd, PASSPHRASE, sampleOf } from './made-up-backup';

const read = (file: Blob, passphrase = PASSPHRASE) => readBackup(file, passphrase, () => {}, CHEAP);
const MANY: BackupContent = { ...CONTENT, people: crowd(300) };

describe('a backup', () => {
  it('gives back people, samples, corrections and settings', async () => {
    expect(await read(await backupOf())).toEqual({ ...CONTENT, refused: [] });
  });

  it.each([0, 1, 1200])('gives back a log of %i events, and is then of version 2', async (count) => {
    const log = { events: eventsOf(count), names: [{ id: 'gone', name: 'Zoe' }] };
    const file = await backupOf({ ...CONTENT, log });
    expect(await read(file)).toEqual({ ...CONTENT, log, refused: [] });
    const versionOf = async (backup: Blob): Promise<number | undefined> => (await bytesOf(backup))[12];
    expect([await versionOf(file), await versionOf(await backupOf())]).toEqual([2, 1]);
  });

  it('goes over many frames, and says how far it is', async () => {
    const shares: number[] = [];
    const file = await backupOf(MANY);
    expect(file.size).toBeGreaterThan(3 * SEALED_FRAME_BYTES);
    expect(await readBackup(file, PASSPHRASE, (share) => shares.push(share), CHEAP)).toEqual({ ...MANY, refused: [] });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it.each([0, 1, 2])('is whole where its content ends with a frame, or %i bytes later', async (more) => {
    // The last frame of a name that is this long is filled to its end.
    const sized = async (characters: number) => backupOf({ ...CONTENT, people: [{ ...BEN, id: 'x'.repeat(characters) }] });
    const fill = SEALED_FRAME_BYTES - (await sized(1)).size + HEADER_BYTES + 1;
    const file = await sized(fill + more);
    expect(file.size).toBe(HEADER_BYTES + SEALED_FRAME_BYTES + (more === 0 ? 0 : 16 + more));
    expect((await read(file)).people[0]!.id).toHaveLength(fill + more);
  });

  it('is another file every time, with no name in it', async () => {
    const [one, other] = await Promise.all([backupOf(), backupOf()].map(async (file) => Buffer.from(await bytesOf(await file))));
    expect(one!.equals(other!)).toBe(false);
    expect(one!.includes('Ada')).toBe(false);
  });

  it('opens with its passphrase alone, however an accent was typed', async () => {
    await expect(read(await backupOf(), 'a warm stone over a floor')).rejects.toMatchObject({ problem: 'not-opened' });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    await writeBackup(CONTENT, 'caf\u00e9 caf\u00e9 caf\u00e9', (bytes) => Promise.resolve(void parts.push(bytes.slice())), () => {}, CHEAP);
    expect((await read(new Blob(parts), 'cafe\u0301 cafe\u0301 cafe\u0301')).people).toHaveLength(2);
  });

  it('opens at the cost that the format names, and at no other', async () => {
    const file = await backupOf(CONTENT, PASSPHRASE_COST);
    expect((await readBackup(file, PASSPHRASE)).people).toHaveLength(2);
    await expect(read(file)).rejects.toMatchObject({ problem: 'not-opened' });
  });

  it('stops with what the file says when it cannot be written', async () => {
    await expect(writeBackup(CONTENT, PASSPHRASE, () => Promise.reject(new Error('full')), () => {}, CHEAP)).rejects.toThrow('full');
  });
});

describe('a changed file', () => {
  let bytes: Uint8Array<ArrayBuffer>;
  const frame = (number: number) => bytes.slice(HEADER_BYTES + number * SEALED_FRAME_BYTES, HEADER_BYTES + (number + 1) * SEALED_FRAME_BYTES);
  const head = () => bytes.slice(0, HEADER_BYTES);
  beforeAll(async () => void (bytes = await bytesOf(await backupOf(MANY))));

  it.each([
    ['is no backup', 'no-backup', () => [new TextEncoder().encode('something else, of some length')]],
    ['is empty', 'no-backup', () => []],
    ['is a header alone', 'damaged', () => [head()]],
    ['comes from a newer Lintel', 'newer', () => [Uint8Array.from(bytes, (byte, at) => (at === 12 ? 3 : byte))]],
    ['claims version 0', 'no-backup', () => [Uint8Array.from(bytes, (byte, at) => (at === 12 ? 0 : byte))]],
    ['has another salt', 'not-opened', () => [Uint8Array.from(bytes, (byte, at) => (at === 20 ? byte ^ 1 : byte))]],
    ['has a changed bit in its middle', 'damaged', () => [Uint8Array.from(bytes, (byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))]],
    ['ends after a whole frame', 'damaged', () => [head(), frame(0), frame(1)]],
    ['ends inside a frame', 'damaged', () => [bytes.slice(0, -1)]],
    ['has two frames in each other’s place', 'not-opened', () => [head(), frame(1), frame(0), bytes.slice(HEADER_BYTES + 2 * SEALED_FRAME_BYTES)]],
    ['has a frame twice', 'damaged', () => [head(), frame(0), frame(0), bytes.slice(HEADER_BYTES + SEALED_FRAME_BYTES)]],
    ['lacks a frame', 'damaged', () => [head(), frame(0), bytes.slice(HEADER_BYTES + 2 * SEALED_FRAME_BYTES)]],
    ['goes on after its end', 'damaged', () => [bytes, Uint8Array.of(0)]],
  ] as const)('is refused when it %s', async (_, problem, parts) => {
    await expect(read(new Blob([...parts()]))).rejects.toMatchObject({ name: 'BackupError', problem });
  });

  it('cannot be read at all', async () => {
    const gone = { size: 100, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) } as unknown as Blob;
    await expect(read(gone)).rejects.toMatchObject({ problem: 'unreadable' });
  });
});

describe('content that another program wrote', () => {
  const head = encodeEntry({ kind: 'backup', madeAtMs: 5 });
  const settings = encodeEntry({ kind: 'settings', settings: {} });
  const end = (people: number) => encodeEntry({ kind: 'end', people });
  const readAll = (entries: readonly Uint8Array[]) => {
    const reader = new ContentReader();
    for (const entry of entries) reader.add(entry);
    return reader.finish();
  };

  it.each([
    ['nothing', []],
    ['no end', [head, settings]],
    ['no settings', [head, end(0)]],
    ['no beginning', [settings, end(0)]],
    ['another count', [head, settings, encodePerson(ADA), end(2)]],
    ['something after the end', [head, settings, end(0), end(0)]],
    ['an unknown kind', [head, settings, encodeEntry({ kind: 'door' }), end(0)]],
    ['no JSON', [Uint8Array.of(1, 0, 0, 0, 0x7b)]],
    ['a length beyond the end', [Uint8Array.of(9, 0, 0, 0, 0x7b)]],
    ['bytes too few', [Uint8Array.of(1)]],
  ])('is refused with %s', (_, entries) => {
    expect(() => readAll(entries)).toThrow(expect.objectContaining({ problem: 'malformed' }) as Error);
  });

  it('refuses people who make no sense, alone', () => {
    const other = { ...BEN, id: 'c', name: 'Cleo', samples: [sampleOf('c1')] };
    const entries = [
      head,
      settings,
      encodePerson(ADA),
      encodePerson({ ...other, name: 'ADA' }),
      encodePerson({ ...other, samples: [sampleOf('a1')] }),
      encodePerson({ ...other, name: '\u202eevil' }),
      encodePerson({ ...other, samples: [] }),
      encodePerson({ ...other, samples: [{ ...sampleOf('c1'), embedding: new Float32Array(128) as never }] }),
      encodeEntry({ kind: 'person', id: 'd', name: 7, enrolledAtMs: 1, templates: [] }),
      encodeEntry({ kind: 'person', id: 'd', name: 'Dan', enrolledAtMs: 1, templates: 'none' }),
      encodeEntry({ kind: 'person', id: 'd', name: 'Dan', enrolledAtMs: 1, templates: [{ dimensions: 0 }] }),
      encodeEntry({ kind: 'person', id: 'd', name: 'Dan', enrolledAtMs: 1, templates: [] }, [Float32Array.of(1)]),
      encodePerson(other),
      end(11),
    ];
    const { people, refused } = readAll(entries);
    expect(people.map(({ name }) => name)).toEqual(['Ada', 'Cleo']);
    expect(refused).toEqual([
      { name: 'ADA', reason: 'has a name or a sample that stands there twice' },
      { name: 'Cleo', reason: 'has a name or a sample that stands there twice' },
      { name: 'evil', reason: 'has a name that is unprintable' },
      { name: 'Cleo', reason: 'has no sample' },
      { name: 'Cleo', reason: 'has an embedding that is not of unit length' },
      { name: null, reason: 'has no name' },
      { name: 'Dan', reason: 'has no templates' },
      { name: 'Dan', reason: 'has a template without numbers' },
      { name: 'Dan', reason: 'has numbers that belong to no template' },
    ]);
  });
});
