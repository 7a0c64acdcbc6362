/** Which scripts the page starts by their address. */
import { describe, expect, it } from 'vitest';
import { checkedUrl } from '../../../src/app/own-script';

const OWN = [
  '/sw.js',
  '/workers/vision-worker-Bu3TypBb.js',
  '/workers/match-worker-Dv_Je-Uw.js',
  '/src/inference/worker/vision-worker.ts?worker_file&type=module',
];
const FOREIGN = [
  '',
  'sw.js',
  '//elsewhere.example/sw.js',
  'https://elsewhere.example/workers/vision-worker-Bu3TypBb.js',
  '/workers/vision-worker-Bu3TypBb.js?more',
  '/workers/other-worker-Bu3TypBb.js',
  '/workers/vision-worker-../x.js',
  '/sw.js\nmore',
  'data:text/javascript,1',
  'blob:http://localhost/1',
];

describe('the address of a script', () => {
  it.each(OWN)('is let through: %s', (url) => {
    expect(checkedUrl(url)).toBe(url);
  });

  it.each(FOREIGN)('is refused: %j', (url) => {
    expect(() => checkedUrl(url)).toThrow(TypeError);
  });
});
