/** How the gallery benchmark sums up and prints what it measured. */
import { describe, expect, it } from 'vitest';
import { galleryTable, quantile } from '../../../../src/tools/bench/gallery';

describe('quantile', () => {
  it.each([[0, 1], [0.25, 2], [0.5, 3], [1, 5]])('%d of the list is %d', (share, value) => {
    expect(quantile([5, 1, 4, 2, 3], share)).toBe(value);
  });
});

describe('the table', () => {
  it('has a line for each gallery, and says what is not known', () => {
    const row = { people: 10_000, dimensions: 128, loadMs: 512.4, longestTaskMs: 0, matchMs: 1.234, matchQuartilesMs: [1.1, 1.5], voteMs: 3, addMs: 12.3, addInMemoryMs: 0.05, deleteMs: 11, memoryMb: null } as const;
    const [head, line, ...others] = galleryTable({ match: {}, rows: [row] }).split('\n').map((text) => text.trim().split(/ {2,}/));
    expect(head).toEqual(['templates', 'numbers', 'load', 'longest task', 'match', '(quartiles)', 'vote', 'add', '(no disk)', 'delete', 'memory']);
    expect(line).toEqual(['10,000', '128', '512', '< 50', '1.23', '1.10–1.50', '3.00', '12', '0.05', '11', 'not known']);
    expect(others).toEqual([]);
  });
});
