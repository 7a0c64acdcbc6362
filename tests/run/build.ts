/** The production build that the end-to-end tests run in: a developer's own model and build are left alone. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RECOGNITION_MODELS } from '../../src/core/model';
import { ROOT } from '../../src/tools/project';
import { flawsOfBill } from '../../src/tools/sbom/check-bill';
import { BILL_FILE } from '../../src/tools/sbom/plugin';
import { TEST_DIST, TEST_MODEL, TEST_PUBLIC } from '../support/project';
import type { Count } from './checks';
import { runNode } from './program';

/** Of a developer's own choice of models nothing is taken over: the tests find the same on every machine. */
const LEFT_OUT = ['installed.json', ...RECOGNITION_MODELS.filter((model) => model !== TEST_MODEL).map((model) => `${model}.onnx`)];

/** A copy of `public` with the model the tests are pinned to, alone. It is set-up: only its failure counts. */
export function prepareAssets(): Count {
  rmSync(TEST_PUBLIC, { recursive: true, force: true });
  cpSync(join(ROOT, 'public'), TEST_PUBLIC, { recursive: true, filter: (path) => !LEFT_OUT.includes(basename(path)) });
  const isDone = runNode(['--import', 'tsx', 'src/tools/assets.ts', '--model', TEST_MODEL, '--public', TEST_PUBLIC]);
  return { passed: 0, failed: isDone ? 0 : 1 };
}

/** The build itself, and that what it is made of is told. */
export function buildForTests(): Count {
  const isDone = runNode(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    LINTEL_PUBLIC_DIR: TEST_PUBLIC,
    LINTEL_OUT_DIR: TEST_DIST,
  });
  const flaws = isDone ? flawsOfBill(JSON.parse(readFileSync(join(TEST_DIST, BILL_FILE), 'utf8'))) : [];
  for (const flaw of flaws) console.error(`${BILL_FILE}: ${flaw}`);
  const isRight = isDone && flaws.length === 0;
  return { passed: isRight ? 1 : 0, failed: isRight ? 0 : 1 };
}
