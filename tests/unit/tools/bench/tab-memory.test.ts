/** Which processes are the tab's, and where an unwatched browser is reached. */
import { describe, expect, it } from 'vitest';
import { threadsOf } from '../../../../src/tools/bench/processes';
import { addressIn } from '../../../../src/tools/bench/quiet-browser';
import { runsWorker, tabMemory } from '../../../../src/tools/bench/tab-memory';

describe('the tab', () => {
  it('is where a worker of a site runs', () => {
    expect(runsWorker(['chromium', 'Compositor', 'DedicatedWorker'])).toBe(true);
    expect(runsWorker(['chromium', 'ServiceWorker t'])).toBe(true);
  });

  it('is neither the process held for the next tab nor that of the browser’s own interface', () => {
    expect(runsWorker(['chromium', 'HangWatcher', 'ThreadPoolForeg', 'Compositor'])).toBe(false);
    expect(runsWorker([])).toBe(false);
  });

  it('is not guessed where no worker runs', async () => {
    await expect(tabMemory('/no/such/profile', () => Promise.resolve(1))).rejects.toThrow('cannot be told');
  });
});

describe('the threads of a process', () => {
  it('are those that Linux names', () => {
    expect(threadsOf(process.pid).length).toBeGreaterThan(0);
    expect(threadsOf(-1)).toEqual([]);
  });
});

describe('a browser that nobody looks into', () => {
  it('says where it is reached', () => {
    expect(addressIn('4567\n/devtools/browser/ab-12\n')).toBe('ws://127.0.0.1:4567/devtools/browser/ab-12');
  });

  it.each(['', '4567', '4567\n', 'port\n/devtools'])('is not reached by %j', (text) => {
    expect(() => addressIn(text)).toThrow('did not say where');
  });
});
