/** Finds faces with OpenCV's Haar cascade. */
import type { Mat, OpenCv } from 'lintel:opencv';
import { assertNever } from '../../core/assert';
import { Fault } from '../../core/fault';
import { type Box, centreOf, overlapOf, squareAround } from '../../core/geometry';
import type { GreyImage } from '../../vision/pixels';
import { createGreyResizer } from '../../vision/resize-grey';
import { scanPart } from '../../vision/scan-parts';
import type { DetectorSettings, HaarSearch } from '../protocol';
import { wipedWhenOff } from './kept-pixels';
import type { FaceDetector } from './pipeline';

/**
 * A face that is followed is searched at this width, in pixels, within these limits of its last size. Of 100 faces, all
 * were found again at 48 and 88 at 40; 60 took five times as long.
 */
const FOLLOWED = { facePx: 48, minSize: 0.75, maxSize: 1.35 } as const;

/** A reduced picture gives a face fewer hits, so that many fewer of them make one. */
const FEWER_NEIGHBOURS = 2;

/** From this overlap on, what is found elsewhere in the picture is a face that is followed already. */
const SAME_FACE = 0.3;

/** Pictures that are kept: of each part of a scan, of a window of either reach, and of a whole frame. */
const MAX_PICTURES = 6;

/** Sizes in pixels of the searched picture; a `maxPx` of 0 means any. */
interface Sizes {
  readonly minPx: number;
  readonly maxPx: number;
}

/**
 * A detector from the bytes of a cascade file.
 * @throws Fault `asset-damaged` when OpenCV cannot read the cascade.
 */
export function createHaarDetector(cv: OpenCv, cascade: Uint8Array): FaceDetector {
  const path = 'frontalface.xml';
  cv.FS_createDataFile('/', path, cascade, true, false, false);
  const classifier = new cv.CascadeClassifier();
  if (!classifier.load(path)) throw new Fault('asset-damaged', 'cascades/haarcascade_frontalface_default.xml');
  const found = new cv.RectVector();
  const resize = createGreyResizer();
  /** One picture for each size that is searched: those of the camera's resolution, and the window. */
  const pictures = new Map<string, Mat>();
  wipedWhenOff(() => {
    for (const mat of pictures.values()) mat.data.fill(0);
  });

  function pictureFor(width: number, height: number): Mat {
    const key = `${width} × ${height}`;
    const present = pictures.get(key);
    if (present !== undefined) return present;
    // Another resolution or another smallest face: the pictures so far are not needed any more.
    if (pictures.size >= MAX_PICTURES) {
      for (const mat of pictures.values()) mat.delete();
      pictures.clear();
    }
    const mat = new cv.Mat(height, width, cv.CV_8UC1);
    pictures.set(key, mat);
    return mat;
  }

  function search(mat: Mat, { scaleFactor }: DetectorSettings, neighbours: number, { minPx, maxPx }: Sizes): Box<'frame'>[] {
    classifier.detectMultiScale(mat, found, scaleFactor, neighbours, 0, new cv.Size(minPx, minPx), new cv.Size(maxPx, maxPx));
    return Array.from({ length: found.size() }, (_, index) => {
      const { x, y, width, height } = found.get(index);
      return { x, y, width, height };
    });
  }

  function searchWhole(grey: GreyImage, settings: DetectorSettings): Box<'frame'>[] {
    const mat = pictureFor(grey.width, grey.height);
    mat.data.set(grey.data);
    return search(mat, settings, settings.minNeighbors, { minPx: settings.minFacePx, maxPx: 0 });
  }

  /** Searches a part of the frame at another size. */
  function searchResized(grey: GreyImage, part: Box<'frame'>, width: number, height: number, settings: DetectorSettings, sizes: Sizes): Box<'frame'>[] {
    const mat = pictureFor(width, height);
    resize(grey, part, width, height, mat.data);
    const across = part.width / width;
    const down = part.height / height;
    return search(mat, settings, Math.max(1, settings.minNeighbors - FEWER_NEIGHBOURS), sizes).map((box) => ({
      x: part.x + box.x * across,
      y: part.y + box.y * down,
      width: box.width * across,
      height: box.height * down,
    }));
  }

  function searchPart(grey: GreyImage, settings: DetectorSettings, number: number): Box<'frame'>[] {
    const { minFacePx, maxFacePx, reduction } = scanPart(number, settings.minFacePx);
    const sizes = { minPx: Math.round(minFacePx / reduction), maxPx: Number.isFinite(maxFacePx) ? Math.round(maxFacePx / reduction) : 0 };
    const whole = { x: 0, y: 0, width: grey.width, height: grey.height };
    return searchResized(grey, whole, Math.round(grey.width / reduction), Math.round(grey.height / reduction), settings, sizes);
  }

  function searchAround(grey: GreyImage, settings: DetectorSettings, last: Box<'frame'>, reach: number): Box<'frame'> | null {
    const side = Math.round(FOLLOWED.facePx * reach);
    const sizes = { minPx: Math.round(FOLLOWED.facePx * FOLLOWED.minSize), maxPx: Math.round(FOLLOWED.facePx * FOLLOWED.maxSize) };
    const boxes = searchResized(grey, squareAround(centreOf(last), last.width * reach), side, side, settings, sizes);
    return boxes.reduce<Box<'frame'> | null>((best, box) => (best === null || overlapOf(box, last) > overlapOf(best, last) ? box : best), null);
  }

  return {
    detect(grey: GreyImage, settings: DetectorSettings, where: HaarSearch): Box<'frame'>[] {
      switch (where.kind) {
        case 'whole':
          return searchWhole(grey, settings);
        case 'scan':
          return searchPart(grey, settings, where.part);
        case 'follow': {
          const followed: Box<'frame'>[] = [];
          const add = (box: Box<'frame'> | null): void => {
            if (box !== null && followed.every((other) => overlapOf(other, box) < SAME_FACE)) followed.push(box);
          };
          for (const box of where.boxes) add(searchAround(grey, settings, box, where.reach));
          if (where.part !== null) searchPart(grey, settings, where.part).forEach(add);
          return followed;
        }
        default:
          return assertNever(where);
      }
    },
  };
}
