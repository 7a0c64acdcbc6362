/** Memory of the worker that holds pictures from frame to frame: overwritten when the camera is turned off. */

const wipes: (() => void)[] = [];

/** `wipe` overwrites what somebody keeps of frames; called when no frame is to come for now. */
export function wipedWhenOff(wipe: () => void): void {
  wipes.push(wipe);
}

/** Overwrites everything that is kept of frames. */
export function wipeKeptPixels(): void {
  for (const wipe of wipes) wipe();
}
