/** A face against the gallery: everybody where there are few, and a shortlist that may not notice a change too late. */
import { describe, expect, it } from 'vitest';
import { type FindRows, Matcher } from '../../../src/app/matcher';
import { galleryOf, type Gallery } from '../../../src/decision/gallery';
import { LISTED_PEOPLE } from '../../../src/decision/thresholds';
import { type Probe, scoresOf } from '../../../src/decision/verdict';
import { verdictWithoutMore, type Vote } from '../../../src/decision/vote';
import { ORIGIN, randomFrames, randomNumbers, randomPeople } from '../decision/random-gallery';
import { findHere } from './find-here';

const random = randomNumbers(11);
const MANY = randomPeople(random, 400);
const FRAMES = randomFrames(random, 5);

/** The votes on these frames as a session keeps them. */
async function votesOn(gallery: Gallery, frames: readonly Probe[], claim: string | null = null, find: FindRows = findHere): Promise<Vote[]> {
  const matcher = new Matcher(find);
  let votes: readonly Vote[] = [];
  for (const frame of frames) {
    const { scores, restated } = await matcher.vote(gallery, frame, votes, claim);
    votes = [...(restated ?? votes), scores];
  }
  return [...votes];
}

describe('a vote', () => {
  it('lists everybody of a small gallery, and looks for nobody', async () => {
    const gallery = galleryOf(MANY.slice(0, LISTED_PEOPLE), ORIGIN);
    const refuse: FindRows = () => Promise.reject(new Error('not needed'));
    expect(await votesOn(gallery, FRAMES, null, refuse)).toEqual(FRAMES.map((frame) => scoresOf(gallery, frame)));
  });

  it.each([null, MANY[7]!.id, MANY[300]!.id])('of a large gallery leads to the same verdict and the same first people (claim %s)', async (claim) => {
    const gallery = galleryOf(MANY, ORIGIN);
    for (const threshold of [0.4, 0.7, 0.9]) {
      const plain = verdictWithoutMore(FRAMES.map((frame) => scoresOf(gallery, frame)), { threshold, claim });
      const short = verdictWithoutMore(await votesOn(gallery, FRAMES, claim), { threshold, claim });
      const cut = (verdict: typeof plain) => verdict !== null && 'scores' in verdict && { ...verdict, scores: verdict.scores.slice(0, LISTED_PEOPLE) };
      expect(cut(short)).toEqual(cut(plain));
    }
  });

  it('lists the same people in every frame of a capture', async () => {
    const votes = await votesOn(galleryOf(MANY, ORIGIN), FRAMES.map(({ embedding }) => ({ embedding, legacy: embedding })));
    const idsOf = (vote: Vote): string[] => vote.map(({ personId }) => personId).sort();
    expect(new Set(votes.map((vote) => idsOf(vote).join())).size).toBe(1);
    expect(votes[0]!.length).toBeLessThan(MANY.length);
  });

  it('is looked for again when somebody came or went meanwhile', async () => {
    const gallery = galleryOf(MANY, ORIGIN);
    let searches = 0;
    const find: FindRows = (asked) => {
      searches += 1;
      // The row of whoever goes is taken by somebody else.
      if (searches === 1) for (const { id } of MANY.slice(0, 300)) gallery.delete(id);
      return findHere(asked);
    };
    const [vote] = await votesOn(gallery, FRAMES.slice(0, 1), null, find);
    expect(searches).toBe(2);
    expect(vote!.slice(0, 2)).toEqual(scoresOf(gallery, FRAMES[0]!).slice(0, 2));
  });

  it('does without somebody who is gone since an earlier frame', async () => {
    const gallery = galleryOf(MANY, ORIGIN);
    const matcher = new Matcher(findHere);
    const first = await matcher.vote(gallery, FRAMES[0]!, [], null);
    const gone = first.scores[0]!.personId;
    gallery.delete(gone);
    const { scores, restated } = await matcher.vote(gallery, FRAMES[1]!, [first.scores], null);
    for (const vote of [scores, ...restated!]) expect(vote.some(({ personId }) => personId === gone)).toBe(false);
  });
});

describe('closest', () => {
  it('is the best of everybody first', async () => {
    const gallery = galleryOf(MANY, ORIGIN);
    const closest = await new Matcher(findHere).closest(gallery, FRAMES[0]!);
    expect(closest.slice(0, LISTED_PEOPLE)).toEqual(scoresOf(gallery, FRAMES[0]!).slice(0, LISTED_PEOPLE));
  });
});
