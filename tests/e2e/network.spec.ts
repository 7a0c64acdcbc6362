/** Nothing leaves the device: no request does, and none could. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { threadCount } from '../../src/inference/worker/thread-count';
import type { Page } from '@playwright/test';
import type { TrustedTypePolicyFactory } from 'trusted-types/lib';
import { flawsOfBill } from '../../src/tools/sbom/check-bill';
import { expect, SCENES, test } from '../support/fixtures';
import { TEST_DIST } from '../support/project';

test('a whole session talks to its own origin alone', async ({ open, camera, server }) => {
  const lintel = await open(await camera(SCENES.ada), { url: 'about:blank' });
  const { page } = lintel;
  const requested = new Set<string>();
  const violations = policyViolations(page);
  page.context().on('request', (request) => requested.add(request.url()));
  await page.goto(server.url);
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  await lintel.verify();
  for (const destination of ['People', 'Settings', 'Diagnostics'] as const) await lintel.go(destination);
  await lintel.waitUntilOffline();
  await page.reload();
  await lintel.verify();
  const foreign = [...requested].filter((url) => !url.startsWith(`${server.url}/`) && !/^(blob|data):/.test(url));
  expect(foreign).toEqual([]);
  expect([...requested].some((url) => url.endsWith('.onnx'))).toBe(true);
  expect([...requested].every((url) => !url.includes('Ada'))).toBe(true);
  expect(violations).toEqual([]);
});

/** What Chromium says of anything that a policy kept from happening, in the page or in its workers. */
function policyViolations(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted(HTML|Script)/.test(message.text())) said.push(message.text());
  });
  return said;
}

test('text becomes neither markup nor script, whoever asks', async ({ open }) => {
  const { page } = await open(null);
  await expect(page.getByRole('button', { name: 'Verify' })).toBeVisible();
  const violations = policyViolations(page);
  const outcomes = await page.evaluate(tryEverySink);
  const kept = { markup: 'TypeError', inserted: 'TypeError', worker: 'TypeError', service: 'TypeError', script: 'TypeError', again: 'TypeError', other: 'TypeError' };
  expect(outcomes).toEqual(kept);
  expect(await page.locator('b').count()).toBe(0);
  await expect.poll(() => violations.length).toBeGreaterThan(0);
});

/** Runs in the page: the name of the error that each way ends in, or `done`. */
async function tryEverySink(): Promise<Record<string, string>> {
  const outcome = async (run: () => unknown): Promise<string> => {
    try {
      await run();
      return 'done';
    } catch (error) {
      return (error as Error).name;
    }
  };
  const url = document.querySelector('script')!.src;
  const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypePolicyFactory };
  const rules = { createHTML: (text: string) => text, createScriptURL: (text: string) => text };
  return {
    markup: await outcome(() => (document.body.innerHTML = '<b>')),
    inserted: await outcome(() => document.body.insertAdjacentHTML('beforeend', '<b>')),
    worker: await outcome(() => new Worker(url)),
    service: await outcome(() => navigator.serviceWorker.register('/sw.js')),
    script: await outcome(() => (document.createElement('script').src = url)),
    // A policy that lets everything through cannot be made, neither under a name that is taken nor under another.
    again: await outcome(() => trustedTypes.createPolicy('lintel', rules)),
    other: await outcome(() => trustedTypes.createPolicy('default', rules)),
  };
}

test('the policy blocks every way out, from the page and from the worker', async ({ open, camera }) => {
  let arrived = 0;
  const outside = createServer((_request, response) => {
    arrived += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.end('caught');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`;
  try {
    // The trap works: the same request from outside any policy arrives.
    expect(await (await fetch(target)).text()).toBe('caught');
    arrived = 0;

    const { page } = await open(await camera(SCENES.ada));
    const ways = await page.evaluate(tryEveryWayOut, target);
    expect(ways).toEqual({ fetch: 'blocked', image: 'blocked', script: 'blocked', socket: 'blocked', evaluation: 'blocked' });
    await expect.poll(() => page.workers().length).toBeGreaterThan(0);
    const fromWorkers = await Promise.all(
      page.workers().map((worker) => worker.evaluate((url) => fetch(url).then(() => 'sent', () => 'blocked'), target)),
    );
    expect(new Set(fromWorkers)).toEqual(new Set(['blocked']));
    await page.waitForTimeout(500);
    expect(arrived).toBe(0);
  } finally {
    outside.close();
  }
});

/** Runs in the page. */
async function tryEveryWayOut(url: string): Promise<Record<string, string>> {
  const load = (element: HTMLImageElement | HTMLScriptElement): Promise<string> =>
    new Promise((resolve) => {
      element.onload = () => resolve('sent');
      element.onerror = () => resolve('blocked');
      try {
        element.src = url;
      } catch {
        resolve('blocked');
      }
      document.head.append(element);
    });
  const socket = (): Promise<string> =>
    new Promise((resolve) => {
      try {
        const attempt = new WebSocket(url.replace('http', 'ws'));
        attempt.onopen = () => resolve('sent');
        attempt.onerror = () => resolve('blocked');
      } catch {
        resolve('blocked');
      }
    });
  navigator.sendBeacon(url, 'beacon');
  const evaluation = (): string => {
    try {
      return String(globalThis.eval('"ran"'));
    } catch {
      return 'blocked';
    }
  };
  return {
    fetch: await fetch(url).then(() => 'sent', () => 'blocked'),
    image: await load(new Image()),
    script: await load(document.createElement('script')),
    socket: await socket(),
    evaluation: evaluation(),
  };
}

test('every response carries the headers, and only the vision worker may evaluate', async ({ open, server }) => {
  const { page } = await open(null);
  const seen = new Map<string, Record<string, string>>();
  page.on('response', (response) => seen.set(new URL(response.url()).pathname, response.headers()));
  await page.reload();
  await expect.poll(() => [...seen.keys()].some((path) => path.endsWith('.onnx'))).toBe(true);
  const direct = await fetch(`${server.url}/`);
  seen.set('/', Object.fromEntries(direct.headers));
  for (const [path, headers] of seen) {
    expect(headers, path).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['permissions-policy'], path).toContain('camera=(self)');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("connect-src 'self'");
    expect(policy, path).not.toContain('unsafe-inline');
    const isVisionWorker = path.startsWith('/workers/vision-worker-');
    expect(/(?<!wasm-)unsafe-eval/.test(policy), path).toBe(isVisionWorker);
    expect(policy.includes("require-trusted-types-for 'script'"), path).toBe(!isVisionWorker);
  }
  expect([...seen.keys()].some((path) => path.startsWith('/workers/vision-worker-'))).toBe(true);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('diagnostics say what runs and can be copied', async ({ open, camera }) => {
  const lintel = await open(await camera(SCENES.ada));
  const { page } = lintel;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await lintel.skipCountdown();
  await lintel.enrol('Ada');
  // OpenCV starts beside the first frames, and finds the faces of later ones.
  const detect = page.locator('dt', { hasText: /^detect$/ }).locator('+ dd');
  await expect(async () => {
    await lintel.go('Verify');
    await page.waitForTimeout(1000);
    await lintel.go('Diagnostics');
    await expect(detect).toContainText('p50', { timeout: 500 });
  }).toPass({ timeout: 40_000 });
  await lintel.button('Copy as text').click();
  await expect(lintel.button('Copied')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  for (const line of [
    /Frames delivered: [\d.]+ per second \([1-9]\d* in all\)/,
    /Frames analysed: [\d.]+ per second \([1-9]\d* in all\)/,
    /detect: p50 [\d.]+ ms · p95 [\d.]+ ms/,
    /embed: p50/,
    /Recognition: mobilefacenet-512/,
    /mobilefacenet-512 SHA-256: [0-9a-f]{64}/,
    /Last embedding length: [\d.]+/,
    new RegExp(`Threads: ${threadCount(availableParallelism(), true)}`),
    /SIMD: yes/,
    /Cross-origin isolated: yes/,
    /Storage used: [\d.]+ MB of/,
    /Storage persistent: (yes|no)/,
  ]) {
    expect(text).toMatch(line);
  }
  expect(text).not.toContain('Ada');

  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'What Lintel is made of' }).click();
  const bill = readFileSync(await (await downloading).path(), 'utf8');
  expect(flawsOfBill(JSON.parse(bill))).toEqual([]);
  // The parts of the service worker say of themselves what they are.
  const parts = [...readFileSync(join(TEST_DIST, 'sw.js'), 'utf8').matchAll(/workbox:([a-z-]+):\d/g)].map(([, part]) => `"workbox-${part}"`);
  expect(parts.length).toBeGreaterThan(0);
  for (const part of [...parts, '"lit-html"', '"onnxruntime-web"', '"@techstark/opencv-js"', '"mobilefacenet-512"']) expect(bill).toContain(part);
});
