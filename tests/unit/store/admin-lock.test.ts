/** The admin lock, read without trust. */
import { describe, expect, it } from 'vitest';
import { MAX_WAIT_MS, NO_TRIES } from '../../../src/decision/admin-lock';
import { newSecretCheck } from '../../../src/sealing/secret-check';
import { parseAdminLock } from '../../../src/store/admin-lock';
import { CHEAP } from '../backup/made-up-backup';

describe('a kept lock', () => {
  it('is read as it was written', async () => {
    const lock = { check: await newSecretCheck('246810', CHEAP), tries: { failures: 2, waitMs: 0 }, verifications: { failures: 6, waitMs: 1000 } };
    expect(parseAdminLock(lock)).toEqual(lock);
  });

  it('is none where none was set', () => expect(parseAdminLock(undefined)).toBeNull());

  it('of an older Lintel has counted no verification', async () => {
    const check = await newSecretCheck('246810', CHEAP);
    expect(parseAdminLock({ check, tries: NO_TRIES })).toEqual({ check, tries: NO_TRIES, verifications: NO_TRIES });
  });

  it('stays shut, and waits, when it is damaged', () => {
    const shut = { check: null, tries: { failures: 5, waitMs: MAX_WAIT_MS } };
    expect(parseAdminLock(null)).toMatchObject(shut);
    expect(parseAdminLock({ check: 'yes', tries: 'none', verifications: null })).toEqual({ ...shut, verifications: shut.tries });
  });
});
