/** When a face is also embedded in the predecessor's way. */
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../src/core/geometry';
import { analyseFrame, type FaceDetector, type FrameInput, type Pipeline } from '../../../../src/inference/worker/pipeline';
import type { FrameOutcome, HaarSearch } from '../../../../src/inference/protocol';
import { SceneWatch } from '../../../../src/inference/worker/scene-watch';
import { emptyFace } from '../../../../src/vision/align';
import { stretchFace } from '../../../../src/vision/legacy-face';
import { MIN_LENGTH, ORIGIN, PIXELS, SETTINGS, STRAIGHT } from './made-up-parts';

const FACE: Box<'frame'> = { x: 110, y: 70, width: 100, height: 100 };

/** Faces that were stretched and embedded. */
let stretched: Float32Array[];
/** Where Haar was asked to look. */
let searches: HaarSearch[];

async function analyse(change: Partial<FrameInput>, { haar = [FACE], raw = Float32Array.of(0, 5) } = {}): Promise<FrameOutcome & { legacyEmbedding?: Float32Array }> {
  stretched = [];
  searches = [];
  const detect: FaceDetector['detect'] = (_grey, _settings, where) => {
    searches.push(where);
    return haar;
  };
  const pipeline: Pipeline = {
    haar: { isSettled: () => true, get: () => Promise.resolve({ detect }) },
    exactDetector: { detect: () => Promise.resolve([FACE]) },
    landmarker: { side: 64, locate: () => Promise.resolve(STRAIGHT) },
    aligned: emptyFace(),
    scene: new SceneWatch(),
    eyes: { side: 24, closedness: () => Promise.resolve(0) },
    liveness: { read: () => Promise.resolve(1) },
    findPattern: () => 0,
    embedder: {
      origin: ORIGIN,
      minLength: MIN_LENGTH,
      embed: () => Promise.resolve(Float32Array.of(30, 40)),
      embedLegacy: (face) => {
        stretched.push(face);
        return Promise.resolve(raw);
      },
    },
  };
  return analyseFrame(pipeline, { pixels: PIXELS, task: 'embed', settings: SETTINGS, wantsLegacy: true, ...change }, async (_, run) => run());
}

describe('the legacy embedding', () => {
  it.each(['haar', 'ultralight'] as const)('is of the box that Haar found, at unit length (%s)', async (kind) => {
    const { legacyEmbedding } = await analyse({ settings: { ...SETTINGS, kind } });
    expect([...legacyEmbedding!]).toEqual([0, 1]);
    expect(stretched).toEqual([stretchFace(PIXELS, FACE)]);
  });

  it('is of a box from the whole picture, though the face was followed: its templates were made of such', async () => {
    await analyse({ settings: { ...SETTINGS, kind: 'haar' }, search: { kind: 'follow', boxes: [FACE], reach: 1.5, part: null } });
    expect(searches.map(({ kind }) => kind)).toEqual(['follow', 'whole']);
    expect(stretched).toHaveLength(1);
  });

  it('is made only when it is wanted, and of a face that is embedded', async () => {
    for (const change of [{ wantsLegacy: false }, { task: 'pose' }] as const) {
      expect(await analyse(change)).not.toHaveProperty('legacyEmbedding');
      expect(stretched).toEqual([]);
    }
  });

  it('is absent where Haar does not find the face, or the network says nothing', async () => {
    expect(await analyse({}, { haar: [{ x: 0, y: 0, width: 30, height: 30 }] })).not.toHaveProperty('legacyEmbedding');
    for (const raw of [new Float32Array(2), new Float32Array(2).fill(Number.NaN)]) {
      expect(await analyse({}, { raw })).not.toHaveProperty('legacyEmbedding');
    }
  });
});
