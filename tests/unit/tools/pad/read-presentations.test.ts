/** Every presentation becomes readings, or a reason why not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PASSIVE } from '../../../../src/decision/liveness/limits';
import type { PhotoReply } from '../../../../src/tools/eval/worker-reply';
import type { Presentation } from '../../../../src/tools/pad/presentations';
import { type PadBench, readPresentations } from '../../../../src/tools/pad/read-presentations';
import { temporaryFolder } from '../../../support/temporary-folder';

const live = (network: number): PhotoReply => ({ kind: 'outcome', timings: { liveness: 5 }, outcome: { kind: 'embedded', embedding: [1], liveness: { network, patternDb: 8 } } });
const NOBODY: PhotoReply = { kind: 'outcome', timings: {}, outcome: { kind: 'no-face' } };
const FAULT: PhotoReply = { kind: 'fault', fault: { code: 'asset-missing', detail: 'models/liveness.onnx' } };

const DETECTOR = { kind: 'ultralight', scaleFactor: 1.1, minNeighbors: 5, minFacePx: 30 } as const;
const HOW = { detector: DETECTOR, follow: null };

class FakeBench implements PadBench {
  readonly wishes: object[] = [];
  readonly steps: object[] = [];

  constructor(
    readonly photo: PhotoReply,
    readonly film: PhotoReply[] = [],
  ) {}

  start(): Promise<null> {
    return Promise.resolve(null);
  }

  analyse(_slot: number, _photo: Uint8Array, _maxSidePx: number, wishes: object): Promise<PhotoReply> {
    this.wishes.push(wishes);
    return Promise.resolve(this.photo);
  }

  analyseFilm(_slot: number, _film: Uint8Array, _maxSidePx: number, wishes: object, _follow: object | null, steps: object): Promise<PhotoReply[]> {
    this.wishes.push(wishes);
    this.steps.push(steps);
    return Promise.resolve(this.film);
  }
}

/** Reads one file of this medium. */
async function read(bench: FakeBench, medium: Presentation['medium'], content: Uint8Array | string | null = 'x') {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'print'));
  if (content !== null) writeFileSync(join(dir, 'print/a'), content);
  let done = 0;
  const { presentations, timings } = await readPresentations(bench, dir, [{ file: 'print/a', attack: 'print', medium }], HOW, () => (done += 1));
  expect(done).toBe(1);
  return { ...presentations[0]!, timings };
}

describe('a photograph', () => {
  it('is asked for its liveness, and its one reading counts as often as needed', async () => {
    const bench = new FakeBench(live(0.4));
    const { readings, reason, attack, timings } = await read(bench, 'photograph');
    expect(readings.map(({ network }) => network)).toEqual(new Array(PASSIVE.minReadings).fill(0.4));
    expect([reason, attack, timings.length]).toEqual([null, 'print', 1]);
    expect(bench.wishes).toEqual([{ detector: DETECTOR, wantsLiveness: true }]);
  });

  it.each<[PhotoReply, string]>([
    [NOBODY, 'no face found'],
    [{ kind: 'unreadable' }, 'the picture cannot be read'],
    [{ kind: 'outcome', timings: {}, outcome: { kind: 'embedded', embedding: [1], origin: { pipeline: 'p' } } }, 'its liveness was not read'],
  ])('of %j has no reading', async (reply, wanted) => {
    expect(await read(new FakeBench(reply), 'photograph')).toMatchObject({ readings: [], reason: wanted });
  });

  it('that is gone is said to be', async () => {
    expect(await read(new FakeBench(live(1)), 'photograph', null)).toMatchObject({ readings: [], reason: 'the picture cannot be read' });
  });
});

describe('a film', () => {
  it('has a reading for each picture with a face, five a second', async () => {
    const bench = new FakeBench(NOBODY, [live(0.1), NOBODY, live(0.2), live(0.3)]);
    const { readings, reason } = await read(bench, 'film');
    expect([readings.map(({ network }) => network), reason]).toEqual([[0.1, 0.2, 0.3], null]);
    expect(bench.steps).toEqual([{ stepSeconds: 0.2, maxPictures: 50 }]);
  });

  it('with too few faces says how many there were', async () => {
    const { reason, readings } = await read(new FakeBench(NOBODY, [live(0.1), NOBODY]), 'film');
    expect(reason).toBe(`a face in 1 of 2 pictures, and ${PASSIVE.minReadings} are needed`);
    expect(readings).toHaveLength(1);
  });

  it('of JPEGs is taken apart first', async () => {
    const jpeg = Buffer.of(0xff, 0xd8, 0xff, 1, 0xff, 0xd9);
    expect((await read(new FakeBench(live(0.9)), 'mjpeg', Buffer.concat(new Array(19).fill(jpeg)))).readings).toHaveLength(4);
    expect(await read(new FakeBench(live(0.9)), 'mjpeg', 'no film')).toMatchObject({ readings: [], reason: 'there is no picture in it' });
  });
});

it('a worker that fails ends it, with the file that is to blame', async () => {
  await expect(read(new FakeBench(FAULT), 'photograph')).rejects.toThrow('The vision worker failed (asset-missing: models/liveness.onnx)');
});
