/** Python and numpy read what Lintel writes. Skipped where they are not installed. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { writeFacesDb } from '../../../src/migration/faces-db';
import { NAMES, vectorOf } from './pickles';

/** Warnings are errors: the export should not annoy anybody with the age of a module's name. */
const LOAD = `
import json, pickle, sys
people = pickle.load(sys.stdin.buffer)
print(json.dumps([[name, str(a.dtype), a.shape, a.flags.writeable, a.tolist()] for name, a in people.items()]))
`;

const python = (script: string, input?: Uint8Array) => spawnSync('python3', ['-W', 'error', '-c', script], { input, encoding: 'utf8' });

describe('the export', () => {
  it('is a dictionary of float32 arrays to Python', (context) => {
    context.skip(python('import numpy').status !== 0, 'python3 with numpy is not installed here');
    const people = [...NAMES, 'Wide'].map((name, i) => ({ name, vector: vectorOf(i, name === 'Wide' ? 512 : 128) }));
    const { stdout, stderr } = python(LOAD, writeFacesDb(people));
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(
      people.map(({ name, vector }) => [name, 'float32', [vector.length], true, [...vector]]),
    );
  });
});
