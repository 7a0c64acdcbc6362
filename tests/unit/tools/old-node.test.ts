/** A Node that is too old is said so before anything is installed. */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ensureDependencies } from '../../../src/tools/dependencies.mjs';

/** The sentence that ensureDependencies ends with under another Node; null when it goes on. */
function endedBy(version: string): string | null {
  vi.spyOn(process, 'versions', 'get').mockReturnValue({ ...process.versions, node: version });
  const said = vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${String(code)}`);
  });
  onTestFinished(() => void vi.restoreAllMocks());
  try {
    ensureDependencies({ dev: false });
    return null;
  } catch {
    return said.mock.calls.join('\n');
  }
}

describe('ensureDependencies', () => {
  it.each(['18.20.4', '20.18.9'])('refuses Node %s and names the one it needs', (version) => {
    expect(endedBy(version)).toBe(`Lintel needs Node 20.19 or newer, and this is ${version}. Install a newer Node and run this again.`);
  });
});
