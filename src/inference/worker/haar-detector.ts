/** Finds faces with OpenCV's Haar cascade. */
import type { Mat, OpenCv } from 'lintel:opencv';
import { Fault } from '../../core/fault';
import type { Box } from '../../core/geometry';
import type { GreyImage } from '../../vision/pixels';
import type { DetectorSettings } from '../protocol';
import type { FaceDetector } from './pipeline';

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
  let picture: Mat | null = null;

  /** The Mat of the frame's size, made anew only when the camera's resolution changes. */
  function pictureFor({ width, height }: GreyImage): Mat {
    if (picture?.cols === width && picture.rows === height) return picture;
    picture?.delete();
    picture = new cv.Mat(height, width, cv.CV_8UC1);
    return picture;
  }

  return {
    detect(grey: GreyImage, { scaleFactor, minNeighbors, minFacePx }: DetectorSettings): Box<'frame'>[] {
      const mat = pictureFor(grey);
      mat.data.set(grey.data);
      classifier.detectMultiScale(mat, found, scaleFactor, minNeighbors, 0, new cv.Size(minFacePx, minFacePx));
      return Array.from({ length: found.size() }, (_, index) => {
        const { x, y, width, height } = found.get(index);
        return { x, y, width, height };
      });
    },
  };
}
