/** Who of a large gallery is listed in a vote: whoever could matter to the verdict, found in one pass or two. */
import type { RowSearch } from '../core/best-rows';
import type { Embedding } from '../core/embedding';
import type { Gallery } from './gallery';
import type { TemplateMatrix } from './template-matrix';
import { LISTED_PEOPLE } from './thresholds';
import type { Probe } from './verdict';

/** A search, and whom its rows are of. */
interface Search {
  readonly among: TemplateMatrix;
  readonly search: RowSearch;
}

/**
 * [Note: shortlist] What a verdict needs of a gallery are the two who are best in each frame, whoever is best over all
 * frames together, and whom the face claims to be. A score is a product with the template, so the mean of a person's
 * scores is the product with the mean of the probes: one more pass over the same rows finds who is best over all frames,
 * also somebody who is in no frame's own list. Whoever is listed is then scored in every frame, so that their means are
 * those of the plain way.
 */
export class Shortlist {
  readonly #gallery: Gallery;
  readonly #version: number;
  readonly #searches: readonly Search[];

  /** `probes` are the frames of one capture, the newest last; one at least. */
  constructor(gallery: Gallery, probes: readonly Probe[], limit = LISTED_PEOPLE) {
    this.#gallery = gallery;
    this.#version = gallery.version;
    this.#searches = [
      ...searchesIn(gallery.proper, probes.map(({ embedding }) => embedding), limit),
      ...searchesIn(gallery.legacy, probes.flatMap(({ legacy }) => legacy ?? []), limit),
    ];
  }

  /** What has to be looked for. */
  get searches(): readonly RowSearch[] {
    return this.#searches.map(({ search }) => search);
  }

  /** True when the gallery has changed: the rows that were found are those of other people now. */
  get isStale(): boolean {
    return this.#gallery.version !== this.#version;
  }

  /** Who was found, by the rows of each search. */
  idsOf(found: readonly Uint32Array[]): Set<string> {
    const ids = new Set<string>();
    for (const [index, { among }] of this.#searches.entries()) {
      for (const row of found[index]!) ids.add(among.idAt(row));
    }
    return ids;
  }
}

/** True when a gallery is small enough to be listed whole. */
export function isListedWhole({ size }: Gallery, limit = LISTED_PEOPLE): boolean {
  return size <= limit;
}

/** The newest probe, and all of them together where there are several. */
function searchesIn(among: TemplateMatrix, probes: readonly Embedding[], limit: number): Search[] {
  const newest = probes.at(-1);
  if (newest === undefined || among.size === 0) return [];
  const { rows } = among;
  const search = (vector: Float32Array): Search => ({ among, search: { rows, vector, limit } });
  return probes.length === 1 ? [search(newest)] : [search(newest), search(sumOf(probes))];
}

function sumOf(probes: readonly Embedding[]): Float32Array {
  const sum = new Float32Array(probes[0]!.length);
  for (const probe of probes) {
    for (let i = 0; i < sum.length; i += 1) sum[i]! += probe[i]!;
  }
  return sum;
}
