/** Makes camera files for Chromium's fake camera out of the photographs of an installed npm package. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { CACHE_DIR } from './project';

const CAMERA_DIR = join(CACHE_DIR, 'camera');

/** At which Chromium plays an .mjpeg file. */
const FRAMES_PER_SECOND = 30;

/**
 * The photographs, with the face that each one is used for: middle and width in pixels of the photograph, and how far
 * the cut reaches to both sides, in widths of the face, so that nobody else is in it.
 */
export const PHOTOS = {
  ada: { file: 'sample1.jpg', x: 487, y: 486, width: 242, reach: 1 },
  ben: { file: 'sample2.jpg', x: 1527, y: 287, width: 246, reach: 1 },
  cleo: { file: 'sample3.jpg', x: 1172, y: 366, width: 315, reach: 0.85 },
  dan: { file: 'sample4.jpg', x: 1048, y: 313, width: 241, reach: 0.75 },
} as const;

export type PhotoName = keyof typeof PHOTOS;

/** One face in the picture. */
export interface FaceRecipe {
  readonly photo: PhotoName;
  /** Width of the face in the frame. */
  readonly widthPx: number;
  /** Middle of the face in the frame, as fractions. */
  readonly at?: readonly [number, number];
  readonly tiltDegrees?: number;
  /** 1 leaves it as it is. */
  readonly brightness?: number;
  readonly contrast?: number;
}

/** What the camera sees. */
export interface CameraRecipe {
  readonly width?: number;
  readonly height?: number;
  /** None: an empty room. Two: side by side, each clipped to its half. */
  readonly faces: readonly FaceRecipe[];
  /** How far the picture sways, in pixels. */
  readonly swayPx?: number;
  /** By how much the faces grow and shrink meanwhile, as a share of their width. */
  readonly zoomShare?: number;
  readonly frames?: number;
}

/** Path of the camera file for a recipe; made once. `page` is any blank page. */
export async function cameraFile(page: Page, recipe: CameraRecipe): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify([recipe, DRAWING])).digest('hex').slice(0, 16);
  const path = join(CAMERA_DIR, `${key}.mjpeg`);
  if (existsSync(path)) return path;
  const frames = await drawScene(page, recipe);
  save(path, frames.map((frame) => Buffer.from(frame, 'base64')));
  return path;
}

/** How scenes are drawn: a film that was drawn otherwise is another film. */
export const DRAWING = drawFrames.toString();

/** The frames of a scene as JPEGs in base64; `page` is any blank page. */
export function drawScene(page: Page, recipe: CameraRecipe): Promise<string[]> {
  return page.evaluate(drawFrames, {
    width: recipe.width ?? 640,
    height: recipe.height ?? 480,
    swayPx: recipe.swayPx ?? 2,
    zoomShare: recipe.zoomShare ?? 0,
    count: recipe.frames ?? FRAMES_PER_SECOND,
    faces: recipe.faces.map((face) => ({ ...face, ...PHOTOS[face.photo], url: photoUrl(PHOTOS[face.photo].file) })),
  });
}

/** One scene of a film, and for how many seconds at Chromium's 30 frames each. */
export interface Shot {
  readonly scene: CameraRecipe;
  readonly seconds: number;
}

/** Path of a camera file that shows one scene after the other, in a loop; made once. */
export async function cameraFilm(page: Page, shots: readonly Shot[]): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify([shots, DRAWING])).digest('hex').slice(0, 16);
  const path = join(CAMERA_DIR, `film-${key}.mjpeg`);
  if (existsSync(path)) return path;
  const seconds: Buffer[] = [];
  for (const shot of shots) {
    const second = readFileSync(await cameraFile(page, { ...shot.scene, frames: FRAMES_PER_SECOND }));
    for (let count = 0; count < shot.seconds; count += 1) seconds.push(second);
  }
  save(path, seconds);
  return path;
}

/** Whole or not at all: another test may be about to read it. */
function save(path: string, parts: readonly Uint8Array[]): void {
  mkdirSync(CAMERA_DIR, { recursive: true });
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, Buffer.concat(parts));
  renameSync(part, path);
}

/** A photograph of the package as bytes. */
export function photoBytes(file: string): Buffer {
  const folder = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
  return readFileSync(join(folder, 'demo', file));
}

function photoUrl(file: string): string {
  return `data:image/jpeg;base64,${photoBytes(file).toString('base64')}`;
}

interface Scene {
  width: number;
  height: number;
  swayPx: number;
  zoomShare: number;
  count: number;
  faces: (FaceRecipe & { url: string; x: number; y: number; width: number; reach: number })[];
}

/** Runs in the page: draws every frame and returns it as JPEG in base64. */
async function drawFrames({ width, height, swayPx, zoomShare, count, faces }: Scene): Promise<string[]> {
  const images = await Promise.all(
    faces.map(async ({ url }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image;
    }),
  );
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d')!;
  const frames: string[] = [];
  for (let frame = 0; frame < count; frame += 1) {
    const phase = (2 * Math.PI * frame) / count;
    context.filter = 'none';
    context.fillStyle = '#8a8d90';
    context.fillRect(0, 0, width, height);
    faces.forEach((face, index) => {
      const [left, share] = [(index * width) / faces.length, width / faces.length];
      const [atX, atY] = face.at ?? [(index + 0.5) / faces.length, 0.5];
      const scale = (face.widthPx / face.width) * (1 + zoomShare * Math.sin(2 * phase));
      context.save();
      context.beginPath();
      context.rect(left, 0, share, height);
      context.clip();
      context.filter = `brightness(${face.brightness ?? 1}) contrast(${face.contrast ?? 1})`;
      context.translate(atX * width + swayPx * Math.sin(phase), atY * height + swayPx * Math.cos(phase));
      context.rotate(((face.tiltDegrees ?? 0) * Math.PI) / 180);
      context.scale(scale, scale);
      const reach = face.reach * face.width;
      context.beginPath();
      context.rect(-reach, -1.2 * face.width, 2 * reach, 3 * face.width);
      context.clip();
      context.drawImage(images[index]!, -face.x, -face.y);
      context.restore();
    });
    frames.push(canvas.toDataURL('image/jpeg', 0.92).split(',')[1]!);
  }
  return frames;
}
