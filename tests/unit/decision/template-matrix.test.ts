/** Templates in one block: whoever comes, changes and goes, the rows and what stands beside them stay in step. */
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/core/embedding';
import { TemplateMatrix } from '../../../src/decision/template-matrix';
import { randomFace, randomNumbers } from './random-gallery';

const entry = (personId: string, ...values: number[]) => ({ personId, name: personId.toUpperCase(), template: normalise(Float32Array.from(values)), denials: [] });

describe('TemplateMatrix', () => {
  it('keeps templates one after the other', () => {
    const matrix = new TemplateMatrix();
    matrix.put(entry('a', 1, 0));
    matrix.put(entry('b', 0, 1));
    const { numbers, dimensions, count } = matrix.rows;
    expect([...numbers.subarray(0, 4)]).toEqual([1, 0, 0, 1]);
    expect({ dimensions, count }).toEqual({ dimensions: 2, count: 2 });
    expect(matrix.entryOf('b')).toMatchObject({ personId: 'b', name: 'B' });
    expect(matrix.idAt(1)).toBe('b');
  });

  it('replaces one row, and fills the gap of whoever goes with the last', () => {
    const matrix = new TemplateMatrix();
    for (const [index, id] of ['a', 'b', 'c'].entries()) matrix.put(entry(id, index, 1));
    const { numbers } = matrix.rows;
    matrix.put(entry('b', 1, 0));
    expect(matrix.delete('a')).toBe(true);
    expect(matrix.entries.map(({ personId }) => personId)).toEqual(['c', 'b']);
    expect([...matrix.entryOf('b')!.template]).toEqual([1, 0]);
    expect([...matrix.entryOf('c')!.template]).toEqual([...entry('c', 2, 1).template]);
    expect(matrix.rows.numbers).toBe(numbers);
    expect(matrix.delete('a')).toBe(false);
    expect(matrix.entryOf('a')).toBeNull();
  });

  it('agrees with a plain map through a long life', () => {
    const random = randomNumbers(5);
    const matrix = new TemplateMatrix();
    const plain = new Map<string, ReturnType<typeof randomFace>>();
    for (let step = 0; step < 2000; step += 1) {
      const personId = `id-${Math.floor(random() * 120)}`;
      if (random() < 0.35) {
        expect(matrix.delete(personId)).toBe(plain.delete(personId));
      } else {
        const template = randomFace(random);
        plain.set(personId, template);
        matrix.put({ personId, name: personId, template, denials: [] });
      }
    }
    expect(matrix.size).toBe(plain.size);
    expect(new Map(matrix.entries.map(({ personId, template }) => [personId, [...template]]))).toEqual(
      new Map([...plain].map(([personId, template]) => [personId, [...template]])),
    );
  });

  it('moves to a larger block only now and then', () => {
    const matrix = new TemplateMatrix();
    const blocks = new Set<Float32Array>();
    for (let index = 0; index < 1000; index += 1) {
      matrix.put(entry(`id-${index}`, index, 1));
      blocks.add(matrix.rows.numbers);
    }
    expect(blocks.size).toBeLessThan(10);
  });

  it('can be read by another thread where that is possible', () => {
    const matrix = new TemplateMatrix();
    matrix.put(entry('a', 1, 0));
    expect(matrix.rows.numbers.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('refuses a template of another network, until it is empty', () => {
    const matrix = new TemplateMatrix();
    matrix.put(entry('a', 1, 0));
    expect(() => matrix.put(entry('b', 1, 0, 0))).toThrow(RangeError);
    matrix.delete('a');
    matrix.put(entry('b', 1, 0, 0));
    expect(matrix.rows).toMatchObject({ dimensions: 3, count: 1 });
  });
});
