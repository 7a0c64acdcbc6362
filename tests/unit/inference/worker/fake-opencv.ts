/** Stands in for OpenCV.js: finds the boxes it is told to, and remembers which pictures it searched. */
import type { CascadeClassifier, Mat, OpenCv, Rect, RectVector } from 'lintel:opencv';

/** One search. */
export interface Search {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  readonly scaleFactor: number;
  readonly neighbours: number;
  readonly minPx: number;
  readonly maxPx: number;
}

class FakeMat implements Mat {
  isDeleted = false;
  readonly data: Uint8Array;

  constructor(
    readonly rows: number,
    readonly cols: number,
  ) {
    this.data = new Uint8Array(rows * cols);
  }

  delete(): void {
    if (this.isDeleted) throw new Error('Deleted twice.');
    this.isDeleted = true;
  }
}

export class FakeOpenCv {
  readonly mats: FakeMat[] = [];
  readonly searches: Search[] = [];
  /** What each search finds, in pixels of its picture; the last answer goes on. */
  answers: (readonly Rect[])[] = [[]];
  isReadable = true;

  get cv(): OpenCv {
    const { mats, searches } = this;
    const nextAnswer = (): readonly Rect[] => (this.answers.length > 1 ? this.answers.shift()! : this.answers[0]!);
    const isReadable = (): boolean => this.isReadable;
    const found: Rect[] = [];
    return {
      CV_8UC1: 0,
      Mat: class extends FakeMat {
        constructor(rows: number, cols: number) {
          super(rows, cols);
          mats.push(this);
        }
      },
      RectVector: class implements RectVector {
        size = (): number => found.length;
        get = (index: number): Rect => found[index]!;
        delete = (): void => {};
      },
      CascadeClassifier: class implements CascadeClassifier {
        load = isReadable;
        empty = (): boolean => false;
        delete = (): void => {};
        detectMultiScale(image: Mat, _: RectVector, scaleFactor: number, neighbours: number, _flags: number, min: { width: number }, max: { width: number }): void {
          if (mats.some((mat) => mat === image && mat.isDeleted)) throw new Error('The picture is deleted.');
          searches.push({ width: image.cols, height: image.rows, bytes: image.data.slice(), scaleFactor, neighbours, minPx: min.width, maxPx: max.width });
          found.splice(0, found.length, ...nextAnswer());
        }
      },
      Size: class {
        constructor(
          readonly width: number,
          readonly height: number,
        ) {}
      },
      FS_createDataFile: () => {},
    };
  }
}
