/** What Haar is asked to search, and what becomes of what it finds. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/core/geometry';
import { createHaarDetector } from '../../../../src/inference/worker/haar-detector';
import type { FaceDetector } from '../../../../src/inference/worker/pipeline';
import type { DetectorSettings, HaarSearch } from '../../../../src/inference/protocol';
import type { GreyImage } from '../../../../src/vision/pixels';
import { noise } from '../../../support/made-up-assets';
import { wipeKeptPixels } from '../../../../src/inference/worker/kept-pixels';
import { FakeOpenCv } from './fake-opencv';

const SETTINGS: DetectorSettings = { kind: 'haar', scaleFactor: 1.15, minNeighbors: 5, minFacePx: 60 };
const greyOf = (width: number, height: number): GreyImage => ({ width, height, data: noise(width * height, 17), black: 0, gain: 1 });
const GREY = greyOf(640, 480);
const FACE: Box<'frame'> = { x: 200, y: 100, width: 120, height: 120 };
const WHOLE: HaarSearch = { kind: 'whole' };

let openCv: FakeOpenCv;
let detector: FaceDetector;

beforeEach(() => {
  openCv = new FakeOpenCv();
  detector = createHaarDetector(openCv.cv, new Uint8Array(1));
});

const detect = (where: HaarSearch, change: Partial<DetectorSettings> = {}, grey = GREY) => detector.detect(grey, { ...SETTINGS, ...change }, where);
const follow = (boxes: readonly Box<'frame'>[], reach = 1.5, part: number | null = null): HaarSearch => ({ kind: 'follow', boxes, reach, part });

/** Size of the picture, neighbours, smallest and largest face of each search. */
const asked = () => openCv.searches.splice(0).map(({ width, height, neighbours, minPx, maxPx }) => [width, height, neighbours, minPx, maxPx]);

function expectBoxes(boxes: readonly Box<'frame'>[], wanted: readonly Box<'frame'>[]): void {
  expect(boxes).toHaveLength(wanted.length);
  boxes.forEach((box, index) => {
    for (const key of ['x', 'y', 'width', 'height'] as const) expect(box[key]).toBeCloseTo(wanted[index]![key], 6);
  });
}

it('a cascade that OpenCV cannot read is a fault', () => {
  openCv.isReadable = false;
  expect(() => createHaarDetector(openCv.cv, new Uint8Array(1))).toThrow(expect.objectContaining({ code: 'asset-damaged' }));
});

describe('a whole picture', () => {
  it('is searched as it is, for all sizes, with all neighbours', () => {
    detect(WHOLE);
    expect(Buffer.compare(openCv.searches[0]!.bytes, GREY.data)).toBe(0);
    expect(openCv.searches[0]!.scaleFactor).toBe(1.15);
    expect(asked()).toEqual([[640, 480, 5, 60, 0]]);
  });

  it('gives every box as found', () => {
    openCv.answers = [[FACE, { x: 1, y: 2, width: 60, height: 60 }]];
    expect(detect(WHOLE)).toEqual([FACE, { x: 1, y: 2, width: 60, height: 60 }]);
  });
});

describe('a part of the sizes', () => {
  it('is searched in a picture reduced for it, with fewer neighbours', () => {
    for (const part of [0, 1, 2, 3]) detect({ kind: 'scan', part });
    // From 60, 60 · 1.3 / 1.1 and 60 · 2 / 1.1 pixels on, each brought to 30; the last part has no end.
    expect(asked()).toEqual([
      [320, 240, 3, 30, 43],
      [271, 203, 3, 30, 56],
      [176, 132, 3, 30, 0],
      [320, 240, 3, 30, 43],
    ]);
  });

  it('is searched in the picture itself where the smallest face is small', () => {
    detect({ kind: 'scan', part: 0 }, { minFacePx: 24 });
    expect(Buffer.compare(openCv.searches[0]!.bytes, GREY.data)).toBe(0);
    expect(asked()).toEqual([[640, 480, 3, 24, 34]]);
  });

  it('asks for one neighbour at least', () => {
    for (const minNeighbors of [1, 2, 3, 4]) detect({ kind: 'scan', part: 0 }, { minNeighbors });
    expect(asked().map(([, , neighbours]) => neighbours)).toEqual([1, 1, 1, 2]);
  });

  it('gives boxes in pixels of the frame', () => {
    openCv.answers = [[{ x: 50, y: 40, width: 30, height: 30 }]];
    expectBoxes(detect({ kind: 'scan', part: 0 }), [{ x: 100, y: 80, width: 60, height: 60 }]);
    const across = 640 / 271;
    const down = 480 / 203;
    expectBoxes(detect({ kind: 'scan', part: 1 }), [{ x: 50 * across, y: 40 * down, width: 30 * across, height: 30 * down }]);
  });

  it('of a picture of 64 × 48 is searched, for what it is worth', () => {
    for (const part of [0, 1, 2]) expect(detect({ kind: 'scan', part }, { minFacePx: 240 }, greyOf(64, 48))).toEqual([]);
    expect(openCv.searches.every(({ width, height }) => width >= 1 && height >= 1)).toBe(true);
  });
});

describe('the pictures that were searched', () => {
  it('hold nothing once they were wiped', () => {
    for (const part of [0, 1]) detect({ kind: 'scan', part });
    expect(openCv.mats.every(({ data }) => data.some((value) => value !== 0))).toBe(true);
    wipeKeptPixels();
    expect(openCv.mats.flatMap(({ data }) => [...data]).every((value) => value === 0)).toBe(true);
  });
});

describe('a followed face', () => {
  it('is searched in a window that brings it to 48 pixels, a little smaller and larger', () => {
    detect(follow([FACE]));
    detect(follow([FACE], 2));
    expect(asked()).toEqual([
      [72, 72, 3, 36, 65],
      [96, 96, 3, 36, 65],
    ]);
  });

  it('comes back where it is in the frame', () => {
    // The window is 180 pixels around (260, 160), on 72: each of its pixels is 2.5 of the frame.
    openCv.answers = [[{ x: 12, y: 14, width: 48, height: 48 }]];
    expectBoxes(detect(follow([FACE])), [{ x: 170 + 30, y: 70 + 35, width: 120, height: 120 }]);
  });

  it('at the edge of the frame is searched with the edge repeated', () => {
    openCv.answers = [[{ x: 12, y: 12, width: 48, height: 48 }]];
    const corner: Box<'frame'> = { x: -24, y: -24, width: 96, height: 96 };
    expectBoxes(detect(follow([corner])), [corner]);
    // A window of 144 pixels on 72, of which 48 lie beyond the edge.
    const { bytes } = openCv.searches[0]!;
    expect(new Set([0, 1, 5, 20].map((at) => bytes[at * 73]))).toEqual(new Set([GREY.data[0]]));
  });

  it('is the box that overlaps the last one most, wherever it is listed', () => {
    const [near, far] = [{ x: 13, y: 12, width: 48, height: 48 }, { x: 0, y: 0, width: 36, height: 36 }];
    for (const both of [[near, far], [far, near]]) {
      openCv.answers = [both];
      expectBoxes(detect(follow([FACE])), [{ ...FACE, x: FACE.x + 2.5 }]);
    }
  });

  it('that is not found is left out, and nobody is found where nobody is followed', () => {
    expect(detect(follow([FACE]))).toEqual([]);
    openCv.searches.length = 0;
    expect(detect(follow([]))).toEqual([]);
    expect(openCv.searches).toEqual([]);
  });

  it('is listed in the order in which it was followed', () => {
    openCv.answers = [[{ x: 12, y: 12, width: 48, height: 48 }]];
    const other = { x: 400, y: 300, width: 60, height: 60 };
    expectBoxes(detect(follow([FACE, other])), [FACE, other]);
    expectBoxes(detect(follow([other, FACE])), [other, FACE]);
  });

  it('is listed once where two windows find it', () => {
    openCv.answers = [[{ x: 12, y: 12, width: 48, height: 48 }]];
    const beside = { ...FACE, x: FACE.x + 40 };
    expectBoxes(detect(follow([FACE, beside])), [FACE]);
    expectBoxes(detect(follow([FACE, { ...FACE, x: FACE.x + 90 }])), [FACE, { ...FACE, x: FACE.x + 90 }]);
  });
});

describe('newcomers', () => {
  it('are searched everywhere after the windows, in the part that is asked for', () => {
    detect(follow([FACE], 1.5, 2));
    expect(asked()).toEqual([
      [72, 72, 3, 36, 65],
      [176, 132, 3, 30, 0],
    ]);
  });

  it('are whoever is not followed already', () => {
    openCv.answers = [[{ x: 12, y: 12, width: 48, height: 48 }], [{ x: 102, y: 51, width: 60, height: 60 }, { x: 250, y: 10, width: 40, height: 40 }]];
    expectBoxes(detect(follow([FACE], 1.5, 0)), [FACE, { x: 500, y: 20, width: 80, height: 80 }]);
  });
});

describe('the pictures', () => {
  const everything = (grey = GREY): void => {
    detect(WHOLE, {}, grey);
    for (const part of [0, 1, 2]) detect({ kind: 'scan', part }, {}, grey);
    for (const reach of [1.5, 2]) detect(follow([FACE], reach), {}, grey);
  };

  it('are used again: one for each size, however many frames there are', () => {
    for (let frame = 0; frame < 5; frame += 1) everything();
    expect(openCv.mats).toHaveLength(6);
    expect(openCv.mats.some(({ isDeleted }) => isDeleted)).toBe(false);
  });

  it('are deleted when others are needed, so that few are there at any time', () => {
    for (const [width, height] of [[640, 480], [1280, 720], [320, 240], [800, 600]] as const) {
      everything(greyOf(width, height));
      expect(openCv.mats.filter(({ isDeleted }) => !isDeleted).length).toBeLessThanOrEqual(6);
    }
    everything();
    expect(openCv.searches.at(-1)).toMatchObject({ width: 96, height: 96 });
  });
});
