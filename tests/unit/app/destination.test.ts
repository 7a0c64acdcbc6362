/** Addresses lead where they say, and to Verify where they say nothing. */
import { expect, it } from 'vitest';
import { destinationOf } from '../../../src/app/destination';
import { DESTINATIONS } from '../../../src/ui/view';

it('is the one that the hash names', () => {
  for (const destination of DESTINATIONS) expect(destinationOf(`#${destination}`)).toBe(destination);
  expect(destinationOf('#safety')).toBe('safety');
  expect(destinationOf('#self-test')).toBe('self-test');
});

it.each(['', '#', '#nowhere', '#Verify'])('is Verify for "%s"', (hash) => {
  expect(destinationOf(hash)).toBe('verify');
});
