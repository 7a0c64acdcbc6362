/** `npm run eval`: photographs through the production worker in real Chromium, to figures, files and a second run. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type EvalOptions, parseOptions } from '../../src/tools/eval/options';
import type { EvalReport } from '../../src/tools/eval/report';
import { runEval } from '../../src/tools/eval/run-eval';
import { photoBytes } from '../../src/tools/camera-file';
import { TEST_DIST, TEST_MODEL } from '../support/project';

/** Ada's two images are one photograph with another byte at its end: the same face, another file. */
const PHOTOS: Readonly<Record<string, Buffer>> = {
  'Ada/Ada_0001.jpg': photoBytes('sample1.jpg'),
  'Ada/Ada_0002.jpg': Buffer.concat([photoBytes('sample1.jpg'), Buffer.of(0)]),
  'Ben/Ben_0001.jpg': photoBytes('sample2.jpg'),
  'Ben/Ben_0002.jpg': Buffer.from('not a picture'),
  'Cleo/Cleo_0001.jpg': photoBytes('sample3.jpg'),
};

/** A drawing without a face. */
const EMPTY_ROOM = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const PAIRS = '1\nAda 1 2\nAda 1 Ben 1\n';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lintel-test-'));
  for (const [file, bytes] of Object.entries({ ...PHOTOS, 'Nobody/Nobody_0001.png': EMPTY_ROOM })) {
    mkdirSync(dirname(join(folder, 'photos', file)), { recursive: true });
    writeFileSync(join(folder, 'photos', file), bytes);
  }
  writeFileSync(join(folder, 'pairs.txt'), PAIRS);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command on the tests' build; what it says of its progress comes along. */
async function evaluate(...argv: string[]): Promise<{ report: EvalReport; said: string }> {
  const options: EvalOptions = parseOptions(['photos', ...argv], folder)!;
  let said = '';
  const progress = { write: (text: string) => (said += text) };
  const report = await runEval(options, () => Promise.resolve({ dist: TEST_DIST, model: null, cacheDir: join(folder, 'cache'), progress }));
  return { report, said };
}

test('a folder becomes figures, files and, the second time, the same without analysing again', async () => {
  const { report } = await evaluate('--json', 'out.json', '--html', 'out.html', '--histogram', 'histogram.json', '--enrol', '1');
  expect(report.milliseconds?.images).toBe(5);

  const json = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as EvalReport;
  expect(json).toMatchObject({ images: 6, people: 4, facesNotFound: 2, pairs: 15, genuinePairs: 2, impostorPairs: 13, model: TEST_MODEL });
  const keys = ['accuracy', 'accuracySe', 'auc', 'eer', 'tar', 'thresholdAt', 'default', 'intervals', 'pipeline', 'enrol'];
  expect(Object.keys(json)).toEqual(expect.arrayContaining(keys));
  expect(Object.keys(json.tar)).toEqual(['1e-2', '1e-3', '1e-4']);
  expect(json.failures.map(({ file }) => file)).toEqual(['Ben/Ben_0002.jpg', 'Nobody/Nobody_0001.png']);
  expect(json.failures[0]!.reason).toBe('the picture cannot be read');
  // Ada is known again; Ben's picture that cannot be read is a rejection.
  expect(json.default).toMatchObject({ far: 0, frr: 0.5 });
  expect(json.enrol).toMatchObject({ enrolled: 2, probes: 2, identified: 1, falselyRejected: 1, strangers: 2, strangersAccepted: 0 });

  const html = readFileSync(join(folder, 'out.html'), 'utf8');
  expect(html).toContain('Ben/Ben_0002.jpg');
  expect(html.match(/<svg /g)).toHaveLength(3);
  const histogram = JSON.parse(readFileSync(join(folder, 'histogram.json'), 'utf8')) as { pairs: number };
  expect(histogram.pairs).toBe(5);

  const { report: again } = await evaluate('--enrol', '1', '--pairs', 'pairs.txt');
  expect(again.milliseconds).toBeNull();
  expect(again.allPairs?.default).toEqual(json.default);
  expect(again).toMatchObject({ pairs: 2, accuracy: 1, accuracyFolds: 1, default: { far: 0, frr: 0 } });
  expect(again.notes.join(' ')).toContain('one fold');
});

test('what a person can put right is said before anything is started', async () => {
  writeFileSync(join(folder, 'foreign.txt'), '1\nAda 1 2\nAda 1 Zoe 1\n');
  await expect(evaluate('--pairs', 'foreign.txt')).rejects.toThrow('The pairs file names Zoe/Zoe_0001.jpg, which is not in the folder');
  await expect(evaluate('--pairs', 'nowhere.txt')).rejects.toThrow('There is no pairs file');
});
