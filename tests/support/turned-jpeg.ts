/** A JPEG as a camera held on its side writes it: the picture lies, and EXIF says how to turn it. */
import type { Page } from '@playwright/test';

/** TIFF, little-endian, with the one entry Orientation (0x0112) = 6: turn by 90° clockwise to see it upright. */
const TIFF = Buffer.from('49492a0008000000' + '0100' + '120103000100000006000000' + '00000000', 'hex');

/**
 * The same picture lying on its left side, with the EXIF that sets it upright. `page` is any blank page.
 * @param wider makes the upright picture so many times as wide, and the faces in it unlike themselves; 1 leaves it.
 */
export async function turnedJpeg(page: Page, jpeg: Buffer, wider = 1): Promise<Buffer> {
  const base64 = await page.evaluate(async ({ source, wider }) => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: image.height, height: Math.round(image.width * wider) });
    const context = canvas.getContext('2d')!;
    context.rotate(-Math.PI / 2);
    context.drawImage(image, -canvas.height, 0, canvas.height, image.height);
    return canvas.toDataURL('image/jpeg', 0.92).split(',')[1]!;
  }, { source: jpeg.toString('base64'), wider });
  const lying = Buffer.from(base64, 'base64');
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), TIFF]);
  const header = Buffer.from([0xff, 0xe1, 0, 0]);
  header.writeUInt16BE(exif.length + 2, 2);
  // After the start of the image, before everything else.
  return Buffer.concat([lying.subarray(0, 2), header, exif, lying.subarray(2)]);
}
