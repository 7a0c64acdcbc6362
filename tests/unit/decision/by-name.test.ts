/** Order of names: sorted in small steps, and kept through every change. */
import { describe, expect, it } from 'vitest';
import { compareNames, type Named, sortByName, withNamed, withoutNamed } from '../../../src/decision/by-name';
import { randomNumbers } from './random-gallery';

const named = (name: string, id = name): Named => ({ id, name });

function sorted(items: readonly Named[]): { result: Named[]; pauses: number } {
  const work = sortByName(items);
  for (let pauses = 0; ; pauses += 1) {
    const step = work.next();
    if (step.done === true) return { result: step.value, pauses };
  }
}

describe('sortByName', () => {
  it.each([0, 1, 255, 256, 257, 511, 513, 2000])('sorts %d as sorting at once does', (count) => {
    const random = randomNumbers(count);
    const items = Array.from({ length: count }, (_, index) => named(`Name ${Math.floor(random() * 500)}`, `id-${index}`));
    const before = [...items];
    const { result, pauses } = sorted(items);
    expect(result).toEqual([...items].sort(compareNames));
    expect(items).toEqual(before);
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(count / 256));
  });

  it('goes by letters as people do, and by id where names are equal', () => {
    expect(sorted([named('zoë'), named('Ann', 'b'), named('Ämin'), named('Ann', 'a')]).result.map(({ id }) => id)).toEqual(['Ämin', 'a', 'b', 'zoë']);
  });
});

describe('a list by name', () => {
  const list = [named('Ada'), named('Ben', 'b1'), named('Ben', 'b2'), named('Zoë')];

  it('takes somebody in at their place, and stays as it was itself', () => {
    expect(withNamed(list, named('Cleo')).map(({ id }) => id)).toEqual(['Ada', 'b1', 'b2', 'Cleo', 'Zoë']);
    expect(withNamed([], named('Cleo'))).toEqual([named('Cleo')]);
    expect(list).toHaveLength(4);
  });

  it('lets the one go who is meant', () => {
    expect(withoutNamed(list, named('Ben', 'b2')).map(({ id }) => id)).toEqual(['Ada', 'b1', 'Zoë']);
    expect(withoutNamed(list, named('Ben', 'b3'))).toEqual(list);
    expect(withoutNamed([], named('Ben'))).toEqual([]);
  });
});
