/** The checks of `npm test` that count: types, lint, units, goldens and end-to-end tests. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/tools/project';
import { runNode } from './program';

/** How many checks went well and how many did not. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** One for each side of the app: what a room may use differs. */
const TYPE_PROJECTS = ['src/tsconfig.pure.json', 'src/tsconfig.worker.json', 'src/tsconfig.page.json', 'src/tsconfig.node.json', 'tests/tsconfig.json'];

export function runTypes(): Count {
  const results = TYPE_PROJECTS.map((project) => runNode(['node_modules/typescript/bin/tsc', '-p', project]));
  return asOne(results.every(Boolean));
}

export function runLint(): Count {
  return asOne(runNode(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']));
}

/** `filters` are parts of file names; none runs all. */
export function runUnits(filters: readonly string[]): Count {
  const results = emptyResults('unit.json');
  const isClean = runNode([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config=tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...filters,
  ]);
  const { numPassedTests = 0, numFailedTests = 0 } = read(results) as { numPassedTests?: number; numFailedTests?: number };
  return counted(isClean, numPassedTests, numFailedTests);
}

/** One of the projects of playwright.config.ts; `filters` are parts of file names, none runs all. */
export function runInChromium(project: 'golden' | 'e2e', filters: readonly string[]): Count {
  return playwrightCount(project, (results) =>
    runNode(
      ['node_modules/@playwright/test/cli.js', 'test', '--config=tests/e2e/playwright.config.ts', `--project=${project}`, '--forbid-only', ...filters],
      { LINTEL_E2E_RESULTS: results },
    ),
  );
}

/** Counts what Playwright did in `run`, which is given the file for its results and says whether it ended well. */
export function playwrightCount(name: string, run: (results: string) => boolean): Count {
  const results = emptyResults(`${name}.json`);
  const isClean = run(results);
  const { stats = { expected: 0, unexpected: 0, flaky: 0 } } = read(results) as {
    stats?: { expected: number; unexpected: number; flaky: number };
  };
  if (stats.flaky > 0) console.log(`── ${name}: ${stats.flaky} needed a second try, see above`);
  return counted(isClean, stats.expected + stats.flaky, stats.unexpected);
}

function asOne(isPassed: boolean): Count {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 };
}

/** A runner that ended badly without a failed test, as with a file that does not load, has failed once. */
function counted(isClean: boolean, passed: number, failed: number): Count {
  return { passed, failed: isClean ? failed : Math.max(failed, 1) };
}

/** Where a runner writes its results: nothing of an earlier run is left there. */
function emptyResults(file: string): string {
  const path = join(ROOT, 'test-results', file);
  rmSync(path, { force: true });
  return path;
}

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
