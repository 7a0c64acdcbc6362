/** Pictures out of files: decoded, upright and small enough to be searched. */

/**
 * Longest side in pixels that a photograph is searched at. A face of a third of the picture's width then has some 400
 * pixels, of which the network uses 112; a larger picture costs time and finds smaller faces than may be enrolled.
 */
export const MAX_PHOTO_SIDE_PX = 1280;

/** What the photo desk needs of the browser. Whoever gets a picture closes it. */
export interface Pictures {
  /** The photograph in a file; null when the browser cannot decode it. */
  read(file: Blob): Promise<ImageBitmap | null>;
  /** The same picture once more, to be handed over to the vision worker. */
  copy(picture: ImageBitmap): Promise<ImageBitmap>;
}

export const BROWSER_PICTURES: Pictures = {
  read: readPhotograph,
  copy: (picture) => createImageBitmap(picture),
};

async function readPhotograph(file: Blob): Promise<ImageBitmap | null> {
  // Cameras write the picture as the sensor lay, and beside it how it is to be turned.
  const whole = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (whole === null) return null;
  const scale = MAX_PHOTO_SIDE_PX / Math.max(whole.width, whole.height);
  if (scale >= 1) return whole;
  try {
    return await createImageBitmap(whole, {
      resizeWidth: Math.max(1, Math.round(whole.width * scale)),
      resizeHeight: Math.max(1, Math.round(whole.height * scale)),
      resizeQuality: 'high',
    });
  } finally {
    whole.close();
  }
}
