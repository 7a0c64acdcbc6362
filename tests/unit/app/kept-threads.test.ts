/** What was found out about threads is kept by the browser, where it keeps anything. */
import { afterEach, expect, it, vi } from 'vitest';
import { keepThreads, keptThreads } from '../../../src/app/kept-threads';

const PLACE = { script: '/workers/vision-worker-a.js', cores: 4 };
const CHOICE = { threads: 1, timings: [{ threads: 1, medianMs: 30 }] };

afterEach(() => {
  vi.unstubAllGlobals();
});

it('is there at the next start of the same build on as many cores', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
  expect(keptThreads(PLACE)).toBeNull();
  keepThreads(PLACE, CHOICE);
  expect(keptThreads(PLACE)).toEqual(CHOICE);
  expect(keptThreads({ ...PLACE, cores: 3 })).toBeNull();
  expect(keptThreads({ ...PLACE, script: '/workers/vision-worker-b.js' })).toBeNull();
});

it('is nothing where the browser keeps nothing', () => {
  const refuse = (): never => {
    throw new DOMException('', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  keepThreads(PLACE, CHOICE);
  expect(keptThreads(PLACE)).toBeNull();
});
