/** What Lintel stands on: under which licences, and whether anybody warned of it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../../src/tools/dependencies.mjs';
import { ROOT } from '../../src/tools/project';
import { isPermitted, MAY_BUILD } from '../../src/tools/sbom/licences';
import { lockedPackages } from '../../src/tools/sbom/lock-file';
import { graveAdvisories } from '../support/advisories';
import type { Count } from './checks';

const AUDIT_WITHIN_MS = 60_000;

/** Licences of all packages by the list, what is shipped being checked by the build too; then the advisories. */
export function runDependencies(): Count {
  const counts = [licencesArePermitted(), nobodyWarns()];
  return { passed: counts.filter(Boolean).length, failed: counts.filter((isRight) => !isRight).length };
}

function licencesArePermitted(): boolean {
  const packages = [...lockedPackages(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).values()];
  const refused = packages.filter(({ licence }) => licence === null || !isPermitted(licence, MAY_BUILD));
  for (const { name, version, licence } of refused) console.error(`${name} ${version} has the licence ${licence ?? '(none)'}, which src/tools/sbom/licences.ts does not list.`);
  if (refused.length === 0) console.log(`${packages.length} packages, all under permitted licences.`);
  return refused.length === 0;
}

/** True too when the registry does not answer: then nobody knows, which is said. */
function nobodyWarns(): boolean {
  const { command, args } = npmCommand();
  const { stdout } = spawnSync(command, [...args, 'audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8', timeout: AUDIT_WITHIN_MS });
  const advisories = graveAdvisories(stdout);
  if (advisories === null) {
    console.log('The registry did not say whether there are advisories: "npm audit" does where it does.');
    return true;
  }
  for (const { name, severity } of advisories) console.error(`There is a ${severity} advisory on ${name}: "npm audit" says what it is.`);
  return advisories.length === 0;
}
