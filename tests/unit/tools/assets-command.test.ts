/** `npm run assets`, as a person runs it. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assetById } from '../../../src/core/manifest';
import { ROOT } from '../../../src/tools/project';
import { runNode, typescript } from '../../support/command';
import { fileServer, goneServer } from '../../support/file-server';
import { CASCADE, FIRST_BYTES, MANIFEST, PACKAGE_FILES, SECOND } from '../../support/made-up-assets';
import { packageOf } from '../../support/npm-package';
import { type SmallProject, smallProject } from '../../support/small-project';
import { temporaryFolder } from '../../support/temporary-folder';

const FACES_PATH = '/foamliu/MobileFaceNet/a6cc9032a659b615f477833e1a70b5e7931bcccc/weights/MobileFaceNet.onnx';
const ASSETS = typescript('src/tools/assets.ts');

/** The first model under its shipped name and source, with small contents. */
function smallMobileFaceNet(): SmallProject {
  const shipped = {
    id: 'mobilefacenet-128',
    file: 'models/mobilefacenet-128.onnx',
    source: {
      kind: 'github',
      repository: 'foamliu/MobileFaceNet',
      commit: 'a6cc9032a659b615f477833e1a70b5e7931bcccc',
      path: 'weights/MobileFaceNet.onnx',
    },
  } as const;
  const project = smallProject({ version: 1, assets: [{ ...assetById(MANIFEST, 'first-128'), ...shipped }, SECOND, CASCADE] });
  project.places.cachePackage(packageOf(PACKAGE_FILES));
  return project;
}

describe('npm run assets', () => {
  it('refuses a model that does not exist, with one sentence and code 1, and touches nothing', async () => {
    const folder = temporaryFolder();
    const command = runNode(ROOT, [...ASSETS, '--model', 'nonsense', '--public', folder]);
    expect(await command.ended).toBe(1);
    expect(command.said()).toBe('There is no recognition model called nonsense: choose mobilefacenet-128 or mobilefacenet-512.\n');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses an option it does not know, with one sentence and code 1', async () => {
    const command = runNode(ROOT, [...ASSETS, '--modle', 'mobilefacenet-128']);
    expect(await command.ended).toBe(1);
    expect(command.said()).toBe(`Unknown option '--modle': use "npm run assets -- [--model ID] [--public DIR]".\n`);
  });

  it('says what the disk refuses, with one sentence and code 1', async () => {
    const { root } = smallMobileFaceNet();
    const command = runNode(root, [...ASSETS, '--public', 'package.json']);
    expect(await command.ended).toBe(1);
    expect(command.said()).toMatch(/^\S+\/package\.json\/\S+ cannot be read \(not a directory\): put that right and run this again\.\n$/);
  });

  it('downloads mobilefacenet-128 from its repository, ends at once, and does it only once', async () => {
    const { root, places } = smallMobileFaceNet();
    const server = await fileServer({ [FACES_PATH]: FIRST_BYTES });
    const run = async () => {
      const command = runNode(root, ASSETS, { LINTEL_GITHUB_RAW: server.url });
      await command.saying('All models and the cascade are in place.');
      const doneMs = performance.now();
      const code = await command.ended;
      expect(performance.now() - doneMs).toBeLessThan(10_000);
      return { code, said: command.said() };
    };
    const first = await run();
    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toMatch(/mobilefacenet-128\.onnx: 0\.1 MB, checked\.\nRecognition model: mobilefacenet-128\.\n/);
    expect(server.asked).toHaveLength(1);
    expect(places.installed).toBe('mobilefacenet-128');
    expect(places.read('models/mobilefacenet-128.onnx')!.length).toBe(FIRST_BYTES.length);

    expect(await run()).toEqual({ code: 0, said: 'All models and the cascade are in place.\n' });
    expect(server.asked).toHaveLength(1);
  });

  it('fails with the sentence of the file, and code 1, when that is asked for and cannot be had', async () => {
    const { root, places } = smallMobileFaceNet();
    const url = await goneServer();
    const command = runNode(root, [...ASSETS, '--model', 'mobilefacenet-128'], { LINTEL_GITHUB_RAW: url });
    expect(await command.ended).toBe(1);
    expect(command.said().trimEnd().split('\n').at(-1)).toMatch(
      /^models\/mobilefacenet-128\.onnx is not here and could not be fetched \(connect ECONNREFUSED .*"npm run assets".*, or copy .* to .*\.$/,
    );
    expect(places.installed).toBeNull();
  });

  it('fills another folder when one is given', async () => {
    const { root } = smallMobileFaceNet();
    const folder = temporaryFolder();
    const command = runNode(root, [...ASSETS, '--model', 'second-512', '--public', folder]);
    expect(await command.ended).toBe(0);
    expect(existsSync(join(folder, SECOND.file))).toBe(true);
    expect(existsSync(join(root, 'public', SECOND.file))).toBe(false);
  });
});
