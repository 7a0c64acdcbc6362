/** Which version is packed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from '../command-line';
import { ROOT } from '../project';
import { newestEntry } from './control';

export interface Release {
  readonly version: string;
  readonly date: Date;
}

/**
 * The version of package.json, with the date that the package's changelog gives it.
 * @throws CommandError when the changelog's newest entry is of another version.
 */
export async function newestRelease(): Promise<Release> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const newest = newestEntry(await readFile(join(ROOT, 'pi/debian/changelog'), 'utf8'));
  if (newest?.version === version) return newest;
  throw new CommandError(`package.json says version ${version}, and pi/debian/changelog begins with ${newest?.version ?? 'no entry'}: add an entry for ${version} there.`);
}
