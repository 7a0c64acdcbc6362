/** Pictures out of a film that is JPEG after JPEG, which Chromium plays as a camera but not as a video. */

/** At which Chromium's camera plays such a file. */
const FRAMES_PER_SECOND = 30;

/** How a JPEG begins, and with what the one before it has ended. */
const START = Buffer.of(0xff, 0xd8, 0xff);
const END = Buffer.of(0xff, 0xd9);

/** The JPEGs of a film, `stepSeconds` apart, `maxPictures` at most. */
export function picturesOfMjpeg(film: Uint8Array, stepSeconds: number, maxPictures: number): Uint8Array[] {
  const frames = framesOf(Buffer.from(film.buffer, film.byteOffset, film.byteLength));
  const step = Math.max(1, Math.round(stepSeconds * FRAMES_PER_SECOND));
  return frames.filter((_, index) => index % step === 0).slice(0, maxPictures);
}

/** A JPEG may hold a smaller one, so that the next one begins only right after an end. */
function framesOf(film: Buffer): Uint8Array[] {
  const starts: number[] = [];
  for (let at = film.indexOf(START); at >= 0; at = film.indexOf(START, at + 1)) {
    if (at === 0 || film.subarray(at - END.length, at).equals(END)) starts.push(at);
  }
  return starts.map((start, index) => film.subarray(start, starts[index + 1]));
}
