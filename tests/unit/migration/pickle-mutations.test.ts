/** Ten thousand damaged databases: each is refused, or yields nothing but entries that could be true. */
import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../../src/core/embedding';
import { nameKey, parseName } from '../../../src/decision/person-name';
import { type FacesDb, readFacesDb } from '../../../src/migration/faces-db';
import { PickleError } from '../../../src/migration/pickle-error';
import { mutated, seeded } from '../../support/mutations';
import { pythonPickles } from './pickles';

const FILES = 10_000;
const MAX_READING_MS = 2000;

/** What is wrong with the entries of a database that was read. */
function flawsOf({ people }: FacesDb): string[] {
  const flaws = people.flatMap(({ name, embedding }) => {
    const parsed = parseName(name);
    const isName = parsed.kind === 'ok' && parsed.name === name;
    const isEmbedding = embedding.length === 128 && embedding.every(Number.isFinite) && Math.abs(lengthOf(embedding) - 1) < 1e-5;
    return [...(isName ? [] : ['name']), ...(isEmbedding ? [] : ['embedding'])];
  });
  return new Set(people.map(({ name }) => nameKey(name))).size === people.length ? flaws : [...flaws, 'two of one name'];
}

describe('mutated databases', () => {
  it(`are refused or read with valid entries alone (${FILES} files)`, { timeout: 120_000 }, () => {
    const random = seeded(20_240_229);
    const pickles = pythonPickles();
    let refusedFiles = 0;
    for (let i = 0; i < FILES; i += 1) {
      const { bytes, what, protocol } = pickles[i % pickles.length]!;
      const file = mutated(bytes, random);
      const before = file.slice();
      const startedAt = performance.now();
      try {
        expect(flawsOf(readFacesDb(file)), `file ${i}: ${what}, protocol ${protocol}`).toEqual([]);
      } catch (error) {
        if (!(error instanceof PickleError)) throw error;
        expect(error.message).toMatch(/^The file [ -~…]+\.$/);
        refusedFiles += 1;
      }
      expect(performance.now() - startedAt).toBeLessThan(MAX_READING_MS);
      expect(Buffer.compare(file, before)).toBe(0);
    }
    expect(refusedFiles).toBeGreaterThan(FILES / 2);
  });
});
