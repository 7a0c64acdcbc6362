/** What the service worker keeps for offline use, from the build that ships. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface PrecachedFile {
  readonly file: string;
  readonly bytes: number;
}

/** Every precached file of a build, the largest first. @throws Error when the service worker lists none. */
export async function precachedFiles(dist: string): Promise<PrecachedFile[]> {
  const files = precachedPaths(await readFile(join(dist, 'sw.js'), 'utf8'));
  if (files.length === 0) throw new Error('The service worker of the build lists no files.');
  const sized = await Promise.all(files.map(async (file) => ({ file, bytes: (await stat(join(dist, file))).size })));
  return sized.sort((a, b) => b.bytes - a.bytes);
}

/** The paths in the precache manifest that Workbox has written into the service worker. */
export function precachedPaths(script: string): string[] {
  const entries = script.matchAll(/\{\s*"?url"?:\s*"([^"]+)",\s*"?revision"?:|\{\s*"?revision"?:\s*(?:null|"[^"]*"),\s*"?url"?:\s*"([^"]+)"/g);
  return [...new Set([...entries].map(([, first, second]) => first ?? second!))];
}
