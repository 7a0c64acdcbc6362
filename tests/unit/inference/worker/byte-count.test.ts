/** Bytes count from the start, whoever follows them later. */
import { expect, it } from 'vitest';
import { ByteCount } from '../../../../src/inference/worker/byte-count';

it('tells of what arrived before it was followed, and of everything after', () => {
  const count = new ByteCount();
  count.add(3);
  count.add(4);
  const heard: number[] = [];
  count.follow((loadedBytes) => heard.push(loadedBytes));
  count.add(5);
  expect(heard).toEqual([7, 12]);
});
