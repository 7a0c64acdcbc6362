/** The committed manifest says all that the app, the licences and a Pi without internet need. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetById } from '../../../src/core/manifest';
import { RECOGNITION_MODELS } from '../../../src/core/model';
import { readManifest, ROOT } from '../../../src/tools/project';

const manifest = readManifest();

/** Size and hash of every file as its author publishes it. */
const PUBLISHED: Record<string, readonly [bytes: number, sha256: string]> = {
  'mobilefacenet-128': [3_998_070, 'b7120c095d60094f28a4a54ba6a8bf51b297a6273fb40ef6350dfec1f63d9507'],
  'mobilefacenet-512': [4_884_269, '87aacdfe57510db2af90c0251df680e8eec88f122ee94712121d09bcaaaf3581'],
  'landmarks-68': [1_163_742, 'f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258'],
  'ultralight-320': [1_217_758, '6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854'],
  liveness: [1_886_811, 'afa783b7e902fdfcf323a7240cac2a1c580c25314ea4161129dc1b0d100dc32d'],
  'eye-state': [207_130, '1afcea006abc1ccac3c517022abde0aa092bed74ff3c9fe6878483ef9e6e38de'],
  'haarcascade-frontalface-default': [930_127, '0f7d4527844eb514d4a4948e822da90fbb16a34a0bbbbc6adc6498747a5aafb0'],
};

describe('the shipped manifest', () => {
  it('lists the files, each with the size and the hash it is published with', () => {
    const listed = manifest.assets.map(({ id, bytes, sha256, prepared }) => [
      id,
      [prepared?.fromBytes ?? bytes, prepared?.fromSha256 ?? sha256],
    ]);
    expect(Object.fromEntries(listed)).toEqual(PUBLISHED);
  });

  it('lists no id and no file twice', () => {
    for (const key of ['id', 'file'] as const) {
      expect(new Set(manifest.assets.map((asset) => asset[key])).size).toBe(manifest.assets.length);
    }
  });

  it('prefers mobilefacenet-128 to mobilefacenet-512', () => {
    const models = manifest.assets.filter(({ role }) => role === 'recognition').map(({ id }) => id);
    expect(models).toEqual(['mobilefacenet-128', 'mobilefacenet-512']);
  });

  it('prepares the three largest networks, each into a file of its own hash', () => {
    const prepared = manifest.assets.filter((asset) => asset.prepared !== null);
    expect(prepared.map(({ id }) => id)).toEqual(['mobilefacenet-128', 'mobilefacenet-512', 'liveness']);
    for (const { sha256, bytes, prepared: made } of prepared) {
      expect(sha256).not.toBe(made!.fromSha256);
      expect(bytes).toBeLessThan(0.55 * made!.fromBytes);
      expect(made!.steps).toContain('halve-weights');
    }
  });

  it.each(manifest.assets.map((asset) => [asset.id, asset] as const))('says of %s whose it is, where it is and what it eats', (_, asset) => {
    expect(asset.licence).toMatch(/\w/);
    const { source } = asset;
    expect(source.path).toMatch(/^[\w./-]+$/);
    // A commit or a version, never a branch or a range that could change under the hash.
    if (source.kind === 'github') expect(source).toMatchObject({ repository: 'foamliu/MobileFaceNet', commit: expect.stringMatching(/^[0-9a-f]{40}$/) as unknown });
    else expect(source.version).toMatch(/^\d+\.\d+\.\d+$/);
    if (asset.role === 'cascade') return;
    expect(asset.trainedOn).toMatch(/\w/);
    expect(asset.input!.deviation.every((deviation) => deviation > 0)).toBe(true);
    expect(asset.input!.shape[1]).toBe(asset.input!.colour === 'grey' ? 1 : 3);
  });

  it('asks more of a face that Haar found than of one that UltraLight found', () => {
    for (const id of RECOGNITION_MODELS) {
      const { haar, ultralight } = assetById(manifest, id).embedding!.minLength;
      expect(ultralight).toBeGreaterThan(0);
      expect(haar).toBeGreaterThan(ultralight);
    }
  });

  it('says who was photographed for the recognition models', () => {
    for (const id of ['mobilefacenet-128', 'mobilefacenet-512']) {
      expect(assetById(manifest, id).trainedOn).toContain('celebrity photographs collected from the web without asking');
    }
  });

  it.runIf(existsSync(join(ROOT, '.git')))('is committed, and no model or cascade is', () => {
    const committed = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', 'public/models', 'public/cascades'], { cwd: ROOT, encoding: 'utf8' });
    expect(committed.trim().split('\n')).toEqual(['public/cascades/.gitkeep', 'public/models/manifest.json']);
  });
});
