/** `npm run eval:pad`: photographs and films through the production worker in real Chromium, to figures and a file. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { drawScene, PHOTOS, type PhotoName, photoBytes } from '../../src/tools/camera-file';
import { parsePadOptions } from '../../src/tools/pad/options';
import type { PadReport } from '../../src/tools/pad/report';
import { runPad } from '../../src/tools/pad/run-pad';
import { launch, newProfile } from '../support/browser';
import { drawAttack } from '../support/made-up-attacks';
import { TEST_DIST } from '../support/project';

/** Pictures of one second. */
const FRAMES_PER_SECOND = 30;

let folder = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lintel-test-'));
  const { profile, remove } = await newProfile();
  const context = await launch({ profile, camera: null });
  try {
    const page = await context.newPage();
    for (const name of ['ada', 'ben', 'cleo', 'dan'] as const) {
      write(`live/${name}.jpg`, photoBytes(PHOTOS[name].file));
      write(`spoof/print/${name}.jpg`, await attackOn(page, name, 'print'));
      write(`spoof/screen/${name}.jpg`, await attackOn(page, name, 'screen'));
    }
    const second = await drawScene(page, { faces: [{ photo: 'ada', widthPx: 150 }], frames: FRAMES_PER_SECOND });
    write('spoof/film/ada.mjpeg', Buffer.concat(second.map((frame) => Buffer.from(frame, 'base64'))));
    write('spoof/film/ada.webm', Buffer.from(await page.evaluate(recordInPage, second), 'base64'));
    write('spoof/film/cut.webm', 'not a film');
    write('live/none.jpg', 'not a picture');
    write('nobody/print/empty.png', EMPTY_ROOM);
    write('nothing/notes.txt', '');
  } finally {
    await context.close();
    await remove();
  }
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A drawing without a face. */
const EMPTY_ROOM = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function write(file: string, content: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** A photograph of this face alone, on paper or a screen. */
function attackOn(page: Page, name: PhotoName, attack: 'print' | 'screen'): Promise<Buffer> {
  const { file, x, y, width, reach } = PHOTOS[name];
  const part = { x: x - reach * width, y: y - width, width: 2 * reach * width, height: 2 * width };
  return drawAttack(page, photoBytes(file), { attack, seed: 5, part });
}

/** Runs in the page: these pictures as the browser itself records them, in base64. */
async function recordInPage(pictures: readonly string[]): Promise<string> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 4_000_000 });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  // On a busy machine a recorder drops pictures: the last one stays for another second.
  const shown = [...pictures, ...Array.from({ length: 25 }, () => pictures.at(-1)!)];
  for (const [index, picture] of shown.entries()) {
    const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    if (index === 0) {
      Object.assign(canvas, { width: image.width, height: image.height });
      recorder.start();
    }
    context.drawImage(image, 0, 0);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await new Promise((resolve) => {
    recorder.onstop = resolve;
    recorder.stop();
  });
  const film = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(Array.from(film, (byte) => String.fromCharCode(byte)).join(''));
}

/** Runs the command, on the tests' build unless on another. */
function evaluate(live: string, spoof: string, { jsonFile = null, dist = TEST_DIST }: { jsonFile?: string | null; dist?: string } = {}): Promise<PadReport> {
  const options = parsePadOptions(['--live', live, '--spoof', spoof, ...(jsonFile === null ? [] : ['--json', jsonFile])], folder)!;
  return runPad(options, () => Promise.resolve({ dist, progress: { write: () => true } }));
}

test('photographs and films become figures and a file', async () => {
  await evaluate('live', 'spoof', { jsonFile: 'out/pad.json' });
  const report = JSON.parse(readFileSync(join(folder, 'out/pad.json'), 'utf8')) as PadReport;
  test.info().annotations.push({ type: 'measured', description: JSON.stringify(report.files.map(({ file, score, readings }) => [file, score, readings])) });

  expect(Object.keys(report)).toEqual(expect.arrayContaining(['apcer', 'bpcer', 'acer', 'live', 'spoof', 'byType']));
  expect(report.live).toMatchObject({ presentations: 5, read: 4, notRead: 1 });
  expect(report.spoof).toMatchObject({ presentations: 11, read: 10, notRead: 1 });
  expect(Object.keys(report.byType).sort()).toEqual(['film', 'print', 'screen']);
  expect(report.files.filter(({ reason }) => reason !== null).map(({ file, reason }) => [file, reason])).toEqual([
    ['none.jpg', 'the picture cannot be read'],
    ['film/cut.webm', 'the picture cannot be read'],
  ]);
  // A second or two at five pictures each: with the one at its very beginning, and without what a recorder may cut off.
  const films = report.files.filter(({ file }) => /ada\.(mjpeg|webm)$/.test(file));
  for (const { readings } of films) expect(readings).toBeGreaterThanOrEqual(4);

  const scoreOf = (wanted: string | null): number => {
    const scores = report.files.flatMap(({ attack, score }) => (attack === wanted && score !== null ? [score] : []));
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  // Drawn attacks are not real ones: this shows that the score tells these apart, not how well it does with others.
  expect(scoreOf('print')).toBeLessThan(scoreOf(null));
  expect(scoreOf('screen')).toBeLessThan(scoreOf(null));
  expect(report.milliseconds!.stages.liveness).toBeGreaterThan(0);
});

test('what a person can put right is said', async () => {
  await expect(evaluate('nowhere', 'spoof')).rejects.toThrow('give --live one that is there');
  await expect(evaluate('live', 'nothing')).rejects.toThrow('There is no attack in');
  await expect(evaluate('nobody', 'nobody')).rejects.toThrow('There is no face in any file of');
});

test('a liveness network that is not there is named when it is first wanted', async () => {
  const dist = join(folder, 'dist');
  cpSync(TEST_DIST, dist, { recursive: true });
  rmSync(join(dist, 'models/liveness.onnx'));
  await expect(evaluate('live', 'spoof', { dist })).rejects.toThrow('asset-missing: models/liveness.onnx');
});
