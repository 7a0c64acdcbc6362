/** A small backup, cheap to open: what the tests of the format work with. */
import type { BackupContent } from '../../../src/backup/content';
import { writeBackup } from '../../../src/backup/write-backup';
import { type Embedding, normalise } from '../../../src/core/embedding';
import type { Consent } from '../../../src/decision/consent';
import type { Person, Sample } from '../../../src/decision/gallery';
import { DEFAULT_SETTINGS } from '../../../src/decision/settings';
import type { PassphraseCost } from '../../../src/sealing/argon2';

export const PASSPHRASE = 'a warm stone over a door';

/** One guess costs next to nothing. */
export const CHEAP: PassphraseCost = { memoryKiB: 8, passes: 1 };

export function faceOf(seed: number, dimensions = 128): Embedding {
  return normalise(Float32Array.from({ length: dimensions }, (_, at) => Math.sin(seed + at * at)));
}

export function sampleOf(id: string, change: Partial<Sample> = {}): Sample {
  return { id, embedding: faceOf(id.length), model: 'mobilefacenet-128', pipeline: 'test', capturedAtMs: 1_700_000_000_000, learntBy: 'enrolment', ...change };
}

export const CONSENT: Consent = { givenAtMs: 1_700_000_000_002, textVersion: 1, enteredBy: 'Grace', guardian: 'Emmy' };

/** With everything that a person can have. Ben has nothing but what is needed. */
export const ADA: Person = { id: 'a', name: 'Ada', enrolledAtMs: 1_700_000_000_000, consent: CONSENT, expiresAtMs: 1_800_000_000_000, lastSeenAtMs: 1_740_000_000_000, samples: [sampleOf('a1'), sampleOf('a-2', { model: 'mobilefacenet-512', embedding: faceOf(2, 512) })], denials: [sampleOf('not-ada')] };
export const BEN: Person = { id: 'b', name: 'عبد الرحمن', enrolledAtMs: 1_700_000_000_001, samples: [sampleOf('b1')], denials: [] };

export const CONTENT: BackupContent = { madeAtMs: 1_750_000_000_000, people: [ADA, BEN], settings: { ...DEFAULT_SETTINGS, countdownSeconds: 7 } };

/** People enough for several frames. */
export function crowd(count: number): Person[] {
  return Array.from({ length: count }, (_, at) => ({ id: `p${at}`, name: `Person ${at}`, enrolledAtMs: at, samples: [sampleOf(`s${at}`, { embedding: faceOf(at) })], denials: [] }));
}

export async function backupOf(content: BackupContent = CONTENT, cost = CHEAP): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writeBackup(content, PASSPHRASE, (bytes) => Promise.resolve(void parts.push(bytes.slice())), () => {}, cost);
  return new Blob(parts);
}

export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}
