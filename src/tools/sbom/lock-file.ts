/** What package-lock.json says of the packages. */

/** One package as npm resolved it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; null where the package states none. */
  readonly licence: string | null;
  /** The hash of the archive it came in, as `sha512-` and base64; null where it has none. */
  readonly integrity: string | null;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly license?: unknown; readonly integrity?: string }>>;
}

/** Every package by its folder, as `node_modules/lit`. */
export function lockedPackages(lockFile: string): Map<string, LockedPackage> {
  const { packages } = JSON.parse(lockFile) as LockFile;
  return new Map(
    Object.entries(packages).flatMap(([folder, { version = '', license, integrity = null }]): [string, LockedPackage][] => {
      const name = folder.split('node_modules/').at(-1)!;
      return folder === '' ? [] : [[folder, { name, version, licence: typeof license === 'string' ? license : null, integrity }]];
    }),
  );
}

/** The folder of the package that a file belongs to, as the lock file names it; null for Lintel's own files. */
export function packageFolderOf(file: string): string | null {
  return /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? null;
}
