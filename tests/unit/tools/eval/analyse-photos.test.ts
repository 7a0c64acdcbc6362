/** Every photograph goes through the pipeline once, whatever happens on the way. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Bench, analysePhotos, usefulWorkers } from '../../../../src/tools/eval/analyse-photos';
import type { Photo } from '../../../../src/tools/eval/photos';
import { type Configuration, SavedResults } from '../../../../src/tools/eval/saved-results';
import type { PhotoReply } from '../../../../src/tools/eval/worker-reply';
import { temporaryFolder } from '../../../support/temporary-folder';

const CONFIGURATION: Configuration = { model: 'm', pipeline: 'p-1', worker: [], minLength: {}, detector: { kind: 'haar' }, preparation: {} };
const FAULT: PhotoReply = { kind: 'fault', fault: { code: 'worker-hung', detail: 'silent for 120 s' } };

/** An embedding that tells which photograph it came from. */
function embedded(photo: Uint8Array): PhotoReply {
  return { kind: 'outcome', timings: { embed: photo[0]! }, outcome: { kind: 'embedded', embedding: [photo[0]!], origin: { pipeline: 'p-1' } } };
}

class FakeBench implements Bench {
  readonly analysed: number[] = [];
  readonly started: number[] = [];

  constructor(readonly reply: (photo: Uint8Array) => PhotoReply = embedded) {}

  start(slot: number): Promise<unknown> {
    this.started.push(slot);
    return Promise.resolve(null);
  }

  analyse(_slot: number, photo: Uint8Array): Promise<PhotoReply> {
    this.analysed.push(photo[0]!);
    return Promise.resolve(this.reply(photo));
  }
}

/** A folder with as many photographs, whose only byte is their number. */
function folderOf(count: number): { dir: string; photos: Photo[] } {
  const dir = temporaryFolder();
  mkdirSync(join(dir, 'Ada'));
  const photos = Array.from({ length: count }, (_, index) => ({ file: `Ada/Ada_${index + 1}.jpg`, person: 'Ada', number: index + 1 }));
  for (const { file, number } of photos) writeFileSync(join(dir, file), Uint8Array.of(number));
  return { dir, photos };
}

async function savedIn(dir: string): Promise<SavedResults> {
  const saved = await SavedResults.open(join(dir, 'results.jsonl'), false);
  onTestFinished(() => saved.close());
  return saved;
}

describe('analysePhotos', () => {
  it.each([1, 3])('gives a result for each photograph, in order, with %d workers', async (workers) => {
    const { dir, photos } = folderOf(7);
    let done = 0;
    const job = { dir, photos, configuration: CONFIGURATION, follow: null, saved: await savedIn(dir), workers, onDone: () => (done += 1) };
    const { results, timings } = await analysePhotos(new FakeBench(), job);
    expect(results.map((result) => (result.kind === 'embedded' ? result.embedding[0] : null))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(timings).toHaveLength(7);
    expect(done).toBe(7);
  });

  it('analyses what is saved no second time, and starts no worker for it', async () => {
    const { dir, photos } = folderOf(3);
    const job = { dir, photos, configuration: CONFIGURATION, follow: null, saved: await savedIn(dir), workers: 1, onDone: () => {} };
    const first = await analysePhotos(new FakeBench(), job);
    const bench = new FakeBench();
    const second = await analysePhotos(bench, job);
    expect(second.results).toEqual(first.results);
    expect(second.timings).toEqual([]);
    expect([bench.analysed, bench.started]).toEqual([[], []]);
  });

  it('goes on after a worker failed, and tries that photograph again in the next run', async () => {
    const { dir, photos } = folderOf(3);
    const job = { dir, photos, configuration: CONFIGURATION, follow: null, saved: await savedIn(dir), workers: 1, onDone: () => {} };
    const { results } = await analysePhotos(new FakeBench((photo) => (photo[0] === 2 ? FAULT : embedded(photo))), job);
    expect(results.map(({ kind }) => kind)).toEqual(['embedded', 'failed', 'embedded']);
    const bench = new FakeBench();
    await analysePhotos(bench, job);
    expect(bench.analysed).toEqual([2]);
  });

  it('gives up when workers keep failing', async () => {
    const { dir, photos } = folderOf(5);
    const bench = new FakeBench(() => FAULT);
    const job = { dir, photos, configuration: CONFIGURATION, follow: null, saved: await savedIn(dir), workers: 1, onDone: () => {} };
    await expect(analysePhotos(bench, job)).rejects.toThrow('The vision worker failed 3 times in a row');
    expect(bench.analysed).toEqual([1, 2, 3]);
  });

  it('lists a file that cannot be read', async () => {
    const { dir, photos } = folderOf(1);
    const job = { dir, photos: [{ ...photos[0]!, file: 'Ada/gone.jpg' }], configuration: CONFIGURATION, follow: null, saved: await savedIn(dir), workers: 1, onDone: () => {} };
    expect((await analysePhotos(new FakeBench(), job)).results).toEqual([{ kind: 'failed', reason: 'the file cannot be read' }]);
  });
});

describe('usefulWorkers', () => {
  it.each([[1, 1], [2, 2], [4, 2], [8, 4]])('on %d cores: %d', (cores, workers) => {
    expect(usefulWorkers(cores)).toBe(workers);
  });
});
