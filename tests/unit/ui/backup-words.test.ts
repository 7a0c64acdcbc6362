/** What Lintel says of backups, the lock and the protection. */
import { describe, expect, it } from 'vitest';
import type { BackupProblem } from '../../../src/backup/backup-error';
import { planRestore } from '../../../src/backup/restore-plan';
import { backupProblemText, gainedText, lastBackupText, mergeLabel, provedText, reminderText, replaceText } from '../../../src/ui/backup-words';
import { lockForgottenText, lockHowText, lockLimitsText, waitText } from '../../../src/ui/lock-words';
import { protectionWords, remnantsText } from '../../../src/ui/protection-words';
import { ADA, BEN, CONTENT, sampleOf } from '../backup/made-up-backup';

const PROBLEMS: readonly BackupProblem[] = ['no-backup', 'newer', 'not-opened', 'damaged', 'malformed', 'unreadable'];
const planOf = (people: typeof CONTENT.people, here: typeof CONTENT.people) => planRestore({ ...CONTENT, people, refused: [] }, here);

describe('backups', () => {
  it('each problem has its own sentence', () => {
    const texts = PROBLEMS.map(backupProblemText);
    expect(new Set(texts).size).toBe(PROBLEMS.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('say what merging would do', () => {
    const lacking = { ...ADA, samples: [sampleOf('new')], denials: [] };
    expect(mergeLabel(planOf([ADA, BEN], []))).toBe('Add 2');
    expect(mergeLabel(planOf([ADA], [lacking]))).toBe('Complete 1');
    expect(mergeLabel(planOf([ADA, BEN], [lacking]))).toBe('Add 1 and complete 1');
    expect(mergeLabel(planOf([ADA], [ADA]))).toBeNull();
    expect(planOf([ADA], [lacking]).extended.map(gainedText)).toEqual(['3 samples and corrections']);
    expect(gainedText({ person: ADA, gained: 1 })).toBe('1 sample or correction');
  });

  it('say who would go', () => {
    expect(replaceText(planOf([ADA], [ADA]))).not.toContain('deleted');
    expect(replaceText(planOf([ADA], [ADA, BEN]))).toContain('1 person who is not in the backup would be deleted.');
    expect(replaceText(planOf([], [ADA, BEN]))).toContain('2 people who are not in the backup would be deleted.');
  });

  it('say when there was one', () => {
    expect(lastBackupText(null)).toBe('There is no backup yet.');
    expect(lastBackupText({ madeAtMs: 0, people: 1 })).toMatch(/^Last backup: .*, 1 person\.$/);
    expect(reminderText('never')).toContain('7 days');
    expect(reminderText('old')).toContain('30 days');
    expect(provedText({ kind: 'proved', file: 'x', madeAtMs: 0, people: 2, refused: 1 })).toMatch(/holds 2 people\. 1 entry could not be used\. Nothing here was changed\.$/);
  });
});

describe('the lock', () => {
  it.each([
    [30_000, '0:30'],
    [29_001, '0:30'],
    [61_000, '1:01'],
    [3_600_000, '60:00'],
    [1, '0:01'],
  ])('says %i ms as %s', (ms, text) => expect(waitText(ms)).toBe(text));
});

describe('all words', () => {
  const protections = (['device', 'passphrase'] as const).flatMap((kind) => Object.values<string>({ ...protectionWords(kind) }));
  const all = [lockForgottenText(), lockHowText(), lockLimitsText(), remnantsText(), ...protections];

  it('promise no more than is true', () => {
    for (const text of all) expect(text).not.toMatch(/spoof-proof|irreversible|unhackable|military|!/i);
  });
});
