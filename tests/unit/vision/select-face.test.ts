import { describe, expect, it } from 'vitest';
import { selectFace } from '../../../src/vision/select-face';

const frame = { width: 640, height: 480 };
const box = (x: number, y: number, side: number) => ({ x, y, width: side, height: side });

describe('selectFace', () => {
  it('takes the largest, wherever the detector lists it', () => {
    expect(selectFace([box(300, 200, 60), box(10, 10, 90), box(200, 200, 80)], frame)).toBe(1);
  });

  it('breaks a tie by nearness to the middle', () => {
    expect(selectFace([box(0, 0, 80), box(280, 200, 80), box(500, 300, 80)], frame)).toBe(1);
  });

  it('says −1 when there is none', () => {
    expect(selectFace([], frame)).toBe(-1);
  });
});
