import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assetById, networkChoices, parseInstalled, parseManifest } from '../../../src/core/manifest';
import { RECOGNITION_MODELS } from '../../../src/core/model';

const shipped: unknown = JSON.parse(readFileSync('public/models/manifest.json', 'utf8'));

/** The shipped manifest with one field of one asset changed. */
function withAsset(id: string, change: Record<string, unknown>): unknown {
  const manifest = parseManifest(shipped);
  return { ...manifest, assets: manifest.assets.map((asset) => (asset.id === id ? { ...asset, ...change } : asset)) };
}

describe('parseManifest', () => {
  it('reads the shipped manifest, which lists both recognition models', () => {
    const manifest = parseManifest(shipped);
    for (const id of RECOGNITION_MODELS) {
      const { embedding, input } = assetById(manifest, id);
      expect(embedding?.dimensions).toBe(Number(id.split('-')[1]));
      expect(input?.shape).toEqual([1, 3, 112, 112]);
    }
  });

  it.each([
    ['no object', null, /not an object/],
    ['another version', { version: 2, assets: [{}] }, /version 2/],
    ['no assets', { version: 1, assets: [] }, /no assets/],
    ['a file outside public', withAsset('landmarks-68', { file: '../secret' }), /landmarks-68 has no usable file name/],
    ['a short hash', withAsset('landmarks-68', { sha256: 'abc' }), /landmarks-68 has no SHA-256/],
    ['no size', withAsset('landmarks-68', { bytes: 0 }), /landmarks-68 has no size/],
    ['a network without input', withAsset('landmarks-68', { input: null }), /input of landmarks-68/],
    ['a mean too few', withAsset('mobilefacenet-128', { input: { shape: [1, 3, 112, 112], mean: [0], deviation: [1, 1, 1] } }), /one mean/],
    ['an embedder without its embedding', withAsset('mobilefacenet-512', { embedding: null }), /embedding of mobilefacenet-512 is not an object/],
    ['an embedder without dimensions', withAsset('mobilefacenet-512', { embedding: { minLength: { haar: 2, ultralight: 1 } } }), /dimensions/],
    ['one smallest length for both detectors', withAsset('mobilefacenet-512', { embedding: { dimensions: 512, minLength: 2 } }), /smallest length of mobilefacenet-512/],
    ['no smallest length for Haar', withAsset('mobilefacenet-512', { embedding: { dimensions: 512, minLength: { ultralight: 1 } } }), /smallest lengths/],
    ['no smallest length for UltraLight', withAsset('mobilefacenet-512', { embedding: { dimensions: 512, minLength: { haar: 2 } } }), /smallest lengths/],
  ])('refuses %s', (_, raw, reason) => {
    expect(() => parseManifest(raw)).toThrow(reason);
  });
});

describe('parseInstalled', () => {
  it('reads which models there are, and which one is used', () => {
    const installed = { recognition: 'mobilefacenet-512', present: ['mobilefacenet-128', 'mobilefacenet-512'] };
    expect(parseInstalled(installed)).toEqual(installed);
  });

  it('reads a record from before there could be several, and one that forgot the model used', () => {
    expect(parseInstalled({ recognition: 'a' })).toEqual({ recognition: 'a', present: ['a'] });
    expect(parseInstalled({ recognition: 'a', present: ['b'] })).toEqual({ recognition: 'a', present: ['a', 'b'] });
  });

  it('refuses one that names no model, or lists something else', () => {
    expect(() => parseInstalled({})).toThrow(/no model/);
    expect(() => parseInstalled({ present: ['a'] })).toThrow(/no model/);
    expect(() => parseInstalled({ recognition: 'a', present: 'a' })).toThrow(/something else/);
    expect(() => parseInstalled({ recognition: 'a', present: ['a', 5] })).toThrow(/something else/);
  });
});

describe('networkChoices', () => {
  const manifest = parseManifest(shipped);

  it('are the networks that are there, with what somebody who chooses must know', () => {
    const choices = networkChoices(manifest, { recognition: RECOGNITION_MODELS[0], present: [...RECOGNITION_MODELS] });
    expect(choices.map(({ id, dimensions }) => [id, dimensions])).toEqual([['mobilefacenet-128', 128], ['mobilefacenet-512', 512]]);
    for (const { trainedOn } of choices) expect(trainedOn).toMatch(/celebrity photographs collected from the web without asking/);
  });

  it('leave out what is not there, not known, or no recognition network', () => {
    const present = ['mobilefacenet-512', 'unknown', 'landmarks-68'];
    expect(networkChoices(manifest, { recognition: 'mobilefacenet-512', present }).map(({ id }) => id)).toEqual(['mobilefacenet-512']);
  });
});
