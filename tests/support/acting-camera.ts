/**
 * A camera whose picture obeys: a photograph on a head of a formula, on a sheet or on a roll, that moves as Lintel asks.
 * It stands where `getUserMedia` gives a stream, since no file can know what will be asked; everything after it is real.
 * It does not show a real face: no wrinkle moves, no light changes, and lids do not close.
 */
import type { Page } from '@playwright/test';
import { photoBytes, type PhotoName, PHOTOS } from '../../src/tools/camera-file';

/** What the photograph is drawn on: a head, a flat sheet, or a sheet rolled around an upright axis, with its radius. */
export type Surface = 'head' | 'sheet' | { readonly rollRadiusMm: number };

export interface ActorPart {
  readonly photo: PhotoName;
  readonly on: Surface;
  /** By how much it is turned to look straight, where the photograph does not. */
  readonly restYawDegrees?: number;
}

export interface Acting {
  /** Who is shown, by name; the first one at the start. */
  readonly cast: Readonly<Record<string, ActorPart>>;
  /** Pictures a second, 5 to 30. */
  readonly framesPerSecond: number;
  /** What it does when asked: what it is asked, always the opposite turn, or nothing. */
  readonly obeys: 'as-asked' | 'other-turn' | 'not';
  /** How far it turns and nods: a sheet must be tilted much further than a head to look turned at all. */
  readonly turnDegrees: number;
}

/** Puts the camera into every page of the context from now on. */
export async function actBefore(page: Page, acting: Acting): Promise<void> {
  const photos = Object.fromEntries(
    Object.values(acting.cast).map(({ photo }) => [photo, { ...PHOTOS[photo], base64: photoBytes(PHOTOS[photo].file).toString('base64') }]),
  );
  await page.addInitScript(actInPage, { ...acting, photos });
}

/** Shows somebody else of the cast from now on; a photograph that is merely held up does not move any more. */
export function show(page: Page, name: string, isHeldStill = false): Promise<void> {
  return page.evaluate(([who, isStill]) => (window as ActingWindow).showActor!(who, isStill), [name, isHeldStill] as const);
}

type ActingWindow = Window & { showActor?: (name: string, isHeldStill: boolean) => void };

interface ActingInPage extends Acting {
  readonly photos: Readonly<Record<string, { readonly x: number; readonly y: number; readonly width: number; readonly base64: string }>>;
}

/** Runs in the page. */
function actInPage({ cast, photos, framesPerSecond, obeys, turnDegrees }: ActingInPage): void {
  const [WIDTH, HEIGHT] = [640, 480];
  /** Millimetres of the scene in a pixel of the frame: a face of about 150 mm is 170 pixels wide. */
  const MM_PER_PX = 0.85;
  const CAMERA_MM = 450;
  const STEP_DEGREES = 4;
  /** How far the photograph goes to both sides on a sheet, from the middle between the eyes. */
  const REACH_MM = 125;
  interface Pose {
    yaw: number;
    pitch: number;
    scale: number;
  }

  /** Depth of the surface towards the camera in millimetres, at (right, down) from the middle between the eyes. */
  function depthOf(on: Surface): (x: number, y: number) => number {
    if (on === 'sheet') return () => 0;
    if (on !== 'head') return (x) => Math.sqrt(Math.max(1, on.rollRadiusMm ** 2 - x * x)) - on.rollRadiusMm;
    const nose = (y: number): number => (y < -10 || y > 52 ? 0 : y < 38 ? 6 + (19 * (y + 10)) / 48 : (25 * (52 - y)) / 14);
    return (x, y) => {
      const skull = 90 * Math.sqrt(Math.max(0, 1 - (x / 75) ** 2 - ((y - 20) / 118) ** 2)) - 80.5;
      const breadth = 8 + 6 * Math.max(0, Math.min(1, (y + 10) / 48));
      return Math.max(-75, skull) + nose(y) * Math.exp(-(x * x) / (2 * breadth * breadth));
    };
  }

  async function photoOf(name: string): Promise<{ pixels: ImageData; toPx: (x: number, y: number) => [number, number] }> {
    const { x, y, width, base64 } = photos[name]!;
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    // In a face box, the eyes are 0.4 of its width apart and 0.11 of it above its middle.
    const pxPerMm = (0.4 * width) / 63;
    const toPx = (right: number, down: number): [number, number] => [x + right * pxPerMm, y - 0.11 * width + down * pxPerMm];
    return { pixels: context.getImageData(0, 0, bitmap.width, bitmap.height), toPx };
  }

  /** The photograph on its surface, turned: every pixel of the frame is followed back to the surface. */
  function draw({ pixels, toPx }: Awaited<ReturnType<typeof photoOf>>, on: Surface, yaw: number, pitch: number): ImageBitmap | Promise<ImageBitmap> {
    const [depth, isSheet] = [depthOf(on), on !== 'head'];
    const image = new ImageData(WIDTH, HEIGHT);
    const [a, b] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    // The neck about which it turns.
    const [axisY, axisZ] = [35, -20];
    const back = (x: number, y: number, z: number): [number, number, number] => {
      const [u, v] = [cb * y + sb * z, -sb * y + cb * z];
      return [ca * x - sa * v, u, sa * x + ca * v];
    };
    const eye = back(0, 0, CAMERA_MM - axisZ);
    for (let row = 0; row < HEIGHT; row += 1) {
      for (let column = 0; column < WIDTH; column += 1) {
        const [right, down] = [(column - WIDTH / 2) * MM_PER_PX, (row - HEIGHT / 2 + 30) * MM_PER_PX - axisY];
        const ray = back(right, down, -CAMERA_MM);
        const [originX, originY, originZ] = [eye[0], eye[1] + axisY, eye[2] + axisZ];
        let t = -originZ / ray[2];
        for (let round = 0; round < 10; round += 1) {
          const z = originZ + t * ray[2];
          t += (0.8 * (depth(originX + t * ray[0], originY + t * ray[1]) - z)) / ray[2];
        }
        const [x, y] = [originX + t * ray[0], originY + t * ray[1]];
        // Nobody else of the photograph is on the sheet: its margin repeats its edge.
        const [px, py] = isSheet ? toPx(Math.max(-REACH_MM, Math.min(REACH_MM, x)), y) : toPx(x, y);
        const at = (row * WIDTH + column) * 4;
        const from = (Math.round(py) * pixels.width + Math.round(px)) * 4;
        const isInside = px >= 0 && py >= 0 && px < pixels.width - 1 && py < pixels.height - 1;
        for (let channel = 0; channel < 3; channel += 1) image.data[at + channel] = isInside ? pixels.data[from + channel]! : 150;
        image.data[at + 3] = 255;
      }
    }
    return createImageBitmap(image);
  }

  const keyOf = (name: string, yaw: number, pitch: number): string => `${name} ${yaw} ${pitch}`;
  const drawn = new Map<string, ImageBitmap>();
  async function drawAll(): Promise<void> {
    for (const [name, { photo, on, restYawDegrees = 0 }] of Object.entries(cast)) {
      const source = await photoOf(photo);
      for (let yaw = -turnDegrees; yaw <= turnDegrees; yaw += STEP_DEGREES) drawn.set(keyOf(name, yaw, 0), await draw(source, on, restYawDegrees + yaw, 0));
      for (let pitch = -20; pitch <= 0; pitch += STEP_DEGREES) drawn.set(keyOf(name, 0, pitch), await draw(source, on, restYawDegrees, pitch));
    }
  }

  let shown = Object.keys(cast)[0]!;
  let isStill = obeys === 'not';
  (window as ActingWindow).showActor = (name, isHeldStill) => {
    shown = name;
    isStill = isHeldStill;
  };
  const pose: Pose = { yaw: 0, pitch: 0, scale: 1 };
  let goal: Pose = { ...pose };

  /** What the stage asks for, wherever in the shadow trees it is. */
  function asked(root: ParentNode = document): string {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('.asked > div')) return element.textContent;
      const found = element.shadowRoot === null ? '' : asked(element.shadowRoot);
      if (found !== '') return found;
    }
    return '';
  }

  function goalOf(text: string): Pose {
    const straight = { yaw: 0, pitch: 0, scale: 1 };
    if (isStill) return straight;
    const turn = obeys === 'as-asked' ? turnDegrees : -turnDegrees;
    // The person's left is on the right of the picture that the camera gives.
    if (text.includes('to your left')) return { ...straight, yaw: turn };
    if (text.includes('to your right')) return { ...straight, yaw: -turn };
    if (text.includes('Nod')) return { ...straight, pitch: -20 };
    if (text.includes('closer')) return { ...straight, scale: 1.4 };
    return straight;
  }

  /** After 350 ms, as people do. */
  function listen(): void {
    const text = asked();
    setTimeout(() => {
      goal = goalOf(text);
    }, 350);
  }

  function approach(value: number, to: number, step: number): number {
    return Math.abs(to - value) <= step ? to : value + Math.sign(to - value) * step;
  }

  async function openStream(): Promise<MediaStream> {
    await drawAll();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: WIDTH, height: HEIGHT });
    const context = canvas.getContext('2d')!;
    const noise = new ImageData(WIDTH, HEIGHT);
    for (let at = 0; at < noise.data.length; at += 4) noise.data.set([Math.random() * 255, Math.random() * 255, Math.random() * 255, 10], at);
    const grain = await createImageBitmap(noise);
    const seconds = 1 / framesPerSecond;
    setInterval(() => {
      listen();
      pose.yaw = approach(pose.yaw, goal.yaw, 90 * seconds);
      pose.pitch = approach(pose.pitch, goal.pitch, 70 * seconds);
      pose.scale = approach(pose.scale, goal.scale, 0.6 * seconds);
      const nearest = (degrees: number, first: number): number => first + Math.round((degrees - first) / STEP_DEGREES) * STEP_DEGREES;
      const [yaw, pitch] = [nearest(pose.yaw, -turnDegrees), nearest(pose.pitch, -20)];
      const picture = drawn.get(yaw === 0 ? keyOf(shown, 0, pitch) : keyOf(shown, yaw, 0)) ?? drawn.get(keyOf(shown, 0, 0))!;
      const [width, height] = [WIDTH * pose.scale, HEIGHT * pose.scale];
      context.drawImage(picture, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
      // A camera's noise: no two frames are alike.
      context.drawImage(grain, -Math.random() * 50, -Math.random() * 50, WIDTH + 60, HEIGHT + 60);
    }, 1000 * seconds);
    return canvas.captureStream(framesPerSecond);
  }

  let stream: Promise<MediaStream> | null = null;
  navigator.mediaDevices.getUserMedia = async () => (stream ??= openStream()).then((opened) => opened.clone());
}
