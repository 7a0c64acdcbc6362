/** The papers of the Debian package. */
import { describe, expect, it } from 'vitest';
import { conffiles, controlFile, md5sums, newestEntry } from '../../../../src/tools/package/control';
import { newestRelease } from '../../../../src/tools/package/release';

describe('the papers', () => {
  it('name the version and count kibibytes upwards', () => {
    const lines = controlFile({ version: '1.2.3', installedBytes: 1025 }).split('\n');
    expect(lines).toContain('Version: 1.2.3');
    expect(lines).toContain('Installed-Size: 2');
  });

  it('leave files below /etc to their owner, and check the others', () => {
    const files = [
      { path: 'etc/lintel/apache.conf', md5: 'a' },
      { path: 'usr/bin/lintel', md5: 'b' },
    ];
    expect(conffiles(files.map(({ path }) => path))).toBe('/etc/lintel/apache.conf\n');
    expect(md5sums(files)).toBe('b  usr/bin/lintel\n');
  });
});

describe('newestEntry', () => {
  const entry = (version: string, date: string): string => `lintel (${version}) stable; urgency=medium\n\n  * Change.\n\n -- A Name <a@b.invalid>  ${date}\n`;

  it('reads the first entry', () => {
    const changelog = `${entry('1.1.0', 'Fri, 27 Nov 2026 20:00:00 +0000')}\n${entry('1.0.0', 'Thu, 26 Nov 2026 20:00:00 +0000')}`;
    expect(newestEntry(changelog)).toEqual({ version: '1.1.0', date: new Date('2026-11-27T20:00:00Z') });
  });

  it.each(['', 'something else', entry('1.0.0', 'yesterday')])('finds none in %j', (changelog) => {
    expect(newestEntry(changelog)).toBeNull();
  });

  it('is of the version in package.json', async () => {
    await expect(newestRelease()).resolves.toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string });
  });
});
