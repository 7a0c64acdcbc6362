/**
 * Draws photographs of faces as a camera would see them on paper or on a screen. What is drawn here is easier than a real
 * attack in some ways and unlike it in others: no lens, no real light, no hand.
 */
import type { Page } from '@playwright/test';

/**
 * `print` and `screen` are held before the camera, with their borders in view; of `…-close` nothing but the picture is
 * seen, so that only its texture can give it away.
 */
export const ATTACKS = ['print', 'print-close', 'screen', 'screen-close'] as const;
export type Attack = (typeof ATTACKS)[number];

export interface AttackRecipe {
  readonly attack: Attack;
  /** The same number draws the same attack. */
  readonly seed: number;
  /** Part of the photograph that is shown, in pixels of it; absent, all. */
  readonly part?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** The attack as a JPEG; `page` is any blank page. */
export async function drawAttack(page: Page, photo: Buffer, recipe: AttackRecipe): Promise<Buffer> {
  return Buffer.from(await page.evaluate(drawInPage, { ...recipe, photo: photo.toString('base64') }), 'base64');
}

/** Runs in the page: a JPEG in base64. */
async function drawInPage({ attack, seed, part, photo }: AttackRecipe & { photo: string }): Promise<string> {
  let state = (seed * 2_654_435_761) >>> 0;
  const random = (from: number, to: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e37_79b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 3_266_489_909) >>> 0;
    return from + ((to - from) * mixed) / 2 ** 32;
  };
  const bytes = Uint8Array.from(atob(photo), (character) => character.charCodeAt(0));
  const whole = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const { x, y, width: partWidth, height: partHeight } = part ?? { x: 0, y: 0, width: whole.width, height: whole.height };
  const isClose = attack.endsWith('-close');
  const isScreen = attack.startsWith('screen');
  const [width, height] = isClose ? [partWidth, partHeight] : [640, 480];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;

  drawRoom();
  const across = isClose ? width * random(1.02, 1.12) : random(250, 360);
  const down = (across * partHeight) / partWidth;
  context.save();
  context.translate(width / 2 + (isClose ? 0 : random(-40, 40)), height / 2 + (isClose ? 0 : random(-15, 15)));
  context.transform(1, random(-0.04, 0.04), random(-0.06, 0.06), random(0.94, 1), 0, 0);
  context.rotate(random(-0.05, 0.05));
  const placed = context.getTransform();
  drawCarrier();
  context.filter = isScreen
    ? `blur(${random(0.2, 0.7)}px) contrast(${random(1, 1.25)}) saturate(${random(0.9, 1.3)}) brightness(${random(0.95, 1.25)})`
    : `blur(${random(0.4, 1)}px) contrast(${random(0.65, 0.85)}) saturate(${random(0.6, 0.9)}) brightness(${random(0.95, 1.2)})`;
  context.drawImage(whole, x, y, partWidth, partHeight, -across / 2, -down / 2, across, down);
  context.filter = 'none';
  if (isScreen) drawGlare();
  context.restore();
  disturb();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));

  /** A wall with something blurred before it. */
  function drawRoom(): void {
    const light = context.createLinearGradient(0, 0, width, height);
    const tone = random(70, 170);
    light.addColorStop(0, `rgb(${tone + 25} ${tone + 18} ${tone})`);
    light.addColorStop(1, `rgb(${tone - 20} ${tone - 25} ${tone - 30})`);
    context.fillStyle = light;
    context.fillRect(0, 0, width, height);
    context.filter = 'blur(6px)';
    for (let thing = 0; thing < 5; thing += 1) {
      context.fillStyle = `rgb(${random(30, 200)} ${random(30, 190)} ${random(30, 180)})`;
      context.fillRect(random(-60, width), random(-60, height), random(30, 200), random(40, 300));
    }
    context.filter = 'none';
  }

  /** Paper with a margin, or a phone around its screen. */
  function drawCarrier(): void {
    const margin = isScreen ? random(8, 22) : random(6, 40);
    const [outerWidth, outerHeight] = [across + 2 * margin, down + 2 * margin + (isScreen ? random(20, 70) : 0)];
    const white = random(205, 240);
    context.fillStyle = isScreen ? `rgb(${random(8, 30)} ${random(8, 30)} ${random(10, 34)})` : `rgb(${white} ${white} ${white - random(0, 12)})`;
    context.beginPath();
    context.roundRect(-outerWidth / 2, -outerHeight / 2, outerWidth, outerHeight, isScreen ? 14 : 0);
    context.fill();
  }

  /** A lamp in the glass. */
  function drawGlare(): void {
    const [lampX, lampY] = [random(-across / 2, across / 2), random(-down / 2, down / 2)];
    const lamp = context.createRadialGradient(lampX, lampY, 0, lampX, lampY, random(0.2, 0.6) * across);
    lamp.addColorStop(0, `rgb(255 255 255 / ${random(0.05, 0.5)})`);
    lamp.addColorStop(1, 'rgb(255 255 255 / 0)');
    context.fillStyle = lamp;
    context.fillRect(-across / 2, -down / 2, across, down);
  }

  /** The grid of a screen as the camera's pixels meet it, or the dots of a print; and the camera's noise. */
  function disturb(): void {
    const picture = context.getImageData(0, 0, width, height);
    const mask = new OffscreenCanvas(width, height).getContext('2d')!;
    mask.setTransform(placed);
    mask.fillRect(-across / 2, -down / 2, across, down);
    const isPicture = mask.getImageData(0, 0, width, height).data;
    const pitchPx = isScreen ? random(1.06, 2.6) : random(2.1, 4);
    // Of many the camera sees no pattern: they are too far away, or out of focus.
    const depth = Math.max(0, isScreen ? random(-0.1, 0.15) : random(-0.06, 0.08));
    const angle = isScreen ? random(-0.08, 0.08) : Math.PI / 4 + random(-0.1, 0.1);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const turn = (2 * Math.PI) / pitchPx;
    const noise = random(1, 4);
    for (let at = 0; at < picture.data.length; at += 4) {
      const column = (at / 4) % width;
      const row = Math.floor(at / 4 / width);
      const [u, v] = [turn * (cos * column + sin * row), turn * (cos * row - sin * column)];
      for (let channel = 0; channel < 3; channel += 1) {
        // The three colours of a screen stand side by side.
        const pattern = isScreen ? Math.cos(u + (2 * Math.PI * channel) / 3) + 0.6 * Math.cos(v) : Math.cos(u) * Math.cos(v);
        picture.data[at + channel] = picture.data[at + channel]! * (1 + (isPicture[at + 3]! / 255) * depth * pattern) + noise * (random(-1, 1) + random(-1, 1));
      }
    }
    context.putImageData(picture, 0, 0);
  }
}
