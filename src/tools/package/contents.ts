/** What the Debian package holds besides the build: where each file comes from and where it goes. */
import { APP_DIR } from './apache-conf';

/** One file or folder of the package; `from` is below the project's folder. */
export interface Content {
  readonly from: string;
  /** Below `/`, without the slash. */
  readonly to: string;
  readonly isProgram?: boolean;
}

/** The build's place below `/`. */
export const APP_FOLDER = APP_DIR.slice(1);

export const CONTENTS: readonly Content[] = [
  { from: 'pi/etc/apache.conf', to: 'etc/lintel/apache.conf' },
  // Raspberry Pi OS has called the browser by both names.
  ...['chromium', 'chromium-browser'].map((browser) => ({
    from: 'pi/etc/chromium-policy.json',
    to: `etc/${browser}/policies/managed/lintel.json`,
  })),
  { from: 'pi/etc/camera.conf', to: 'etc/lintel/camera.conf' },
  { from: 'pi/etc/chromium-flags', to: 'etc/chromium.d/lintel' },
  { from: 'pi/bin/lintel', to: 'usr/bin/lintel', isProgram: true },
  { from: 'pi/bin/lintel-camera', to: 'usr/bin/lintel-camera', isProgram: true },
  { from: 'pi/bin/lintel-kiosk', to: 'usr/bin/lintel-kiosk', isProgram: true },
  { from: 'pi/python', to: 'usr/share/lintel/python' },
  { from: 'pi/share/lintel-camera-bridge.service', to: 'usr/lib/systemd/system/lintel-camera-bridge.service' },
  ...['service', 'timer', 'path'].map((kind) => ({
    from: `pi/share/lintel-camera-report.${kind}`,
    to: `usr/lib/systemd/system/lintel-camera-report.${kind}`,
  })),
  { from: 'pi/share/lintel.service', to: 'usr/lib/systemd/system/lintel.service' },
  { from: 'pi/share/lintel.desktop', to: 'usr/share/applications/lintel.desktop' },
  { from: 'public/icons/icon.svg', to: 'usr/share/icons/hicolor/scalable/apps/lintel.svg' },
  { from: 'public/icons/icon-192.png', to: 'usr/share/icons/hicolor/192x192/apps/lintel.png' },
  { from: 'public/icons/icon-512.png', to: 'usr/share/icons/hicolor/512x512/apps/lintel.png' },
  { from: 'pi/debian/copyright', to: 'usr/share/doc/lintel/copyright' },
];

/** Kept compressed, as Debian wants them. */
export const COMPRESSED_CONTENTS: readonly Content[] = [
  { from: 'pi/debian/changelog', to: 'usr/share/doc/lintel/changelog.gz' },
  ...['lintel.1', 'lintel-camera.1', 'lintel-kiosk.1'].map((page) => ({ from: `pi/man/${page}`, to: `usr/share/man/man1/${page}.gz` })),
];

export const MAINTAINER_SCRIPTS = ['postinst', 'prerm', 'postrm'] as const;
