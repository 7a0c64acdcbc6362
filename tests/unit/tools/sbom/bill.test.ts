/** What a build is made of: whole, the same every time, and refused when something may not be shipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest, ROOT } from '../../../../src/tools/project';
import { type Bill, billOf } from '../../../../src/tools/sbom/bill';
import { flawsOfBill } from '../../../../src/tools/sbom/check-bill';
import { type LockedPackage, lockedPackages, packageFolderOf } from '../../../../src/tools/sbom/lock-file';

const lit: LockedPackage = { name: 'lit', version: '3.3.3', licence: 'BSD-3-Clause', integrity: `sha512-${Buffer.alloc(64, 7).toString('base64')}` };
const scoped: LockedPackage = { ...lit, name: '@lit/localize', version: '0.12.2', licence: '(MIT OR CC0-1.0)' };
const { assets } = readManifest();

const bill = (): Bill => billOf('0.1.0', [scoped, lit], assets);
/** The bill with one thing changed. */
const changed = (change: (copy: Record<string, unknown> & { components: Record<string, unknown>[] }) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(bill())) as Parameters<typeof change>[0];
  change(copy);
  return copy;
};

describe('the bill of materials', () => {
  it('lists every package and asset with version, package URL, licence and hash', () => {
    expect(flawsOfBill(bill())).toEqual([]);
    expect(bill().components).toHaveLength(assets.length + 2);
    expect(bill().components.find(({ name }) => name === '@lit/localize')).toEqual({
      type: 'library',
      'bom-ref': 'pkg:npm/%40lit/localize@0.12.2',
      name: '@lit/localize',
      version: '0.12.2',
      purl: 'pkg:npm/%40lit/localize@0.12.2',
      licenses: [{ expression: '(MIT OR CC0-1.0)' }],
      hashes: [{ alg: 'SHA-512', content: '07'.repeat(64) }],
    });
    const { sha256, licence } = assets[0]!;
    expect(bill().components.find(({ name }) => name === assets[0]!.id)).toMatchObject({
      type: 'machine-learning-model',
      licenses: [{ license: { name: licence } }],
      hashes: [{ alg: 'SHA-256', content: sha256 }],
    });
  });

  it('is the same whatever the order', () => {
    expect(billOf('0.1.0', [lit, scoped], assets.toReversed())).toEqual(bill());
  });

  it.each(['GPL-3.0-only', 'MPL-2.0', '(MIT AND GPL-3.0-only)', 'SEE LICENSE IN LICENSE', null])('is refused over the licence %s', (licence) => {
    expect(() => billOf('0.1.0', [{ ...lit, licence }], [])).toThrow('lit is shipped, and its licence');
  });

  it('is refused without a hash', () => {
    expect(() => billOf('0.1.0', [{ ...lit, integrity: null }], [])).toThrow('no SHA-512 of lit');
  });
});

describe('the check of a bill', () => {
  it.each<[string, Parameters<typeof changed>[0]]>([
    ['It is no CycloneDX.', (copy) => (copy.bomFormat = 'SPDX')],
    ['It is not of specification 1.5.', (copy) => (copy.specVersion = '1.4')],
    ['It has no version.', (copy) => delete copy.version],
    ['It lists nothing.', (copy) => (copy.components = [])],
    ['It lists something twice.', (copy) => copy.components.push(copy.components[0]!)],
    ['lit has no hash.', (copy) => delete copy.components.find(({ name }) => name === 'lit')!.hashes],
    ['lit lacks a version.', (copy) => (copy.components.find(({ name }) => name === 'lit')!.version = '')],
    ['lit lacks a package URL.', (copy) => (copy.components.find(({ name }) => name === 'lit')!.purl = 'lit@3')],
    ['lit lacks one licence.', (copy) => (copy.components.find(({ name }) => name === 'lit')!.licenses = [])],
    ['undefined lacks a name.', (copy) => delete copy.metadata],
  ])('says: %s', (flaw, change) => {
    expect(flawsOfBill(changed(change))).toContain(flaw);
  });

  it.each([null, 1, 'text', []])('survives %j', (raw) => {
    expect(flawsOfBill(raw).length).toBeGreaterThan(0);
  });
});

describe('the lock file', () => {
  it('names the package of a file', () => {
    expect(packageFolderOf('/home/me/lintel/node_modules/lit/index.js')).toBe('node_modules/lit');
    expect(packageFolderOf('node_modules/@lit/localize/lit-localize.js?url')).toBe('node_modules/@lit/localize');
    expect(packageFolderOf('/home/me/node_modules/a/node_modules/@b/c/index.js')).toBe('node_modules/a/node_modules/@b/c');
    expect(packageFolderOf('/home/me/lintel/src/app/main.ts')).toBeNull();
    expect(packageFolderOf('\0vite/preload-helper.js')).toBeNull();
  });

  it('knows every package with its licence', () => {
    const locked = lockedPackages(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    expect(locked.get('node_modules/lit')).toMatchObject({ name: 'lit', licence: 'BSD-3-Clause' });
    expect(locked.has('')).toBe(false);
  });
});
