/** What every response allows, and what only the vision worker may do. */
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../../../src/serving/headers';

const PAGE_PATHS = [
  '/',
  '/index.html',
  '/assets/index.js',
  '/sw.js',
  '/models/manifest.json',
  '/notworkers/a.js',
  '/workers/match-worker-DvuJeyUw.js',
  '/workers/vision-worker-abc.js/more',
  '/workers/vision-worker-abc.mjs',
  '/assets/workers/vision-worker-abc.js',
  '/src/inference/worker/match-worker.ts',
];
const WORKER_PATHS = ['/workers/vision-worker-CO-k_b7K.js', '/src/inference/worker/vision-worker.ts'];

/** The Content-Security-Policy of a path, by directive. */
function policyOf(path: string): Map<string, readonly string[]> {
  const policy = securityHeaders(path)['Content-Security-Policy']!;
  return new Map(
    policy.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(' ');
      return [name!, sources];
    }),
  );
}

describe.each([...PAGE_PATHS, ...WORKER_PATHS])('the headers of %s', (path) => {
  it('isolate the page, so that WASM gets threads', () => {
    expect(securityHeaders(path)).toMatchObject({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
  });

  it('give away nothing, and no sensor but the camera', () => {
    const headers = securityHeaders(path);
    expect(headers).toMatchObject({ 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' });
    expect(headers['Permissions-Policy']!.split(', ').sort()).toEqual(['camera=(self)', 'display-capture=()', 'geolocation=()', 'microphone=()']);
  });

  it('let no script, frame or connection leave the origin', () => {
    const policy = policyOf(path);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    for (const closed of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy.get(closed)).toEqual(["'none'"]);
    for (const own of ['connect-src', 'worker-src', 'style-src', 'manifest-src']) expect(policy.get(own)).toEqual(["'self'"]);
    expect([...policy.values()].flat().join(' ')).not.toMatch(/\*|https?:|data:|unsafe-inline/);
  });
});

describe('trusted types', () => {
  it.each(PAGE_PATHS)('are demanded of %s, by two policies', (path) => {
    expect(policyOf(path).get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(policyOf(path).get('trusted-types')).toEqual(['lit-html', 'lintel']);
  });

  it.each(WORKER_PATHS)('have no policy in %s, which evaluates', (path) => {
    expect(policyOf(path).has('require-trusted-types-for')).toBe(false);
    expect(policyOf(path).get('trusted-types')).toEqual(["'none'"]);
  });
});

describe('evaluation', () => {
  it.each(PAGE_PATHS)('is refused to %s, which may compile WASM', (path) => {
    expect(policyOf(path).get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  });

  it.each(WORKER_PATHS)('is allowed to %s', (path) => {
    expect(policyOf(path).get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", "'unsafe-eval'"]);
  });
});
