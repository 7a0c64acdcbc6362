/** Compares a face with the gallery: everybody where there are few, else whoever could matter to the verdict. */
import type { RowSearch } from '../core/best-rows';
import type { Gallery } from '../decision/gallery';
import { isListedWhole, Shortlist } from '../decision/shortlist';
import { type Probe, type ScoredPerson, scoresAmong, scoresOf } from '../decision/verdict';
import type { Vote } from '../decision/vote';

/** What one frame says, and what that changes in what earlier frames said. */
export interface Scores {
  readonly scores: Vote;
  /** The earlier votes with everybody who is listed now; absent where they list everybody anyway. */
  readonly restated?: readonly Vote[];
}

export type FindRows = (searches: readonly RowSearch[]) => Promise<readonly Uint32Array[]>;

export class Matcher {
  readonly #find: FindRows;
  /** What each vote was cast on: votes list some people, and later ones may ask for others. */
  readonly #probes = new WeakMap<Vote, Probe>();

  /** `find` finds rows as `bestRows` does. */
  constructor(find: FindRows) {
    this.#find = find;
  }

  /** The scores of a frame, whose capture has already brought `earlier` votes of this matcher. */
  async vote(gallery: Gallery, probe: Probe, earlier: readonly Vote[], claim: string | null): Promise<Scores> {
    if (isListedWhole(gallery)) return { scores: this.#remember(scoresOf(gallery, probe), probe) };
    const before = earlier.map((vote) => this.#probes.get(vote)!);
    const listed = await this.#shortlist(gallery, [...before, probe]);
    for (const { personId } of earlier.flat()) listed.add(personId);
    if (claim !== null) listed.add(claim);
    const restated = before.map((past) => this.#remember(scoresAmong(gallery, listed, past), past));
    return { scores: this.#remember(scoresAmong(gallery, listed, probe), probe), restated };
  }

  /** Who is most like a face, best first: everybody where there are few. */
  async closest(gallery: Gallery, probe: Probe): Promise<readonly ScoredPerson[]> {
    return (await this.vote(gallery, probe, [], null)).scores;
  }

  async #shortlist(gallery: Gallery, probes: readonly Probe[]): Promise<Set<string>> {
    for (;;) {
      const shortlist = new Shortlist(gallery, probes);
      const found = await this.#find(shortlist.searches);
      if (!shortlist.isStale) return shortlist.idsOf(found);
    }
  }

  #remember(vote: Vote, probe: Probe): Vote {
    this.#probes.set(vote, probe);
    return vote;
  }
}
