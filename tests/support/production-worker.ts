/** The production worker alone in a page, asked for one picture at a time. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TrustedTypePolicyFactory } from 'trusted-types/lib';
import type { FrameDetector } from '../../src/core/detector';
import type { LivenessReading } from '../../src/core/liveness';
import type { VisionReply } from '../../src/inference/protocol';
import { TEST_DIST } from './project';

/** An outcome as it comes out of the page. */
export interface PhotoOutcome {
  kind: string;
  box?: { x: number; y: number; width: number; height: number };
  points?: { x: number; y: number }[];
  embedding?: number[];
  legacyEmbedding?: number[];
  liveness?: LivenessReading;
  embeddingLength: number;
}

/** How a picture is looked at. */
export interface PhotoWishes {
  /** A JPEG file in base64. */
  photo: string;
  kind: FrameDetector;
  wantsLegacy?: boolean;
  wantsLiveness?: boolean;
}

/** Starts the worker in a page of Lintel's origin where no app is, and waits until it is ready. */
export async function startWorker(page: Page): Promise<void> {
  const file = (await readdir(join(TEST_DIST, 'workers'))).find((name) => name.startsWith('vision-worker'))!;
  await page.evaluate(startInPage, `/workers/${file}`);
}

/** One photograph through the worker of this page. */
export function analysePhoto(page: Page, wishes: PhotoWishes): Promise<PhotoOutcome> {
  return page.evaluate(analyseInPage, wishes);
}

type WorkerWindow = Window & { visionWorker?: Worker };

/** Runs in the page. */
async function startInPage(url: string): Promise<void> {
  // The headers demand a policy of this name, which the app would have made.
  const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypePolicyFactory };
  const policy = trustedTypes.createPolicy('lintel', { createScriptURL: (asked: string) => asked });
  const worker = new Worker(policy.createScriptURL(url) as unknown as string, { type: 'module' });
  (window as WorkerWindow).visionWorker = worker;
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<VisionReply>) => {
      if (data.kind === 'ready') resolve();
      if (data.kind === 'fault') reject(new Error(JSON.stringify(data.fault)));
    };
    worker.postMessage({ kind: 'load', id: 1 });
  });
}

/** Runs in the page. */
async function analyseInPage({ photo, kind, wantsLegacy = false, wantsLiveness = false }: PhotoWishes): Promise<PhotoOutcome> {
  const worker = (window as WorkerWindow).visionWorker!;
  const bytes = Uint8Array.from(atob(photo), (character) => character.charCodeAt(0));
  const frame = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<VisionReply>) => {
      if (data.kind !== 'outcome') {
        reject(new Error(JSON.stringify(data)));
        return;
      }
      const outcome = data.outcome as unknown as PhotoOutcome & { embedding?: Float32Array; legacyEmbedding?: Float32Array };
      const { embedding, legacyEmbedding, ...rest } = outcome;
      resolve({
        ...rest,
        ...(embedding === undefined ? {} : { embedding: [...embedding] }),
        ...(legacyEmbedding === undefined ? {} : { legacyEmbedding: [...legacyEmbedding] }),
      });
    };
    const detector = { kind, scaleFactor: 1.1, minNeighbors: 5, minFacePx: 30 };
    worker.postMessage({ kind: 'frame', id: 2, task: 'embed', frame, detector, wantsLegacy, wantsLiveness }, [frame]);
  });
}
