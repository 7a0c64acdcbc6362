/** Where the marks of a face are drawn. */
import { describe, expect, it } from 'vitest';
import { bracketPath, mirrored, ringAround, steadied, toneOf } from '../../../src/ui/parts/face-marks';

const FRAME = { width: 640, height: 480 };
const BOX = { x: 100, y: 120, width: 200, height: 200 };

describe('toneOf', () => {
  const faces = { frame: FRAME, boxes: [BOX, BOX], judged: 1 };

  it('is green only for the judged face, and only when its picture was measured and is good', () => {
    expect([toneOf(1, faces, true, false), toneOf(1, faces, false, true), toneOf(1, faces, false, false)]).toEqual(['good', 'amber', 'grey']);
    expect([toneOf(0, faces, true, false), toneOf(0, faces, false, true)]).toEqual(['grey', 'grey']);
  });
});

describe('steadied', () => {
  const drawn = { frame: FRAME, boxes: [BOX], judged: 0 };

  it('keeps what was drawn while a box trembles, so that small steps add up to a move', () => {
    expect(steadied(drawn, { ...drawn, boxes: [{ ...BOX, x: 104, y: 117 }] })).toBe(drawn);
    const moved = { ...drawn, boxes: [{ ...BOX, x: 111 }] };
    expect(steadied(drawn, moved)).toBe(moved);
    const grown = { ...drawn, boxes: [{ ...BOX, width: 212, height: 212 }] };
    expect(steadied(drawn, grown)).toBe(grown);
  });

  it('follows at once when faces come or go, another one is judged, or the frame has another size', () => {
    const others = [
      { ...drawn, boxes: [BOX, BOX] },
      { ...drawn, boxes: [], judged: -1 },
      { ...drawn, judged: -1 },
      { ...drawn, frame: { width: 320, height: 480 } },
      { ...drawn, frame: { width: 640, height: 240 } },
    ];
    for (const seen of others) expect(steadied(drawn, seen)).toBe(seen);
    expect(steadied(null, drawn)).toBe(drawn);
    expect(steadied(drawn, null)).toBeNull();
  });
});

describe('mirrored', () => {
  it('is as far from the other edge', () => {
    expect(mirrored(BOX, FRAME)).toEqual({ ...BOX, x: 340 });
    expect(mirrored(mirrored(BOX, FRAME), FRAME)).toEqual(BOX);
  });
});

describe('bracketPath', () => {
  it('draws the corners alone, with arms of the same length on all sides', () => {
    expect(bracketPath({ x: 0, y: 0, width: 100, height: 200 })).toBe('M22 0H0V22M78 0H100V22M22 200H0V178M78 200H100V178');
  });
});

describe('ringAround', () => {
  it('goes around the corners of the face', () => {
    const { x, y, radius } = ringAround(BOX, FRAME);
    expect([x, y]).toEqual([200, 220]);
    expect(radius).toBeGreaterThan(Math.hypot(100, 100));
  });

  it.each([
    ['at the left', { ...BOX, x: -20 }],
    ['at the right edge', { ...BOX, x: 500 }],
    ['at the top', { ...BOX, y: -30 }],
    ['at the bottom', { ...BOX, y: 330 }],
    ['as large as the frame', { x: 0, y: -80, width: 640, height: 640 }],
  ])('stays within the frame around a face %s', (_, box) => {
    const { x, y, radius } = ringAround(box, FRAME);
    expect(Math.min(x - radius, y - radius)).toBeGreaterThanOrEqual(0);
    expect(x + radius).toBeLessThanOrEqual(FRAME.width);
    expect(y + radius).toBeLessThanOrEqual(FRAME.height);
  });

  it('waits in the middle where there is no face', () => {
    expect(ringAround(null, FRAME)).toEqual({ x: 320, y: 240, radius: 144 });
  });
});
