/** What the page itself can see of its camera, as findings: numbers in, what a person should know out. */

/** What is known of the camera now or of its last use. */
export interface CameraFacts {
  /** False where the address is neither https nor localhost. */
  readonly isSecure: boolean;
  readonly permission: 'granted' | 'denied' | 'prompt' | 'unknown';
  /** Null before the camera was used. */
  readonly camera: CameraMeasures | null;
}

export interface CameraMeasures {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly wantedWidth: number;
  readonly wantedHeight: number;
  /** Frames a second that the camera delivered, and that it was asked for. */
  readonly framesPerSecond: number;
  readonly wantedFramesPerSecond: number;
  /** Mean brightness of the latest frame, 0 (black) to 255; null before one was looked at. */
  readonly brightness: number | null;
}

export type CameraFinding =
  | { readonly kind: 'insecure-origin' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-asked-yet' }
  | { readonly kind: 'not-used-yet' }
  /** As of the Pi's receiver without its image processor, or a covered lens. */
  | { readonly kind: 'black' }
  | { readonly kind: 'too-dark'; readonly brightness: number }
  | { readonly kind: 'slow'; readonly framesPerSecond: number; readonly wanted: number }
  | { readonly kind: 'other-size'; readonly size: string; readonly wanted: string }
  | { readonly kind: 'good'; readonly label: string; readonly size: string; readonly framesPerSecond: number };

/**
 * Brightness below which a picture is black, and below which it is too dark for faces; and the share of the wanted frame
 * rate below which that is worth a word. A dark room seen by a camera that works is brighter than 4: caution, not measured.
 */
const LIMITS = { black: 4, dark: 30, rateShare: 0.6 } as const;

/** Everything worth saying, in the order in which it is to be put right; at least one. */
export function checkCamera({ isSecure, permission, camera }: CameraFacts): CameraFinding[] {
  if (!isSecure) return [{ kind: 'insecure-origin' }];
  if (permission === 'denied') return [{ kind: 'not-allowed' }];
  if (camera === null) return [{ kind: permission === 'prompt' ? 'not-asked-yet' : 'not-used-yet' }];
  const { label, brightness, framesPerSecond, wantedFramesPerSecond: wanted } = camera;
  const [size, wantedSize] = [sizeText(camera.width, camera.height), sizeText(camera.wantedWidth, camera.wantedHeight)];
  const found: CameraFinding[] = [];
  if (brightness !== null && brightness < LIMITS.black) found.push({ kind: 'black' });
  else if (brightness !== null && brightness < LIMITS.dark) found.push({ kind: 'too-dark', brightness });
  if (framesPerSecond < wanted * LIMITS.rateShare) found.push({ kind: 'slow', framesPerSecond, wanted });
  if (size !== wantedSize) found.push({ kind: 'other-size', size, wanted: wantedSize });
  return found.length > 0 ? found : [{ kind: 'good', label, size, framesPerSecond }];
}

function sizeText(width: number, height: number): string {
  return `${width} × ${height}`;
}
