/** A build that is not whole, or holds what nothing is known of, makes no package. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../src/tools/package/build-package';
import { temporaryFolder } from '../../../support/temporary-folder';

const WHOLE = ['index.html', 'sw.js', 'models/installed.json'];

function build(files: readonly string[]): Promise<string> {
  const dist = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), 'content');
  }
  return buildPackage({ dist, outDir: temporaryFolder(), version: '1.0.0', date: new Date(0) });
}

describe('buildPackage', () => {
  it.each(WHOLE)('misses %s', async (file) => {
    await expect(build(WHOLE.filter((name) => name !== file))).rejects.toThrow(`${file} is missing: the build is not whole.`);
  });

  it('refuses a file without a content type', async () => {
    await expect(build([...WHOLE, 'assets/film.mp4'])).rejects.toThrow('assets/film.mp4 has no content type');
  });
});
