/** A challenge from its first frame to passed or failed. */
import { describe, expect, it } from 'vitest';
import { canDecline, declineMovement, wantsEyes, wantsLikeness } from '../../../../src/decision/liveness/challenge';
import { MAX_STRANGE_FRAMES, TIMES } from '../../../../src/decision/liveness/challenge-limits';
import { type Movement, MOVEMENTS } from '../../../../src/decision/liveness/movements';
import { rolled, SHEET } from '../../../support/made-up-head';
import { CAREFUL, DOING, type Look, Sitting } from './sitting';

const SAME: Look = { likeness: 'same' };
const doing = (movement: Movement): Look => DOING[movement];
const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);
const failure = (problem: string) => ({ kind: 'failed', problem });

/** The first movement was asked for a moment ago. */
function asked(movements: readonly Movement[], room: Partial<typeof CAREFUL> = {}): Sitting {
  return Sitting.of(movements, room).rest().hold(SAME, 300);
}

describe.each([5, 10, 15, 30])('at %i frames a second', (framesPerSecond) => {
  it('whoever does as asked passes without a slip, in whatever order', () => {
    for (const seed of SEEDS) {
      for (const movements of [2, 3]) {
        const { step, challenge } = new Sitting({ framesPerSecond, seed, movements }).play(doing);
        expect(step, `${seed}: ${challenge.movements.join(' ')}`).toEqual({ kind: 'passed' });
        expect(challenge.slipsLeft).toBe(CAREFUL.slips);
      }
    }
  });

  it('a sheet or a roll that is turned as asked never passes', () => {
    for (const seed of SEEDS) {
      for (const on of [SHEET, rolled(75), rolled(120)]) {
        const turned = (movement: Movement): Look => ({ ...doing(movement), ...(movement.startsWith('turn') && { pose: { yawDegrees: movement === 'turn-left' ? 34 : -34 } }), on });
        expect(new Sitting({ framesPerSecond, seed }).play(turned, { rest: { ...SAME, on } }).step.kind).toBe('failed');
      }
    }
  });
});

describe('before a movement is asked for', () => {
  it('the person is known, and has looked straight for a while', () => {
    expect(new Sitting().hold({ likeness: null }, 3000).asked).toBeNull();
    expect(new Sitting().hold({ likeness: 'nearly' }, 3000).asked).toBeNull();
    expect(new Sitting().hold({ ...SAME, pose: { yawDegrees: 25 } }, 3000).asked).toBeNull();
    expect(new Sitting().hold(SAME, TIMES.minWaitMs - 60).asked).toBeNull();
    expect(new Sitting().hold(SAME, TIMES.maxWaitMs + 200).asked).not.toBeNull();
  });

  it('nobody can know when: the waits differ', () => {
    expect(new Set(SEEDS.map((seed) => Math.round(new Sitting({ seed, framesPerSecond: 30 }).rest().nowMs))).size).toBeGreaterThan(6);
  });

  it('a head that looks away begins its wait anew', () => {
    const sitting = new Sitting().hold(SAME, 200).show({ ...SAME, pose: { yawDegrees: 25 } });
    expect(sitting.step).toMatchObject({ kind: 'steady', seen: [] });
  });
});

describe('after a movement', () => {
  it('the person is known again, also when they turn back slowly', () => {
    const sitting = asked(['turn-left', 'closer'], { framesPerSecond: 30 }).hold(DOING['turn-left'], 1500);
    expect(sitting.challenge).toMatchObject({ done: 1, step: { kind: 'steady', isGlimpsed: true, isKnown: false } });
    expect(sitting.rest().asked).toBe('closer');
  });

  it('nothing more is asked of somebody who is nearly alike only', () => {
    const sitting = asked(['turn-left', 'closer']).hold(DOING['turn-left'], 500).hold({ likeness: 'nearly' }, TIMES.answerMs - 600);
    expect(sitting.asked).toBeNull();
    expect(wantsLikeness(sitting.challenge)).toBe(true);
  });

  it('somebody else fails, after some frames', () => {
    const sitting = asked(['turn-left', 'closer']).hold(DOING['turn-left'], 300);
    for (let frame = 1; frame < MAX_STRANGE_FRAMES; frame += 1) expect(sitting.show({ likeness: 'other' }).isOver).toBe(false);
    expect(sitting.show({ likeness: 'other' }).step).toEqual(failure('another-face'));
  });

  it('the last one included: it is not passed before the person is known', () => {
    const sitting = asked(['turn-left']).hold(DOING['turn-left'], 300).hold({ likeness: null }, 1000);
    expect(sitting.challenge).toMatchObject({ done: 1, step: { kind: 'steady' } });
    expect(sitting.show(SAME).step).toEqual({ kind: 'passed' });
  });

  it('it is not asked for the likeness while a movement is', () => {
    expect(wantsLikeness(asked(['turn-left']).challenge)).toBe(false);
  });
});

describe('a slip', () => {
  const SLIPS: readonly [string, (sitting: Sitting) => Sitting][] = [
    ['too-late', (sitting) => sitting.hold({}, TIMES.answerMs)],
    ['too-late', (sitting) => sitting.hold(null, TIMES.answerMs)],
    ['other-movement', (sitting) => sitting.hold(DOING['turn-right'], 300)],
    ['other-movement', (sitting) => sitting.hold(DOING.nod, 300)],
  ];

  it.each(SLIPS)('begins everything anew: %s', (kind, slip) => {
    const { challenge } = slip(asked(['turn-left', 'closer']));
    expect(challenge).toMatchObject({ lastSlip: kind, done: 0, slipsLeft: CAREFUL.slips - 1, step: { kind: 'steady', isKnown: false } });
  });

  it.each(SLIPS)('is one too many where none is left: %s', (_, slip) => {
    expect(slip(asked(['turn-left', 'closer'], { slips: 0 })).step).toEqual(failure('not-as-asked'));
  });

  it('is an answer before anybody can answer', () => {
    expect(Sitting.of(['turn-left', 'closer']).rest().show(DOING['turn-left']).challenge).toMatchObject({ lastSlip: 'too-early', done: 0 });
  });

  it('is a head that does not come back in time', () => {
    expect(asked(['turn-left', 'closer']).hold(DOING['turn-left'], TIMES.answerMs + 500).challenge).toMatchObject({ lastSlip: 'too-late', done: 0 });
  });

  it('is a sheet that is turned far, which fails as flat where none is left, also after another slip', () => {
    const on = SHEET;
    const turned: Look = { pose: { yawDegrees: 35 }, on };
    const begun = (slips: number): Sitting => Sitting.of(['turn-left', 'closer'], { slips }).rest({ ...SAME, on }).hold({ on }, 300).hold(turned, 600);
    expect(begun(0).step).toEqual(failure('flat'));
    expect(begun(1).challenge).toMatchObject({ lastSlip: 'flat', wasFlat: true });
    expect(begun(1).rest({ ...SAME, on }).hold({ on }, TIMES.answerMs + 200).step).toEqual(failure('flat'));
  });

  it('is not one frame of a movement, nor one that was asked for', () => {
    const sitting = asked(['turn-left', 'closer']).show(DOING['turn-right']).show({}).show(DOING['turn-left']).show({});
    expect(sitting.challenge).toMatchObject({ done: 0, lastSlip: null, step: { kind: 'asked' } });
  });
});

describe('a face that changes', () => {
  it.each([1.6, 1 / 1.6])('by a jump in size (× %d) is another one', (scale) => {
    expect(asked(['turn-left']).show({ scale }).step).toEqual(failure('another-face'));
  });

  it('by less is the same one', () => {
    expect(asked(['turn-left']).show({ scale: 1.4 }).isOver).toBe(false);
  });
});

describe('frames that come again', () => {
  it('are a recording from the third on', () => {
    const sitting = asked(['turn-left']).show({ fingerprint: -1 }).show({ fingerprint: -2 }).show({ fingerprint: -1 }).show({ fingerprint: -2 });
    expect(sitting.isOver).toBe(false);
    expect(sitting.show({ fingerprint: -1 }).step).toEqual(failure('repeated'));
  });

  it('are a fault of the camera where they follow each other', () => {
    const sitting = asked(['turn-left']);
    for (let frame = 0; frame < 8; frame += 1) sitting.show({ fingerprint: -3 });
    expect(sitting.isOver).toBe(false);
  });
});

describe('a movement that is declined', () => {
  it('is not asked for again, and everything is drawn anew', () => {
    for (const chance of [0, 0.3, 0.6, 0.99]) {
      const challenge = declineMovement(asked(['nod', 'turn-left']).challenge, 9000, chance);
      expect(challenge).toMatchObject({ declined: ['nod'], done: 0, slipsLeft: CAREFUL.slips, step: { kind: 'steady', isKnown: false, sinceMs: 9000 } });
      expect(challenge.movements).toHaveLength(2);
      expect(challenge.movements).not.toContain('nod');
    }
  });

  it('stays where nothing else is left, and that is known before', () => {
    let { challenge } = new Sitting();
    const declined = new Set<Movement>();
    for (let presses = 0; canDecline(challenge); presses += 1) {
      declined.add(challenge.movements[0]!);
      challenge = declineMovement(challenge, 0, presses / 10);
      for (const movement of challenge.movements) expect(declined).not.toContain(movement);
    }
    expect(declined.size).toBeLessThan(MOVEMENTS.length);
    expect(declineMovement(challenge, 0, 0.5)).toBe(challenge);
  });

  it('means nothing when all is over', () => {
    const { challenge } = new Sitting().play(doing);
    expect(declineMovement(challenge, 0, 0.5)).toBe(challenge);
    expect(canDecline(challenge)).toBe(false);
  });
});

it('looks at the eyes for a blink only, and before it is asked for', () => {
  expect(wantsEyes(Sitting.of(['blink', 'nod']).challenge)).toBe(true);
  expect(wantsEyes(Sitting.of(['nod', 'blink']).challenge)).toBe(false);
});
