/** Which passphrases are taken. */
import { describe, expect, it } from 'vitest';
import { deriveKeyBytes } from '../../../src/sealing/derive-key';
import { passphraseProblem } from '../../../src/sealing/passphrase';

describe('a new passphrase', () => {
  it.each([
    ['', '', 'too-short'],
    ['elevenchars', 'elevenchars', 'too-short'],
    ['twelve chars', 'twelve chars', null],
    ['twelve chars', 'twelve char', 'not-repeated'],
    // The accent typed in one key, and in two.
    ['twelve caf\u00e9s', 'twelve cafe\u0301s', null],
  ] as const)('%j, repeated as %j: %s', (typed, repeated, problem) => expect(passphraseProblem(typed, repeated)).toBe(problem));

  it('may be as short as a PIN where that is enough', () => expect(passphraseProblem('246810', '246810', 6)).toBeNull());
});

describe('a key from a passphrase', () => {
  const salt = Uint8Array.from({ length: 16 }, (_, at) => at);

  it('is that of Argon2id 1.3, as the reference program computes it', async () => {
    // argon2-cffi 21.1.0: hash_secret_raw(b'a warm stone over a door', bytes(range(16)), 3, 65536, 1, 32, Type.ID).
    const bytes = await deriveKeyBytes('a warm stone over a door', salt, { memoryKiB: 65_536, passes: 3 });
    expect(Buffer.from(bytes).toString('hex')).toBe('9aeb9386e9e7f2a3d525342468cec8462e467c89b54a7f8cda8bafc42146f255');
  });
});
