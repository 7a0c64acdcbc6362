/** A photograph that becomes a sample while somebody is being enrolled. */
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../src/decision/session-events';
import { enrolled, enrolledPhase, faceOfAda, missingOf, saved, samplesOf, savingAnother } from './enrolling-visit';

const photograph = (personId: string): SessionEvent => ({
  kind: 'photograph-added',
  personId,
  sample: { id: 'p1', embedding: faceOfAda(3), pose: 'any', crop: null },
});

describe('a photograph', () => {
  it('is one more sample of the person who is being enrolled', () => {
    const before = enrolled();
    const visit = enrolled().at(2500, photograph('ada'));
    expect(samplesOf(visit)).toEqual([['s1', 'straight'], ['p1', 'any']]);
    expect(missingOf(visit)).toHaveLength(missingOf(before).length - 1);
  });

  it('does not disturb a sample of the camera that is being saved', () => {
    const visit = savingAnother().at(2500, photograph('ada'));
    expect(enrolledPhase(visit).taking).toBe('being-saved');
    expect(samplesOf(visit.at(2600, saved('s2'))).map(([id]) => id)).toEqual(['s1', 's2', 'p1']);
  });

  it('of somebody else changes nothing', () => {
    expect(samplesOf(enrolled().at(2500, photograph('ben')))).toEqual([['s1', 'straight']]);
  });
});
