/** Compressed copies of what is served, made once at build time. */
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Levels that a Raspberry Pi ends with in seconds. The highest would make the files a tenth smaller, and the browser
 * reads them from the same device.
 */
const BROTLI_QUALITY = 9;
const GZIP_LEVEL = 9;

/** A copy must be worth it: PNG and most of a network's weights hardly shrink. */
const MAX_SHARE = 0.9;

/** Writes `file.br` and `file.gz` beside a file, each where it is clearly smaller. */
export async function precompress(file: string): Promise<void> {
  const content = await readFile(file);
  const copies = await Promise.all([
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }).then((bytes) => ({ ending: 'br', bytes })),
    promisify(gzip)(content, { level: GZIP_LEVEL }).then((bytes) => ({ ending: 'gz', bytes })),
  ]);
  for (const { ending, bytes } of copies) {
    if (bytes.length < MAX_SHARE * content.length) await writeFile(`${file}.${ending}`, bytes);
  }
}
