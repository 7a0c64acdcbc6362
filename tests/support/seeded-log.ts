/** Entries of the log, sealed with the open page's own key: living through thousands of attempts takes weeks. */
import type { Page } from '@playwright/test';
import { bundle } from './browser-module';

type StoreModule = typeof import('../../src/store/store');
type Store = Awaited<ReturnType<StoreModule['openStore']>>;

declare global {
  interface Window {
    seededStore?: Store;
  }
}

/** Gives the page a store of its own, beside Lintel's: `window.seededStore`. */
export async function openSeededStore(page: Page): Promise<void> {
  await page.evaluate(`${await bundle('store/store.ts')}; window.seedingLintel = lintel; undefined`);
  await page.evaluate(async () => {
    const { openStore } = (window as unknown as { seedingLintel: StoreModule }).seedingLintel;
    window.seededStore = await openStore({ onPeopleChanged: () => {}, onLockChanged: () => {}, onLost: () => {} });
  });
}

/**
 * Adds so many attempts, the last of them a minute before `endMs`, each `stepMs` after the one before: three of four match
 * one of `people` in turn, the others nobody.
 */
export async function seedLog(page: Page, count: number, people: readonly string[], endMs: number, stepMs: number): Promise<void> {
  await openSeededStore(page);
  await page.evaluate(
    async ([total, ids, lastMs, step]) => {
      type LogEvent = Parameters<Store['log']['append']>[0][0];
      const events = Array.from({ length: total }, (_, at): LogEvent => {
        const isMatch = at % 4 !== 3;
        return {
          kind: 'attempt',
          atMs: lastMs - 60_000 - (total - 1 - at) * step,
          personId: ids[at % ids.length] ?? null,
          place: 'verify',
          outcome: isMatch ? 'match' : 'no-match',
          score: isMatch ? 0.62 : 0.21,
          secondScore: 0.12,
          threshold: 0.41,
          liveness: 0.93,
          why: isMatch ? null : 'below-threshold',
          model: 'mobilefacenet-512',
          pipeline: 'five-points-3',
        };
      });
      for (let from = 0; from < total; from += 5000) await window.seededStore!.log.append(events.slice(from, from + 5000));
    },
    [count, people, endMs, stepMs] as const,
  );
}
