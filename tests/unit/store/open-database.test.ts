import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src/core/fault';
import { openDatabase, storeFault } from '../../../src/store/open-database';

describe('storeFault', () => {
  it.each([
    ['VersionError', 'store-newer'],
    ['QuotaExceededError', 'store-full'],
    ['SecurityError', 'store-missing'],
    ['AbortError', 'store-failed'],
    ['UnknownError', 'store-failed'],
  ])('reads %s as %s', (name, code) => {
    const error = new DOMException('as the browser says it', name);
    expect(storeFault(error)).toMatchObject({ code, detail: 'as the browser says it', cause: error });
  });

  it('leaves a fault as it is and reads what is not an error', () => {
    const fault = new Fault('store-blocked', 'lintel');
    expect(storeFault(fault)).toBe(fault);
    expect(storeFault('a string')).toMatchObject({ code: 'store-failed', detail: 'a string' });
  });
});

describe('openDatabase', () => {
  it('says that there is no IndexedDB', async () => {
    await expect(openDatabase(() => {})).rejects.toMatchObject({ code: 'store-missing' });
  });
});
