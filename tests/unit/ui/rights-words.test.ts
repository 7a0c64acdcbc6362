/** What Lintel says of consent on record, of how long people are kept, and of what was erased. */
import { describe, expect, it } from 'vitest';
import type { ErasureReceipt } from '../../../src/decision/erasure';
import { dueText, dueTitle, erasedThings, expiredNotice, keepingText, receiptLines, receiptText } from '../../../src/ui/rights-words';
import type { PersonView } from '../../../src/ui/view';
import { CONSENT } from '../backup/made-up-backup';

const ADA: PersonView = { id: 'a', name: 'Ada', enrolledAtMs: 1, samples: 5, corrections: [], isComparable: true };
const RECEIPT: ErasureReceipt = { erasedAtMs: 1_750_000_000_000, samples: 5, denials: 1, othersDenials: 2, traces: { withId: 0, withNameTag: 0, namesInLog: 0 } };

describe('a line of People', () => {
  it('says that there is no consent on record, and until when somebody is recognised', () => {
    expect(keepingText(ADA)).toBe('No consent on record');
    expect(keepingText({ ...ADA, consent: CONSENT })).toBe('');
    // The last day, which ends at the moment that is kept.
    const expiresAtMs = new Date(2026, 11, 4).getTime();
    expect(keepingText({ ...ADA, consent: CONSENT, expiresAtMs })).toMatch(/^Recognised until .*\b3\b/);
    expect(keepingText({ ...ADA, expiresAtMs, isExpired: true })).toMatch(/^No consent on record · Expired: recognised until .*\b3\b/);
  });
});

describe('whoever is due', () => {
  it('is said with the reason and the time', () => {
    expect(dueText({ personId: 'a', reason: 'expired', deletedFromMs: 1 })).toMatch(/^Expired, and not recognised any more\. Deleted after .+\.$/);
    expect(dueText({ personId: 'a', reason: 'unseen', deletedFromMs: 1 })).toMatch(/^Not seen for as long as Settings allow\. Deleted after .+\.$/);
    expect([dueTitle(1), dueTitle(3)]).toEqual(['1 person is about to be deleted', '3 people are about to be deleted']);
    expect(expiredNotice(2)).toEqual({ label: 'Deleted as announced', name: '2 people' });
  });
});

describe('an erasure', () => {
  it('says before what goes', () => {
    expect(erasedThings(ADA, 0)).toEqual(['their name, and their 5 samples', 'what was learnt from corrections of their verdicts', 'the name in the log']);
    expect(erasedThings({ ...ADA, samples: 1 }, 1)).toContain('1 correction of somebody else that rests on this face');
  });

  it('says afterwards what was removed, and that nothing is found', () => {
    const text = receiptLines(RECEIPT).join(' ');
    expect(text).toContain('Samples removed: 5. Corrections removed: 1 of this person, 2 of others.');
    expect(text).toContain('Records under this person’s id: 0. Records under their name: 0. Names kept for the log: 0.');
    expect(text).toContain('Nothing is left of this person');
    expect(text).toContain('Backups and exports made before');
  });

  it.each(['withId', 'withNameTag', 'namesInLog'] as const)('does not say so where something is found: %s', (trace) => {
    const text = receiptLines({ ...RECEIPT, traces: { ...RECEIPT.traces, [trace]: 1 } }).join(' ');
    expect(text).toMatch(/: 1\./);
    expect(text).not.toContain('Nothing is left');
  });

  it('has a receipt that names nobody unless a name was typed', () => {
    expect(receiptText(RECEIPT, '  ')).not.toContain('Person, as typed');
    expect(receiptText(RECEIPT, ' Ada ')).toContain('\nPerson, as typed by whoever saved this: Ada\n');
  });
});
