/** A movement is seen when a head makes it, and not when something else moves. */
import { describe, expect, it } from 'vitest';
import { BLINK, CLOSER } from '../../../../src/decision/liveness/challenge-limits';
import { isNarrowedFlat, isShown, isStraight, meanSigns, type Movement, MOVEMENTS } from '../../../../src/decision/liveness/movements';
import { rolled, SHEET } from '../../../support/made-up-head';
import { DOING, type Look, signsAt } from './sitting';

const REST = signsAt();
const shownBy = (look: Look, rest: Look = {}): Movement[] => MOVEMENTS.filter((movement) => isShown(movement, signsAt(rest), signsAt({ ...rest, ...look })));
const yaws = (most: number): number[] => Array.from({ length: 2 * most + 1 }, (_, index) => index - most);

describe('a movement', () => {
  it.each(MOVEMENTS)('is seen alone when it is made: %s', (movement) => {
    expect(shownBy(DOING[movement])).toEqual([movement]);
  });

  it('is not seen of a head at rest, nor one that moves a little', () => {
    for (const look of [{}, { pose: { yawDegrees: 10 } }, { pose: { pitchDegrees: -6 } }, { scale: 1.15 }, { eyesClosed: 0.5 }]) expect(shownBy(look)).toEqual([]);
  });

  it('is compared with how this person looks at rest', () => {
    expect(shownBy({ pose: { yawDegrees: 18 } }, { pose: { yawDegrees: 8 } })).toEqual([]);
    expect(shownBy({ pose: { yawDegrees: 30 } }, { pose: { yawDegrees: 8 } })).toEqual(['turn-left']);
  });

  it.each([-25, 25])('is seen of a tilted head (%i°)', (rollDegrees) => {
    const rest: Look = { pose: { rollDegrees } };
    for (const [yawDegrees, movement] of [[28, 'turn-left'], [-28, 'turn-right']] as const) {
      expect(isShown(movement, signsAt(rest), signsAt({ pose: { rollDegrees, yawDegrees } }))).toBe(true);
    }
  });
});

describe('a turn', () => {
  it('is to the side of the person: their left is on the right of the frame', () => {
    expect(shownBy({ pose: { yawDegrees: 25 } })).toEqual(['turn-left']);
  });

  it('is never seen of a sheet, however it is turned and tilted', () => {
    for (const yawDegrees of yaws(80)) {
      for (const rollDegrees of [-40, 0, 40]) {
        const shown = shownBy({ pose: { yawDegrees, rollDegrees }, on: SHEET }, { on: SHEET });
        expect(shown.filter((movement) => movement.startsWith('turn')), `${yawDegrees}°, ${rollDegrees}°`).toEqual([]);
      }
    }
  });

  it.each([55, 60, 70, 80, 100, 150, 300])('is never seen of a sheet rolled with a radius of %i mm, as long as both outlines are in view', (radiusMm) => {
    const on = rolled(radiusMm);
    const inView = 90 - ((68 / radiusMm) * 180) / Math.PI;
    for (const yawDegrees of yaws(Math.floor(inView))) {
      const shown = shownBy({ pose: { yawDegrees }, on }, { on });
      expect(shown.filter((movement) => movement.startsWith('turn')), `${yawDegrees}°`).toEqual([]);
    }
  });

  it('is not seen where a shift comes with far more narrowing than a head has', () => {
    const turned = signsAt({ pose: { yawDegrees: 25 } });
    expect(isShown('turn-left', REST, turned)).toBe(true);
    expect(isShown('turn-left', REST, { ...turned, narrowness: turned.narrowness * 0.88 })).toBe(false);
  });
});

describe('a nod', () => {
  it('is up or down', () => {
    for (const pitchDegrees of [-20, 20]) expect(shownBy({ pose: { pitchDegrees } })).toEqual(['nod']);
  });

  it('moves bridge and tip of the nose, and both the same way', () => {
    const up = signsAt({ pose: { pitchDegrees: 20 } });
    expect(isShown('nod', REST, { ...up, noseDown: REST.noseDown })).toBe(false);
    expect(isShown('nod', REST, { ...up, nod: REST.nod })).toBe(false);
    expect(isShown('nod', REST, { ...up, noseDown: 2 * REST.noseDown - up.noseDown })).toBe(false);
  });
});

describe('coming closer', () => {
  it('begins at its limit', () => {
    for (const [share, isSeen] of [[1.001, true], [0.999, false]] as const) {
      expect(isShown('closer', REST, { ...REST, sizePx: REST.sizePx * CLOSER.minGrowth * share })).toBe(isSeen);
    }
  });
});

describe('a blink', () => {
  it('needs closed eyes, and more closed than at rest', () => {
    expect(shownBy({ eyesClosed: BLINK.minClosed + 0.01 })).toEqual(['blink']);
    expect(shownBy({ eyesClosed: 0.8 }, { eyesClosed: 0.55 })).toEqual([]);
    expect(shownBy({ eyesClosed: 0.9 }, { eyesClosed: 0.55 })).toEqual(['blink']);
  });

  it('is not seen where nobody looked at the eyes', () => {
    expect(shownBy({ eyesClosed: null })).toEqual([]);
  });
});

describe('isNarrowedFlat', () => {
  it('is true of a sheet that is turned far', () => {
    for (const yawDegrees of [-40, 30, 60]) expect(isNarrowedFlat(signsAt({ on: SHEET }), signsAt({ pose: { yawDegrees }, on: SHEET }))).toBe(true);
  });

  it('is never true of a head that turns, nor of one at rest', () => {
    for (const yawDegrees of yaws(45)) expect(isNarrowedFlat(REST, signsAt({ pose: { yawDegrees } })), `${yawDegrees}°`).toBe(false);
  });
});

describe('isStraight', () => {
  it('takes a head that looks at the camera, more or less, while the person is not known', () => {
    expect([-20, -10, 0, 10, 20].map((yawDegrees) => isStraight(null, signsAt({ pose: { yawDegrees } })))).toEqual([false, true, true, true, false]);
  });

  it('wants the head back where it was at rest', () => {
    const rest = signsAt({ pose: { yawDegrees: 8 } });
    expect([-2, 5, 8, 11, 18].map((yawDegrees) => isStraight(rest, signsAt({ pose: { yawDegrees } })))).toEqual([false, true, true, true, false]);
    expect(isStraight(REST, signsAt({ pose: { pitchDegrees: 20 } }))).toBe(false);
    expect(isStraight(REST, signsAt({ pose: { pitchDegrees: 4 } }))).toBe(true);
  });
});

describe('meanSigns', () => {
  it('is the mean of every sign', () => {
    const [low, high] = [{ ...REST, turn: 0.1, narrowness: 0.8, nod: -0.2, noseDown: 0.5, sizePx: 100, eyesClosed: 0 }, { ...REST, turn: 0.2, narrowness: 1, nod: 0, noseDown: 0.6, sizePx: 140, eyesClosed: 0.5 }];
    const mean = meanSigns([low, high]);
    expect(mean).toMatchObject({ turn: expect.closeTo(0.15) as number, narrowness: expect.closeTo(0.9) as number, nod: expect.closeTo(-0.1) as number, noseDown: expect.closeTo(0.55) as number, sizePx: 120, eyesClosed: 0.25 });
  });

  it('says nothing of eyes that were not always looked at', () => {
    expect(meanSigns([signsAt({ eyesClosed: 0.2 }), signsAt({ eyesClosed: null })]).eyesClosed).toBeNull();
  });
});
