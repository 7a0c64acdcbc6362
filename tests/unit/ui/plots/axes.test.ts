/** Axes and the frame around them: places in pixels, and words that do not touch. */
import { describe, expect, it } from 'vitest';
import { linearAxis, logAxis, rootAxis, round } from '../../../../src/ui/plots/axes';
import { boxOf, labelledTicks, legendPlaces, linesOf } from '../../../../src/ui/plots/plot-frame';

const plain = String;

describe('axes', () => {
  it('puts powers of ten at equal distances, and what lies outside at the edge', () => {
    const { scale, ticks } = logAxis('FAR', [1e-6, 1], [0, 600], plain);
    expect(ticks).toEqual([1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1]);
    expect(ticks.map((tick) => round(scale(tick)))).toEqual([0, 100, 200, 300, 400, 500, 600]);
    expect([scale(1e-9), scale(2)]).toEqual([0, 600]);
  });

  it('puts equal steps at equal distances, upwards too', () => {
    const { scale, ticks } = linearAxis('Share', [0, 0.4], [400, 0], plain, 4);
    expect(ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect([scale(0), scale(0.1), scale(0.4), scale(0.9)]).toEqual([400, 300, 0, 0]);
  });

  it('gives small shares more room and has a place for none', () => {
    const { scale, ticks } = rootAxis('Share', 0.2, [100, 0], plain);
    expect(ticks).toEqual([0, 0.01, 0.05, 0.1, 0.2]);
    expect([scale(0), scale(0.05), scale(0.2)]).toEqual([100, 50, 0]);
  });
});

describe('labelledTicks', () => {
  const axis = (width: number) => logAxis('FAR', [1e-6, 1], [0, width], (value) => `1 in ${Math.round(1 / value)}`);

  it('labels all where there is room, and every second or third where there is less', () => {
    expect(labelledTicks(axis(900))).toHaveLength(7);
    expect(labelledTicks(axis(400))).toEqual([1e-6, 1e-4, 1e-2, 1]);
    expect(labelledTicks(axis(260))).toEqual([1e-6, 1e-3, 1]);
  });
});

describe('boxOf', () => {
  const entry = (name: string) => ({ name, swatch: null as never });

  it('stays as wide as it is told, with the axes inside', () => {
    for (const width of [280, 440, 760]) {
      const box = boxOf(width, 52, [entry('one'), entry('another')]);
      expect(box.width).toBe(width);
      expect(box.left).toBe(52);
      expect(box.right).toBeLessThan(width);
      expect(box.bottom - box.top).toBeGreaterThanOrEqual(170);
      expect(box.height).toBeGreaterThan(box.bottom);
    }
  });

  it('makes room for every row of the legend', () => {
    const names = ['a rather long name', 'another rather long name', 'and a third one'];
    const [wide, narrow] = [boxOf(760, 52, names.map(entry)), boxOf(280, 52, names.map(entry))];
    expect(narrow.top - wide.top).toBe(40);
  });
});

describe('legendPlaces', () => {
  it('begins a new row where the width ends', () => {
    const places = legendPlaces(250, ['a'.repeat(15), 'b'.repeat(15), 'c']);
    expect(places.map(({ y }) => y)).toEqual([0, 20, 20]);
    expect(places[1]!.x).toBe(0);
    expect(places[2]!.x).toBeGreaterThan(100);
  });

  it('never begins an empty row, however long a name is', () => {
    expect(legendPlaces(100, ['x'.repeat(40), 'y'])).toEqual([{ x: 0, y: 0 }, { x: 0, y: 20 }]);
  });
});

describe('linesOf', () => {
  it('fills lines and loses no word', () => {
    expect(linesOf('one two three four', 70)).toEqual(['one two', 'three four']);
    expect(linesOf('one two three four', 500)).toEqual(['one two three four']);
    expect(linesOf('unbreakable a b', 20)).toEqual(['unbreakable', 'a', 'b']);
  });

  it('breaks Chinese between words, and never before a mark', () => {
    const lines = linesOf('人脸库有多安全？这张图说明了什么？', 70);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('人脸库有多安全？这张图说明了什么？');
    expect(lines.some((line) => line.startsWith('？'))).toBe(false);
  });
});
