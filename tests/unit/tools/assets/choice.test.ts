/** Which recognition model an installation gets, and that it keeps it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { AssetError } from '../../../../src/tools/assets/asset-error';
import { ensureAssets } from '../../../../src/tools/assets/ensure-assets';
import { FileError } from '../../../../src/tools/assets/files';
import { type FileServer, fileServer, goneServer, refusing, silent } from '../../../support/file-server';
import {
  CASCADE,
  CASCADE_BYTES,
  FIRST,
  FIRST_BYTES,
  FIRST_PATH,
  MANIFEST,
  PACKAGE_FILES,
  SECOND,
  SECOND_BYTES,
  SECOND_SOURCE,
  TestPlaces,
} from '../../../support/made-up-assets';
import { packageOf, useUnreachableNpm } from '../../../support/npm-package';
import { temporaryFolder } from '../../../support/temporary-folder';

const PACKAGE = packageOf(PACKAGE_FILES);
const INSTALLED = 'models/installed.json';

let folder: string;
let server: FileServer;
let places: TestPlaces;

/** By default the server has the first model and the package the second. */
beforeEach(async () => {
  folder = temporaryFolder();
  useUnreachableNpm(folder);
  server = await fileServer({ [FIRST_PATH]: FIRST_BYTES });
  places = new TestPlaces(folder, server.url);
  places.cachePackage(PACKAGE);
});

const ensure = (pinned: string | null = null, where = places): Promise<void> => ensureAssets(MANIFEST, where, pinned);

async function refusal(pinned: string | null = null, where = places): Promise<string> {
  const error: unknown = await ensure(pinned, where).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AssetError);
  return (error as AssetError).message;
}

describe('a first start', () => {
  it('takes the first model in order of preference, and only that one', async () => {
    await ensure();
    expect(places.holds(FIRST)).toBe(true);
    expect(places.read(SECOND.file)).toBeNull();
    expect(places.holds(CASCADE)).toBe(true);
    expect(places.installed).toBe('first-128');
    expect(places.said.at(-1)).toBe('Recognition model: first-128.');
  });

  it.each([
    ['refuses', 'the server answered 404', () => Promise.resolve(server.url)],
    ['cannot be reached', 'connect ECONNREFUSED', goneServer],
  ])('says that the server %s and goes on with the second model', async (_, reason, url) => {
    server.answer = refusing(404);
    const where = new TestPlaces(folder, await url());
    await ensure(null, where);
    const line = where.said.find((said) => said.startsWith('first-128 cannot be had: models/first-128.onnx is not here'));
    expect(line).toContain(`(${reason}`);
    expect(line).toMatch(/ Going on with second-512\.$/);
    expect(where.installed).toBe('second-512');
    expect(where.holds(SECOND)).toBe(true);
  });

  it('waits five seconds for a server that is silent, and goes on with the second model', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    server.answer = silent;
    const request = server.nextRequest();
    const done = ensure();
    await request;
    vi.advanceTimersByTime(5000);
    await done;
    expect(places.said.join()).toContain('could not be fetched (no answer for 5 seconds)');
    expect(places.installed).toBe('second-512');
    expect(places.holds(SECOND)).toBe(true);
  });

  it('fails when the disk refuses the first model, rather than settle for the second', async () => {
    mkdirSync(join(places.publicDir, `${FIRST.file}.writing`), { recursive: true });
    const error: unknown = await ensure().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FileError);
    expect((error as FileError).message).toContain(`${places.publicDir}/${FIRST.file} cannot be written (`);
    expect(places.installed).toBeNull();
  });

  it('fails with the sentence of the last model when none can be had, and settles nothing', async () => {
    server.answer = refusing(404);
    places.put(CASCADE.file, CASCADE_BYTES);
    places.cachePackage(packageOf({ other: CASCADE_BYTES }));
    expect(await refusal()).toMatch(/^models\/second-512\.onnx is not here/);
    expect(places.installed).toBeNull();
  });

  it('fails before it chooses when another asset cannot be had', async () => {
    places.cachePackage(packageOf({ 'model/second.onnx': SECOND_SOURCE }));
    expect(await refusal()).toMatch(/^cascades\/cascade\.xml is not here/);
    expect(server.asked).toEqual([]);
    expect(places.installed).toBeNull();
  });

  it('takes the model that somebody put there, although another is preferred', async () => {
    places.put(SECOND.file, SECOND_BYTES);
    await ensure();
    expect(places.installed).toBe('second-512');
    expect(server.asked).toEqual([]);
  });

  it('takes the model that somebody put there as it came, and prepares it', async () => {
    places.put(SECOND.file, SECOND_SOURCE);
    await ensure();
    expect(places.installed).toBe('second-512');
    expect(places.holds(SECOND)).toBe(true);
    expect(server.asked).toEqual([]);
  });

  it('needs no network when everything was put there by hand', async () => {
    places = new TestPlaces(temporaryFolder(), await goneServer());
    places.put(CASCADE.file, CASCADE_BYTES);
    places.put(FIRST.file, FIRST_BYTES);
    await ensure();
    expect(places.installed).toBe('first-128');
    expect(places.said).toEqual(['Recognition model: first-128.']);
  });
});

describe('a later start', () => {
  it('fetches and says nothing when all is there', async () => {
    await ensure();
    const requests = server.asked.length;
    places.said.length = 0;
    await ensure();
    expect(server.asked.length).toBe(requests);
    expect(places.said).toEqual([]);
  });

  it('keeps the installed model although the preferred one can be had by now', async () => {
    await ensure('second-512');
    await ensure();
    expect(places.installed).toBe('second-512');
    expect(server.asked).toEqual([]);
    expect(places.read(FIRST.file)).toBeNull();
  });

  it('keeps the installed model although the preferred one lies there too', async () => {
    await ensure('second-512');
    places.put(FIRST.file, FIRST_BYTES);
    await ensure();
    expect(places.installed).toBe('second-512');
  });

  it('fetches the installed model anew when it is damaged or lost', async () => {
    await ensure();
    places.put(FIRST.file, 'damaged');
    await ensure();
    expect(places.holds(FIRST)).toBe(true);
  });

  it('fails rather than replace an installed model that is lost', async () => {
    await ensure();
    places.put(FIRST.file, 'damaged');
    server.answer = refusing(500);
    expect(await refusal()).toMatch(/^models\/first-128\.onnx is not here/);
    expect(places.installed).toBe('first-128');
    expect(places.read(SECOND.file)).toBeNull();
  });
});

describe('a model asked for by name', () => {
  it('is taken although another is preferred', async () => {
    await ensure('second-512');
    expect(places.installed).toBe('second-512');
    expect(server.asked).toEqual([]);
  });

  it('replaces the installed one and says who must enrol again', async () => {
    await ensure();
    await ensure('second-512');
    expect(places.installed).toBe('second-512');
    expect(places.said).toContain(
      'People enrolled with first-128 must enrol again, or choose first-128 in Settings: their templates cannot be compared with those of second-512.',
    );
    expect(places.holds(FIRST)).toBe(true);
    expect(places.present).toEqual(['first-128', 'second-512']);
    places.said.length = 0;
    await ensure();
    expect(places.installed).toBe('second-512');
  });

  it('names no way back when the model before is lost', async () => {
    await ensure();
    places.put(FIRST.file, 'damaged');
    server.answer = refusing(404);
    await ensure('second-512');
    expect(places.present).toEqual(['second-512']);
    expect(places.said.join('\n')).toContain('first-128 cannot be chosen any more: models/first-128.onnx is not here');
    expect(places.said).toContain('People enrolled with first-128 must enrol again: their templates cannot be compared with those of second-512.');
  });

  it('asks nobody to enrol again when it is the installed one', async () => {
    await ensure();
    places.said.length = 0;
    await ensure('first-128');
    expect(places.said).toEqual([]);
  });

  it('replaces nothing when it cannot be had, and no other takes its place', async () => {
    await ensure('second-512');
    server.answer = refusing(404);
    expect(await refusal('first-128')).toMatch(/^models\/first-128\.onnx is not here/);
    expect(places.installed).toBe('second-512');
  });

  it.each(['nonsense', 'cascade', ''])('is refused with the names there are when it is called "%s"', async (name) => {
    expect(await refusal(name)).toBe(`There is no recognition model called ${name}: choose first-128 or second-512.`);
    expect(places.read(CASCADE.file)).toBeNull();
  });
});

describe('the models that can be chosen', () => {
  it('are the one that is used, and whatever lies there whole, in order of preference', async () => {
    places.put(FIRST.file, 'damaged');
    await ensure('second-512');
    expect(places.present).toEqual(['second-512']);
    places.put(FIRST.file, FIRST_BYTES);
    places.said.length = 0;
    await ensure();
    expect(places.present).toEqual(['first-128', 'second-512']);
    expect(places.installed).toBe('second-512');
    expect(places.said).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('are prepared where they were put as they came', async () => {
    places.put(SECOND.file, SECOND_SOURCE);
    await ensure('first-128');
    expect(places.holds(SECOND)).toBe(true);
    expect(places.present).toEqual(['first-128', 'second-512']);
  });

  it('stay: one that is damaged later is fetched anew', async () => {
    await ensure();
    await ensure('second-512');
    places.put(FIRST.file, 'damaged');
    await ensure();
    expect(places.holds(FIRST)).toBe(true);
    expect(places.present).toEqual(['first-128', 'second-512']);
  });

  it('lose one that is lost and cannot be had, without failing', async () => {
    await ensure();
    await ensure('second-512');
    places.put(FIRST.file, 'damaged');
    server.answer = refusing(404);
    await ensure();
    expect(places.present).toEqual(['second-512']);
  });

  it('are added to a record from before there could be several', async () => {
    await ensure();
    places.put(INSTALLED, '{"recognition":"first-128"}');
    places.put(SECOND.file, SECOND_BYTES);
    await ensure();
    expect(places.installed).toBe('first-128');
    expect(places.present).toEqual(['first-128', 'second-512']);
  });
});

describe('an unreadable record of the installed model', () => {
  it.each(['', '{"recognition":', '{}', '{"recognition":5}', 'null', '{"recognition":"unknown"}', '{"recognition":"cascade"}'])('stops a start when it is %s', async (content) => {
    places.put(INSTALLED, content);
    expect(await refusal()).toBe(
      `${places.publicDir}/${INSTALLED} cannot be read: run "npm run assets -- --model ID" with the model your people are enrolled with.`,
    );
    expect(new TextDecoder().decode(places.read(INSTALLED)!)).toBe(content);
  });

  it.each(['{', '{"recognition":"unknown"}', '{"recognition":"cascade"}'])('is replaced when it is %s and a model is asked for by name', async (content) => {
    places.put(INSTALLED, content);
    await ensure('second-512');
    expect(places.installed).toBe('second-512');
  });
});
