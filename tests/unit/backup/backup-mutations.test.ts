/** Ten thousand damaged backups: each is refused, in bounded time. */
import { describe, expect, it } from 'vitest';
import { BackupError } from '../../../src/backup/backup-error';
import { readBackup } from '../../../src/backup/read-backup';
import { mutated, seeded } from '../../support/mutations';
import { backupOf, bytesOf, CHEAP, CONTENT, crowd, PASSPHRASE } from './made-up-backup';

const FILES = 10_000;
const MAX_READING_MS = 2000;

describe('mutated backups', () => {
  it(`are refused (${FILES} files)`, { timeout: 240_000 }, async () => {
    const random = seeded(20_240_229);
    const originals = await Promise.all([backupOf(), backupOf({ ...CONTENT, people: crowd(130) })].map(async (file) => bytesOf(await file)));
    const problems = new Map<string, number>();
    for (let i = 0; i < FILES; i += 1) {
      // The one of two frames costs more to change than to read: fewer of these.
      const original = originals[i % 10 === 0 ? 1 : 0]!;
      const file = mutated(original, random);
      // A change that changes nothing, as one byte written over itself, is no damage.
      if (Buffer.compare(file, original) === 0) continue;
      const startedAtMs = performance.now();
      const outcome: unknown = await readBackup(new Blob([file]), PASSPHRASE, () => {}, CHEAP).then(
        () => 'accepted',
        (error: unknown) => (error instanceof BackupError ? error.problem : error),
      );
      expect(performance.now() - startedAtMs).toBeLessThan(MAX_READING_MS);
      expect(outcome, `file ${i}`).toBeOneOf(['no-backup', 'newer', 'not-opened', 'damaged']);
      problems.set(String(outcome), (problems.get(String(outcome)) ?? 0) + 1);
    }
    expect(problems.get('damaged')).toBeGreaterThan(100);
    expect(problems.get('not-opened')).toBeGreaterThan(FILES / 2);
  });
});
