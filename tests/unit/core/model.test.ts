/** Embeddings of another network, or of another way to it, are never compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/core/manifest';
import { isComparable, RECOGNITION_MODELS } from '../../../src/core/model';

const ORIGIN = { model: 'mobilefacenet-512', pipeline: 'a' };

describe('isComparable', () => {
  it('is true for the same network and pipeline', () => {
    expect(isComparable(ORIGIN, { ...ORIGIN })).toBe(true);
  });

  it('is false when either differs', () => {
    expect(isComparable(ORIGIN, { ...ORIGIN, model: 'mobilefacenet-128' })).toBe(false);
    expect(isComparable(ORIGIN, { ...ORIGIN, pipeline: 'b' })).toBe(false);
  });
});

describe('RECOGNITION_MODELS', () => {
  it('are the recognition networks of the manifest', () => {
    const path = join(import.meta.dirname, '../../../public/models/manifest.json');
    const { assets } = parseManifest(JSON.parse(readFileSync(path, 'utf8')));
    const listed = assets.filter(({ role }) => role === 'recognition').map(({ id }) => id);
    expect(listed.sort()).toEqual([...RECOGNITION_MODELS].sort());
  });
});
