/** lintel-camera as it is installed, and what its routes do to Chromium's start. */
import { expect, test } from '@playwright/test';
import { install, purge, tryWithin, within } from './support/machine';

test.beforeAll(() => {
  install();
});

test.afterAll(() => {
  purge();
});

/** Runs Chromium's starter as far as its settings, and says what it would hand to Chromium. */
function started(route: string, flags = ''): { flags: string; preload: string } {
  within(`sed -i 's/^route = .*/route = ${route}/' /etc/lintel/camera.conf`);
  const said = within(`CHROMIUM_FLAGS='${flags}' sh -c 'unset LD_PRELOAD; . /etc/chromium.d/lintel; echo "$CHROMIUM_FLAGS|$LD_PRELOAD"' 2>/dev/null`);
  const [given, preload] = said.split('|');
  return { flags: given!.trim(), preload: preload! };
}

test('the doctor runs on a machine without a camera, and says so to scripts', () => {
  const { code, said } = tryWithin('lintel-camera --json');
  expect([1, 3]).toContain(code);
  const report = JSON.parse(said) as { usable: boolean; findings: { code: string; fix: string }[] };
  expect(report.usable).toBe(false);
  for (const { fix } of report.findings) expect(fix).not.toBe('');
});

test('a setting that cannot be obeyed is named with its line', () => {
  within("sed -i 's/^width = .*/width = wide/' /etc/lintel/camera.conf");
  const { code, said } = tryWithin('lintel-camera');
  expect(code).toBe(2);
  expect(said).toMatch(/^\/etc\/lintel\/camera\.conf, line \d+: width is "wide": give a number/);
  within("sed -i 's/^width = .*/width = 640/' /etc/lintel/camera.conf");
});

test('each route is given to every Chromium, and no other flag is lost', () => {
  for (const route of ['auto', 'direct', 'bridge']) expect(started(route, '--a')).toEqual({ flags: '--a', preload: '' });
  expect(started('pipewire', '--a')).toEqual({ flags: '--a --enable-features=WebRtcPipeWireCamera', preload: '' });
  expect(started('pipewire', '--a --enable-features=B,C --d').flags).toBe('--a --enable-features=WebRtcPipeWireCamera,B,C --d');
  expect(started('libcamerify', '--a')).toEqual({ flags: '--a', preload: '' });
  within('mkdir -p /usr/lib/aarch64-linux-gnu/libcamera && touch /usr/lib/aarch64-linux-gnu/libcamera/v4l2-compat.so');
  expect(started('libcamerify', '--a')).toEqual({ flags: '--a', preload: '/usr/lib/aarch64-linux-gnu/libcamera/v4l2-compat.so' });
});

test('the bridge says why it does not run', () => {
  expect(tryWithin('lintel-camera bridge')).toEqual({ code: 1, said: '/dev/video42 is not there: run sudo lintel-camera setup --route bridge.\n' });
  within('systemctl start lintel-camera-bridge; sleep 1');
  expect(within('journalctl -u lintel-camera-bridge --no-pager')).toContain('/dev/video42 is not there');
  within('systemctl stop lintel-camera-bridge');
});
