/** Faces that a session drops are overwritten, and those that it keeps are not. */
import { describe, expect, it } from 'vitest';
import { wipeDroppedCrops } from '../../../src/app/wipe-crops';
import { STRAIGHT_HEAD } from '../../../src/decision/enrolment';
import { closedSession, type Session } from '../../../src/decision/session-state';
import { QUALITY } from '../../support/made-up-quality';
import { EMBEDDING } from '../decision/session-visit';

const CLOSED = closedSession('enrol');

function saving(crop: Uint8Array): Session {
  return { ...CLOSED, phase: { kind: 'saving', name: 'Ada', sample: { embedding: EMBEDDING, crop, pose: 'straight' }, quality: QUALITY } };
}

function enrolled(crops: readonly (Uint8Array | null)[]): Session {
  const samples = crops.map((crop, at) => ({ id: `s${at}`, embedding: EMBEDDING, crop, pose: 'any' as const }));
  const enrolment = { personId: 'a', name: 'Ada', samples, wanted: 5, baseline: STRAIGHT_HEAD };
  return { ...CLOSED, phase: { kind: 'enrolled', enrolment, taking: 'nothing', problem: null, resembling: null } as unknown as Session['phase'] };
}

describe('the aligned faces of an enrolment', () => {
  it('are kept as long as the session holds them', () => {
    const first = Uint8Array.of(1, 2);
    wipeDroppedCrops(saving(first), enrolled([first, null]));
    expect(first).toEqual(Uint8Array.of(1, 2));
  });

  it('are overwritten when one is taken anew, and all of them when the camera closes', () => {
    const [first, second, third] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)];
    wipeDroppedCrops(enrolled([first, second, null]), enrolled([first, null, third]));
    expect([first, second, third].map(([byte]) => byte)).toEqual([1, 0, 3]);
    wipeDroppedCrops(enrolled([first, third]), CLOSED);
    expect([first, third].map(([byte]) => byte)).toEqual([0, 0]);
    const unsaved = Uint8Array.of(4);
    wipeDroppedCrops(saving(unsaved), CLOSED);
    expect(unsaved[0]).toBe(0);
  });
});
