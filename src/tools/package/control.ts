/** The package's own papers: what it is, what it needs, and which files an owner may have changed. */

export interface ControlFacts {
  readonly version: string;
  /** What it takes on the disk. */
  readonly installedBytes: number;
}

/** Debian's `control` file. */
export function controlFile({ version, installedBytes }: ControlFacts): string {
  return `Package: lintel
Version: ${version}
Section: graphics
Priority: optional
Architecture: all
Maintainer: Lintel maintainers <maintainers@lintel.invalid>
Installed-Size: ${Math.ceil(installedBytes / 1024)}
Pre-Depends: init-system-helpers (>= 1.54~)
Depends: apache2-bin (>= 2.4.47), chromium | chromium-browser, python3:any
Recommends: v4l-utils
Suggests: rpicam-apps, libcamera-tools, libcamera-v4l2, v4l2loopback-dkms, unclutter
Description: face recognition that never leaves the device
 Lintel looks through the camera, says who it sees, how sure it is, and why.
 It is a web app that runs in Chromium, works offline, and keeps everything it
 learns in the browser profile of the person who uses it.
 .
 This package serves the app to this device alone, at http://localhost:8484,
 lets Chromium use the camera there without asking, and installs the app with
 its icon. It also brings lintel-camera, which finds the camera of a Raspberry
 Pi and sets up a way for Chromium to see it, and lintel-kiosk, which fills the
 screen with Lintel from login on.
`;
}

/** Debian's `conffiles`: every file below /etc is the owner's, and kept as they left it. */
export function conffiles(paths: readonly string[]): string {
  return lines(paths.filter((path) => path.startsWith('etc/')).map((path) => `/${path}`));
}

/** Debian's `md5sums` of the files that are the package's own. */
export function md5sums(files: readonly { readonly path: string; readonly md5: string }[]): string {
  return lines(files.filter(({ path }) => !path.startsWith('etc/')).map(({ path, md5 }) => `${md5}  ${path}`));
}

/** Version and time of the newest entry of Debian's `changelog`; null where it has none. */
export function newestEntry(changelog: string): { readonly version: string; readonly date: Date } | null {
  const version = /^lintel \(([^)]+)\)/m.exec(changelog)?.[1];
  const date = new Date(/^ -- .+>  (.+)$/m.exec(changelog)?.[1] ?? '');
  return version === undefined || Number.isNaN(date.getTime()) ? null : { version, date };
}

function lines(items: readonly string[]): string {
  return items.map((item) => `${item}\n`).join('');
}
