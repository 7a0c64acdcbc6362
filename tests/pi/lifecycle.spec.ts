/** Installed, upgraded, removed and purged. */
import { expect, test } from '@playwright/test';
import { ask, install, purge, tryWithin, within } from './support/machine';

/** What the system itself writes when any package comes and goes. */
const SYSTEM = '/(var/(lib/(dpkg|apt)|cache|log|tmp)|usr/share/(applications/mimeinfo.cache|icons/hicolor/icon-theme.cache))(/|$)';

/** Every path of the machine that a package might leave something at. */
function everything(): Set<string> {
  return new Set(within(`find /etc /home /opt /root /srv /usr /var -xdev -print | grep -vE '^${SYSTEM}'`).split('\n'));
}

test('an upgrade keeps what the owner changed, and serves the new build', async () => {
  install();
  within("sed -i 's/127.0.0.1:8484/127.0.0.1:8484\\n# a change of the owner/' /etc/lintel/apache.conf");
  const before = within('systemctl show -P MainPID lintel');
  install(process.env.LINTEL_NEXT_PACKAGE);
  expect(within("dpkg-query -W -f '${Version}' lintel")).toBe(process.env.LINTEL_NEXT_VERSION);
  expect(within('cat /etc/lintel/apache.conf')).toContain('# a change of the owner');
  expect(within('systemctl show -P MainPID lintel')).not.toBe(before);
  expect((await ask('/')).status).toBe(200);
  purge();
});

test('a service that the owner disabled stays so after an upgrade', () => {
  install();
  within('systemctl disable --now lintel 2>&1');
  install(process.env.LINTEL_NEXT_PACKAGE);
  expect(tryWithin('systemctl is-enabled lintel').said.trim()).toBe('disabled');
  purge();
});

test('removal stops it and leaves its settings; purge leaves nothing, and says what is in the browser', async () => {
  const before = everything();
  const added = (): string[] => [...everything()].filter((path) => !before.has(path));
  install();
  expect(added().length).toBeGreaterThan(50);
  expect(within('systemctl is-enabled lintel')).toBe('enabled');
  // What setting up the bridge makes, and what the tools leave when they run.
  within('touch /etc/modprobe.d/lintel-camera.conf /etc/modules-load.d/lintel-camera.conf; systemctl enable --now lintel-camera-bridge 2>&1');
  within('lintel-camera --json || true; lintel-camera setup || true');

  within('apt-get remove -y lintel 2>&1');
  await expect(ask('/')).rejects.toThrow(/ECONNREFUSED/);
  expect(within('pgrep -c apache2 || true')).toBe('0');
  const left = added();
  // With the settings stays whether it was enabled.
  expect(left.filter((path) => !path.startsWith('/etc/') && !path.startsWith('/var/lib/systemd/deb-systemd-helper-'))).toEqual([]);
  expect(left).toContain('/etc/lintel/apache.conf');

  expect(purge()).toMatch(/What stays is in Chromium's profiles[\s\S]*chrome:\/\/settings\/content\/siteDetails\?site=http:\/\/localhost:8484/);
  const after = everything();
  expect([...after].filter((path) => !before.has(path))).toEqual([]);
  expect([...before].filter((path) => !after.has(path))).toEqual([]);
  expect(tryWithin('systemctl status lintel').said).toContain('could not be found');
});
