/** Opening the app in Chromium. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { findChromium } from '../../../src/tools/chromium.mjs';
import { openChromium } from '../../../src/tools/open-chromium';
import { temporaryFolder } from '../../support/temporary-folder';

vi.mock('../../../src/tools/chromium.mjs', () => ({ findChromium: vi.fn() }));

const ADDRESS = 'http://localhost:8484';

/** Opens the app in a program of the test's, and gathers what is said. */
function open(program: string | null): string[] {
  vi.mocked(findChromium).mockReturnValue(program);
  onTestFinished(() => void vi.mocked(findChromium).mockReset());
  const said: string[] = [];
  openChromium(ADDRESS, (line) => said.push(line));
  return said;
}

describe('openChromium', () => {
  it('opens a window of its own, without a word', async () => {
    const folder = temporaryFolder();
    const program = join(folder, 'chromium');
    writeFileSync(program, `#!/bin/sh\nprintf "%s" "$*" > ${folder}/opened\n`);
    chmodSync(program, 0o755);
    const said = open(program);
    await vi.waitFor(() => expect(readFileSync(join(folder, 'opened'), 'utf8')).toBe(`--app=${ADDRESS}`), { timeout: 10_000 });
    expect(said).toEqual([]);
  });

  it('says what to do when Chromium does not start', async () => {
    const said = open(temporaryFolder());
    await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 10_000 });
    expect(said[0]).toMatch(/^Chromium did not start \(.+\)\. Open http:\/\/localhost:8484 yourself\.$/);
  });

  it('says what to do when there is none', () => {
    expect(open(null)).toEqual([
      'No Chromium was found. Install it with "sudo apt install chromium", or open http://localhost:8484 yourself.',
    ]);
  });
});
