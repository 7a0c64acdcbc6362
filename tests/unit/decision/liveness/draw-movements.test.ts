/** What a challenge may ask for, and that nobody can know it before. */
import { describe, expect, it } from 'vitest';
import { drawMovements } from '../../../../src/decision/liveness/draw-movements';
import { CHALLENGES, LIVENESS_MODES } from '../../../../src/decision/liveness/mode';
import { type Movement, MOVEMENTS } from '../../../../src/decision/liveness/movements';

/** How often each order is drawn when chance goes evenly from 0 to 1. */
function drawn(count: number, draws: number, without: readonly Movement[] = []): Map<string, number> {
  const counts = new Map<string, number>();
  for (let draw = 0; draw < draws; draw += 1) {
    const order = drawMovements(count, (draw + 0.5) / draws, without).join(' ');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  return counts;
}

const isTurn = (movement: string): boolean => movement === 'turn-left' || movement === 'turn-right';

describe('drawMovements', () => {
  it.each([
    [2, 14],
    [3, 54],
  ])('draws every order of %i movements with a turn, each of the %i as often', (count, orders) => {
    const counts = drawn(count, orders * 10);
    expect(counts.size).toBe(orders);
    expect(new Set(counts.values())).toEqual(new Set([10]));
    for (const order of counts.keys()) {
      const movements = order.split(' ');
      expect(movements).toHaveLength(count);
      expect(new Set(movements).size).toBe(count);
      expect(movements.some(isTurn)).toBe(true);
    }
  });

  it('asks for every movement now and then, in every place', () => {
    for (const place of [0, 1, 2]) expect(new Set([...drawn(3, 540).keys()].map((order) => order.split(' ')[place]))).toEqual(new Set(MOVEMENTS));
  });

  it.each(MOVEMENTS)('never asks for what was declined: %s', (declined) => {
    const orders = [...drawn(3, 2000, [declined]).keys()];
    expect(orders.length).toBeGreaterThan(1);
    for (const order of orders) {
      expect(order.split(' ')).not.toContain(declined);
      expect(order.split(' ').some(isTurn)).toBe(true);
    }
  });

  it('asks for nothing where no turn, or too little, is left', () => {
    expect(drawMovements(2, 0.5, ['turn-left', 'turn-right'])).toEqual([]);
    expect(drawMovements(3, 0.5, ['nod', 'closer', 'blink'])).toEqual([]);
    expect(drawMovements(2, 0.5, ['nod', 'closer', 'blink'])).toHaveLength(2);
  });

  it('has an answer at both ends of chance', () => {
    for (const chance of [0, 1]) expect(drawMovements(2, chance)).toHaveLength(2);
  });
});

describe('the modes', () => {
  it('ask for more, and forgive less, the stricter they are', () => {
    const rules = LIVENESS_MODES.map((mode) => CHALLENGES[mode]);
    expect(rules[0]).toBeNull();
    expect(rules[1]!.movements).toBeLessThan(rules[2]!.movements);
    expect(rules[1]!.slips).toBeGreaterThan(rules[2]!.slips);
  });

  it('ask for what can be drawn', () => {
    for (const mode of LIVENESS_MODES) {
      const rules = CHALLENGES[mode];
      if (rules !== null) expect(drawMovements(rules.movements, 0.5)).toHaveLength(rules.movements);
    }
  });
});
