/** What the installed service answers, and what it may do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { securityHeaders } from '../../src/serving/headers';
import { TEST_DIST } from '../support/project';
import { ask, install, purge, tryWithin, within } from './support/machine';

/** Every file of the build, as a path of the address. */
const PATHS = readdirSync(TEST_DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => join(entry.parentPath, entry.name).slice(TEST_DIST.length));

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  wasm: 'application/wasm',
  onnx: 'application/octet-stream',
  webmanifest: 'application/manifest+json',
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
};

const WASM = PATHS.find((path) => path.endsWith('.wasm'))!;
const MODEL = '/models/landmarks-68.onnx';

const contentOf = (path: string): Buffer => readFileSync(join(TEST_DIST, path));

test.beforeAll(() => {
  install();
});

test.afterAll(() => {
  purge();
});

test('every file of the build comes whole, with its type and the headers of its path', async () => {
  expect(PATHS.length).toBeGreaterThan(20);
  for (const path of PATHS) {
    const { status, headers, body } = await ask(path);
    expect(status, path).toBe(200);
    expect(body.equals(contentOf(path)), path).toBe(true);
    expect(headers['content-type'], path).toBe(TYPES[path.split('.').at(-1)!]);
    expect(headers['content-encoding'], path).toBeUndefined();
    for (const [name, value] of Object.entries(securityHeaders(path))) expect(headers[name.toLowerCase()], `${name} of ${path}`).toBe(value);
  }
});

test('the vision worker alone may evaluate', async () => {
  const allowed: string[] = [];
  for (const path of PATHS) {
    const policy = (await ask(path)).headers['content-security-policy'] as string;
    if (policy.includes("'unsafe-eval'")) allowed.push(path);
  }
  expect(allowed).toEqual([expect.stringMatching(/^\/workers\/vision-worker-[\w-]+\.js$/)]);
});

test('the address alone gives the page', async () => {
  const { status, headers, body } = await ask('/');
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: TYPES.html });
  expect(body.equals(contentOf('/index.html'))).toBe(true);
});

test('a browser gets the best coding that it takes', async () => {
  const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
  const cases: [string, keyof typeof decoders | undefined][] = [
    ['gzip, deflate, br, zstd', 'br'],
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.000,gzip;q=0', undefined],
    ['brotli, xgzip', undefined],
    ['identity', undefined],
  ];
  const tags = new Set<unknown>();
  for (const [accepted, coding] of cases) {
    const { headers, body } = await ask(WASM, { 'Accept-Encoding': accepted });
    expect(headers['content-encoding'], accepted).toBe(coding);
    expect(headers['content-type'], accepted).toBe('application/wasm');
    expect(headers.vary, accepted).toBe('Accept-Encoding');
    expect((coding === undefined ? body : decoders[coding](body)).equals(contentOf(WASM)), accepted).toBe(true);
    tags.add(headers.etag);
  }
  expect(tags.size).toBe(3);
});

test('a part is given of what is asked for in parts', async () => {
  const whole = contentOf(MODEL);
  const { status, headers, body } = await ask(MODEL, { Range: 'bytes=1000-1999' });
  expect(status).toBe(206);
  expect(headers['content-range']).toBe(`bytes 1000-1999/${whole.length}`);
  expect(body.equals(whole.subarray(1000, 2000))).toBe(true);
  expect((await ask(MODEL, { Range: `bytes=${whole.length}-` })).status).toBe(416);
});

test('the report of the cameras comes from its service, to pages of this device alone, and is kept by nobody', async () => {
  within('systemctl start lintel-camera-report.service');
  expect(within('systemctl is-active lintel-camera-report.timer lintel-camera-report.path')).toBe('active\nactive');
  const { status, headers, body } = await ask('/camera-report.json');
  expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({ status: 200, type: TYPES.json, cache: 'no-store' });
  const report = JSON.parse(body.toString()) as { version: number; checkedAtMs: number; findings: { code: string }[] };
  expect(report.version).toBe(1);
  expect(Math.abs(Date.now() - report.checkedAtMs)).toBeLessThan(700_000);
  expect(report.findings.map(({ code }) => code)).not.toContain('no-chromium');
  expect((await ask('/camera-report.json', { Host: 'attacker.example' })).status).toBe(403);
  expect((await ask('/camera-report.json', {}, 'POST')).status).toBe(405);
  expect((await ask('/lintel-camera/report.json')).status).toBe(404);
  within('rm /run/lintel-camera/report.json');
  expect((await ask('/camera-report.json')).status).toBe(404);
});

test('what has its hash in its name is kept for good, and everything else asked for again', async () => {
  for (const path of ['/', ...PATHS]) {
    const expected = /^\/(assets|workers)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    expect((await ask(path)).headers['cache-control'], path).toBe(expected);
  }
  for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest']) {
    const { headers } = await ask(path);
    expect((await ask(path, { 'If-None-Match': headers.etag as string })).status, path).toBe(304);
  }
});

test('what is not there, or not to be seen, is refused with the same headers', async () => {
  for (const path of ['/nothing', '/assets/', '/assets/nothing-12345678.js', '/../apache.conf', '/%2e%2e/apache.conf', '/.lintel-build']) {
    const { status, headers } = await ask(path);
    expect([400, 403, 404], path).toContain(status);
    expect(headers['cache-control'], path).toBeUndefined();
    if (status === 404) expect(headers, path).toMatchObject({ 'content-security-policy': securityHeaders('/')['Content-Security-Policy'] });
  }
  for (const method of ['PUT', 'POST', 'DELETE', 'TRACE']) expect((await ask('/', {}, method)).status, method).toBe(405);
});

test('it listens to this device alone', () => {
  const listening = within("ss -Hltn | awk '{ print $4 }'").split('\n');
  expect(listening).toEqual(['127.0.0.1:8484']);
});

test('it runs as nobody known, with no rights to gain, and cannot write or see more than it serves', () => {
  const facts = within("cat /proc/$(systemctl show -P MainPID lintel)/status | grep -E '^(Uid|CapEff|CapBnd|NoNewPrivs|Seccomp):' | tr '\\t' ' '");
  expect(facts).toContain('CapEff: 0000000000000000');
  expect(facts).toContain('CapBnd: 0000000000000000');
  expect(facts).toContain('NoNewPrivs: 1');
  expect(facts).toContain('Seccomp: 2');
  const [uid] = /Uid: (\d+)/.exec(facts)!.slice(1).map(Number);
  // The range of users that systemd makes up and forgets.
  expect(uid).toBeGreaterThanOrEqual(61_184);
  expect(uid).toBeLessThanOrEqual(65_519);
  const exposure = Number(/Overall exposure level for lintel\.service: ([\d.]+)/.exec(within('systemd-analyze security lintel --no-pager'))![1]);
  expect(exposure).toBeLessThanOrEqual(1.5);
});

test('it comes back when it dies, and says why when its port is taken', async () => {
  const mainPid = (): string => within('systemctl show -P MainPID lintel');
  const before = mainPid();
  within(`kill -9 ${before}`);
  await expect.poll(mainPid).not.toMatch(new RegExp(`^(0|${before})$`));
  await expect.poll(() => ask('/').then(({ status }) => status, () => 0)).toBe(200);

  within('systemctl stop lintel');
  const holdPort = "import socket, subprocess, time; held = socket.create_server(('127.0.0.1', 8484)); subprocess.run(['systemctl', 'start', 'lintel']); time.sleep(1)";
  const { code, said } = tryWithin(`python3 -c "${holdPort}"; journalctl -u lintel --no-pager`);
  expect(code).toBe(0);
  expect(said).toContain('could not bind to address 127.0.0.1:8484');
  within('systemctl restart lintel');
});
