/** The production worker gives the reference's boxes, points and embeddings for the same photographs. */
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { photoBytes } from '../support/camera-file';
import { expect, test } from '../support/fixtures';
import { assetPlaces, CACHE_DIR, readManifest, ROOT } from '../../src/tools/project';
import { isInPlace } from '../../src/tools/assets/ensure-asset';
import { assetById } from '../../src/core/manifest';
import { RECOGNITION_MODELS, type RecognitionModelId } from '../../src/core/model';
import type { VisionReply } from '../../src/inference/protocol';
import { TEST_DIST, TEST_MODEL } from '../support/project';
import { startServer } from '../support/server';

interface Golden {
  file: string;
  box: [number, number, number, number];
  points: [number, number][];
  norm128: number;
  norm512: number;
  embedding128: number[];
  embedding512: number[];
}

/** Tolerances, declared once. Measured at writing: cosine ≥ 0.9997, equal boxes, points within 0.3 px. */
const TOLERANCE = { minCosine: 0.985, minOverlap: 0.85, maxPointPx: 2, maxLengthShare: 0.02 } as const;

/** The reference finds a false box in this one: its embedding is too short, and the gate must refuse it. */
const FALSE_BOX = 'sample5.jpg';

const { items } = JSON.parse(readFileSync(join(ROOT, 'tests/golden/npm-samples.json'), 'utf8')) as { items: Golden[] };

const REFERENCE = {
  'mobilefacenet-128': ({ norm128, embedding128 }: Golden) => ({ length: norm128, embedding: embedding128 }),
  'mobilefacenet-512': ({ norm512, embedding512 }: Golden) => ({ length: norm512, embedding: embedding512 }),
} satisfies Record<RecognitionModelId, unknown>;

for (const model of RECOGNITION_MODELS) {
  test(`boxes, points and embeddings equal the reference, ${model}`, async ({ open }) => {
    const dist = await buildWith(model);
    test.skip(dist === null, `${model} is not in public/models: "npm run assets -- --model ${model}" fetches it`);
    const server = await startServer(dist!);
    try {
      const { page } = await open(null, { url: server.url, blocksServiceWorker: true });
      const worker = (await readdir(join(TEST_DIST, 'workers'))).find((file) => file.startsWith('vision-worker'))!;
      await page.evaluate(startWorker, `/workers/${worker}`);
      for (const golden of items) {
        await test.step(golden.file, async () => {
          const { outcome } = await page.evaluate(analysePhoto, photoBytes(golden.file).toString('base64'));
          expectEqual(outcome, golden, REFERENCE[model](golden));
        });
      }
    } finally {
      await server.stop();
    }
  });
}

/** The tests' build with this model installed; null where the model is not on this machine. */
async function buildWith(model: RecognitionModelId): Promise<string | null> {
  if (model === TEST_MODEL) return TEST_DIST;
  const asset = assetById(readManifest(), model);
  if (!(await isInPlace(asset, assetPlaces()))) return null;
  const dist = join(CACHE_DIR, `test-${model}`);
  await rm(dist, { recursive: true, force: true });
  await cp(TEST_DIST, dist, { recursive: true });
  if (!existsSync(join(dist, asset.file))) await copyFile(join(ROOT, 'public', asset.file), join(dist, asset.file));
  await writeFile(join(dist, 'models/installed.json'), JSON.stringify({ recognition: model }));
  return dist;
}

function expectEqual(outcome: PhotoOutcome, golden: Golden, reference: { length: number; embedding: number[] }): void {
  expect(Math.abs(outcome.embeddingLength / reference.length - 1)).toBeLessThan(TOLERANCE.maxLengthShare);
  if (golden.file === FALSE_BOX) {
    expect(outcome.kind).toBe('rejected');
    return;
  }
  expect(outcome.kind).toBe('embedded');
  const cosine = reference.embedding.reduce((sum, value, index) => sum + value * outcome.embedding![index]!, 0);
  expect(cosine).toBeGreaterThanOrEqual(TOLERANCE.minCosine);
  expect(overlap(outcome.box!, golden.box)).toBeGreaterThanOrEqual(TOLERANCE.minOverlap);
  outcome.points!.forEach(({ x, y }, index) => {
    const [goldenX, goldenY] = golden.points[index]!;
    expect(Math.hypot(x - goldenX, y - goldenY)).toBeLessThanOrEqual(TOLERANCE.maxPointPx);
  });
}

function overlap(box: { x: number; y: number; width: number; height: number }, [x, y, width, height]: Golden['box']): number {
  const across = Math.min(box.x + box.width, x + width) - Math.max(box.x, x);
  const down = Math.min(box.y + box.height, y + height) - Math.max(box.y, y);
  const shared = Math.max(0, across) * Math.max(0, down);
  return shared / (box.width * box.height + width * height - shared);
}

type GoldenWindow = Window & { goldenWorker?: Worker };

/** Runs in the page: starts the production worker and waits until it is ready. */
async function startWorker(url: string): Promise<void> {
  const worker = new Worker(url, { type: 'module' });
  (window as GoldenWindow).goldenWorker = worker;
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<VisionReply>) => {
      if (data.kind === 'ready') resolve();
      if (data.kind === 'fault') reject(new Error(JSON.stringify(data.fault)));
    };
    worker.postMessage({ kind: 'load', id: 1 });
  });
}

interface PhotoOutcome {
  kind: string;
  box?: { x: number; y: number; width: number; height: number };
  points?: { x: number; y: number }[];
  embedding?: number[];
  embeddingLength: number;
}

/** Runs in the page: one photograph through the production worker, searched as the reference searched. */
async function analysePhoto(base64: string): Promise<{ outcome: PhotoOutcome }> {
  const worker = (window as GoldenWindow).goldenWorker!;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const frame = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<VisionReply>) => {
      if (data.kind !== 'outcome') {
        reject(new Error(JSON.stringify(data)));
        return;
      }
      const outcome = data.outcome as unknown as PhotoOutcome & { embedding?: Float32Array };
      resolve({ outcome: { ...outcome, ...(outcome.embedding === undefined ? {} : { embedding: [...outcome.embedding] }) } });
    };
    const detector = { scaleFactor: 1.1, minNeighbors: 5, minFacePx: 30 };
    worker.postMessage({ kind: 'frame', id: 2, task: 'embed', frame, detector }, [frame]);
  });
}
