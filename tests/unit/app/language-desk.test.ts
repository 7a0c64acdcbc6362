/** Which language is spoken when, and what is said when it cannot be. */
import { expect, it } from 'vitest';
import { LanguageDesk } from '../../../src/app/language-desk';
import type { Locale } from '../../../src/core/locale';

interface World {
  readonly desk: LanguageDesk;
  readonly spoken: Locale[];
  readonly said: boolean[];
  preferred: string[];
  /** Languages whose words cannot be loaded. */
  readonly lost: Set<Locale>;
}

function createWorld(preferred: string[]): World {
  const world: World = {
    preferred,
    spoken: [],
    said: [],
    lost: new Set(),
    desk: new LanguageDesk({
      speak: (locale) => {
        world.spoken.push(locale);
        return world.lost.has(locale) ? Promise.reject(new Error('offline')) : Promise.resolve();
      },
      preferred: () => world.preferred,
      onMissing: (isMissing) => world.said.push(isMissing),
    }),
  };
  return world;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('loads nothing for English', () => {
  const { desk, spoken } = createWorld(['en-GB']);
  desk.follow(null);
  desk.follow('en');
  expect(spoken).toEqual([]);
});

it('speaks as the browser prefers until somebody chooses, once for each change', () => {
  const world = createWorld(['sv', 'de-CH']);
  world.desk.follow(null);
  world.desk.follow(null);
  world.desk.follow('ar');
  world.preferred = ['fr'];
  world.desk.follow('ar');
  world.desk.follow(null);
  expect(world.spoken).toEqual(['de', 'ar', 'fr']);
});

it('says that words are missing, and says no more once there are others', async () => {
  const world = createWorld(['en']);
  world.lost.add('de');
  world.desk.follow('de');
  await settled();
  expect(world.said).toEqual([true]);
  world.desk.follow('fr');
  await settled();
  expect(world.said).toEqual([true, false]);
});

it('does not complain of a language that was given up meanwhile', async () => {
  const world = createWorld(['en']);
  world.lost.add('de');
  world.desk.follow('de');
  world.desk.follow('fr');
  await settled();
  expect(world.said).toEqual([]);
});
