/** What the camera shows in the benchmark: uncompressed, so that no decoder is measured along. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type CameraRecipe, DRAWING, drawScene } from '../camera-file';

const FRAMES_PER_SECOND = 30;
export const FRAME_SIZE = { width: 640, height: 480 } as const;

/**
 * In its upper left corner every frame says in luminance whether a face is in it: so the page sees when a face appears
 * without looking for it.
 */
export const MARKER = { sidePx: 8, withFace: 235, withoutFace: 16 } as const;

/** A scene that is played for so many seconds. */
export interface Shot {
  readonly scene: CameraRecipe;
  readonly seconds: number;
}

const ADA = { photo: 'ada', widthPx: 170 } as const;

export const FILMS = {
  /** A person who holds still. */
  steady: [{ scene: { faces: [ADA], frames: 30 }, seconds: 1 }],
  /** A person who moves about and comes nearer. */
  moving: [{ scene: { faces: [ADA], frames: 60, swayPx: 40, zoomShare: 0.15 }, seconds: 2 }],
  /** An empty room in which nothing changes. */
  empty: [{ scene: { faces: [], frames: 1 }, seconds: 1 }],
  /** An empty room, long enough for the last visitor to be forgotten, then the person, again and again. */
  visits: [
    { scene: { faces: [], frames: 1 }, seconds: 6 },
    { scene: { faces: [ADA], frames: 30 }, seconds: 5 },
  ],
} as const satisfies Record<string, readonly Shot[]>;

/** Path of the film; made once. `page` is any blank page. */
export async function filmFile(page: Page, shots: readonly Shot[], folder: string): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify([shots, MARKER, DRAWING, toI420.toString()])).digest('hex').slice(0, 16);
  const path = join(folder, `${key}.y4m`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  // Whole or not at all: the next run believes what it finds.
  const part = `${path}.${process.pid}.part`;
  const file = await open(part, 'w');
  try {
    await file.write(`YUV4MPEG2 W${FRAME_SIZE.width} H${FRAME_SIZE.height} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
    for (const { scene, seconds } of shots) {
      const frames = await framesOf(page, scene);
      for (let index = 0; index < seconds * FRAMES_PER_SECOND; index += 1) {
        await file.write('FRAME\n');
        await file.write(frames[index % frames.length]!);
      }
    }
  } finally {
    await file.close();
  }
  await rename(part, path);
  return path;
}

async function framesOf(page: Page, scene: CameraRecipe): Promise<Uint8Array[]> {
  const marker = { sidePx: MARKER.sidePx, luma: scene.faces.length > 0 ? MARKER.withFace : MARKER.withoutFace };
  const frames: Uint8Array[] = [];
  for (const jpeg of await drawScene(page, { ...FRAME_SIZE, ...scene })) {
    frames.push(Buffer.from(await page.evaluate(toI420, { jpeg, marker }), 'base64'));
  }
  return frames;
}

/** Runs in the page: the picture as I420 of Rec. 601 with limited range, as cameras send it, in base64. */
async function toI420({ jpeg, marker }: { jpeg: string; marker: { sidePx: number; luma: number } }): Promise<string> {
  const image = new Image();
  image.src = `data:image/jpeg;base64,${jpeg}`;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const planes = new Uint8Array((width * height * 3) / 2);
  const [chromaU, chromaV] = [planes.subarray(width * height), planes.subarray((width * height * 5) / 4)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
      const isMarker = x < marker.sidePx && y < marker.sidePx;
      planes[y * width + x] = isMarker ? marker.luma : 16 + 0.257 * red + 0.504 * green + 0.098 * blue;
      if (x % 2 === 1 || y % 2 === 1) continue;
      const chroma = (y / 2) * (width / 2) + x / 2;
      chromaU[chroma] = 128 - 0.148 * red - 0.291 * green + 0.439 * blue;
      chromaV[chroma] = 128 + 0.439 * red - 0.368 * green - 0.071 * blue;
    }
  }
  let text = '';
  for (let start = 0; start < planes.length; start += 32_768) text += String.fromCharCode(...planes.subarray(start, start + 32_768));
  return btoa(text);
}
