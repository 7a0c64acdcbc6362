/** A verdict on a shortlist is the verdict on everybody. */
import { describe, expect, it } from 'vitest';
import { bestRows } from '../../../src/core/best-rows';
import { galleryOf } from '../../../src/decision/gallery';
import { isListedWhole, Shortlist } from '../../../src/decision/shortlist';
import { type Probe, scoresAmong, scoresOf } from '../../../src/decision/verdict';
import { verdictWithoutMore, type Vote } from '../../../src/decision/vote';
import { ORIGIN, randomFrames, randomNumbers, randomPeople } from './random-gallery';

const LIMIT = 4;

/** What each frame says when only a shortlist is scored, as frame after frame comes in. */
function shortVotes(gallery: ReturnType<typeof galleryOf>, frames: readonly Probe[], claim: string | null): Vote[] {
  const listed = new Set<string>(claim === null ? [] : [claim]);
  for (let frame = 1; frame <= frames.length; frame += 1) {
    const shortlist = new Shortlist(gallery, frames.slice(0, frame), LIMIT);
    for (const id of shortlist.idsOf(shortlist.searches.map(bestRows))) listed.add(id);
  }
  return frames.map((frame) => scoresAmong(gallery, listed, frame));
}

describe('a verdict on a shortlist', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('is the one on everybody, and begins with the same people (seed %d)', (seed) => {
    const random = randomNumbers(seed);
    const people = randomPeople(random, 20 + Math.floor(random() * 200));
    const gallery = galleryOf(people, ORIGIN);
    const frames = randomFrames(random, 1 + Math.floor(random() * 5));
    const claim = random() < 0.3 ? people[Math.floor(random() * people.length)]!.id : null;
    const rules = { threshold: 0.3 + random() * 0.6, claim };

    const plain = verdictWithoutMore(frames.map((frame) => scoresOf(gallery, frame)), rules);
    const short = verdictWithoutMore(shortVotes(gallery, frames, claim), rules);
    if (plain === null || short === null || plain.kind === 'empty-gallery' || short.kind === 'empty-gallery') {
      expect(short).toEqual(plain);
      return;
    }
    expect({ ...short, scores: short.scores.slice(0, LIMIT) }).toEqual({ ...plain, scores: plain.scores.slice(0, LIMIT) });
    expect(short.scores.length).toBeLessThan(plain.scores.length);
  });

  it('finds who is best over all frames, although in none of them', () => {
    const face = (x: number, y: number) => ({ x, y });
    // In each frame two others are more alike, but they change; somebody between both frames is best on the whole.
    const gallery = galleryOf([], ORIGIN);
    const put = (name: string, { x, y }: { x: number; y: number }): void =>
      gallery.proper.put({ personId: name, name, template: unit(x, y), denials: [] });
    put('left', face(1, 0));
    put('left too', face(1, 0.01));
    put('right', face(0, 1));
    put('right too', face(0.01, 1));
    put('between', face(1, 1));
    const frames: Probe[] = [unit(1, 0), unit(0, 1)].map((embedding) => ({ embedding, legacy: null }));
    const [first, second] = [new Shortlist(gallery, frames.slice(0, 1), 2), new Shortlist(gallery, frames, 2)];
    expect([...first.idsOf(first.searches.map(bestRows))]).toEqual(['left', 'left too']);
    expect([...second.idsOf(second.searches.map(bestRows))].sort()).toEqual(['between', 'left too', 'right', 'right too'].sort());
  });
});

function unit(x: number, y: number): Probe['embedding'] {
  const length = Math.hypot(x, y);
  return Float32Array.of(x / length, y / length) as Probe['embedding'];
}

describe('a shortlist', () => {
  it('is stale once somebody comes, changes or goes', () => {
    const [ada, ben] = randomPeople(randomNumbers(1), 2);
    const gallery = galleryOf([ada!], ORIGIN);
    const frames = randomFrames(randomNumbers(2), 1);
    const isStaleAfter = (change: () => void): boolean => {
      const shortlist = new Shortlist(gallery, frames);
      change();
      return shortlist.isStale;
    };
    expect(isStaleAfter(() => {})).toBe(false);
    expect(isStaleAfter(() => gallery.put(ben!))).toBe(true);
    expect(isStaleAfter(() => gallery.put({ ...ben!, name: 'Benjamin' }))).toBe(true);
    expect(isStaleAfter(() => gallery.delete('id-1'))).toBe(true);
    expect(isStaleAfter(() => gallery.delete('id-1'))).toBe(false);
  });

  it('is not needed for a small gallery', () => {
    const gallery = galleryOf(randomPeople(randomNumbers(3), 5), ORIGIN);
    expect([isListedWhole(gallery, 4), isListedWhole(gallery, 5)]).toEqual([false, true]);
  });
});
