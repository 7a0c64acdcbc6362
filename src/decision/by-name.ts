/** Things in order of the names they bear: sorted a little at a time, and changed without sorting again. */

/** Whatever has a name, and an id that decides between equal names. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const COLLATOR = new Intl.Collator();

/** Sorted at once before anything is merged: a fraction of a millisecond. */
const RUN_LENGTH = 256;

export function compareNames(a: Named, b: Named): number {
  return COLLATOR.compare(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** A copy in order of name; pauses often enough that no step takes long, however many there are. */
export function* sortByName<T extends Named>(items: readonly T[]): Generator<undefined, T[]> {
  let sorted = [...items];
  for (let from = 0; from < sorted.length; from += RUN_LENGTH) {
    const run = sorted.slice(from, from + RUN_LENGTH).sort(compareNames);
    for (const [index, item] of run.entries()) sorted[from + index] = item;
    yield;
  }
  for (let length = RUN_LENGTH; length < sorted.length; length *= 2) {
    const merged: T[] = [];
    for (let from = 0; from < sorted.length; from += 2 * length) yield* merge(sorted, from, length, merged);
    sorted = merged;
  }
  return sorted;
}

/** Merges two sorted stretches of `length` each, of which the second may be shorter or missing. */
function* merge<T extends Named>(items: readonly T[], from: number, length: number, merged: T[]): Generator<undefined, void> {
  const middle = Math.min(from + length, items.length);
  const end = Math.min(middle + length, items.length);
  let [left, right] = [from, middle];
  while (left < middle || right < end) {
    const takesLeft = left < middle && (right === end || compareNames(items[left]!, items[right]!) <= 0);
    merged.push(items[takesLeft ? left++ : right++]!);
    if (merged.length % RUN_LENGTH === 0) yield;
  }
}

/** The list with an item more; `sorted` stays as it was. */
export function withNamed<T extends Named>(sorted: readonly T[], item: T): T[] {
  return sorted.toSpliced(placeOf(sorted, item), 0, item);
}

/** The list without the item of this name and id; `sorted` stays as it was. */
export function withoutNamed<T extends Named>(sorted: readonly T[], item: Named): T[] {
  const place = placeOf(sorted, item);
  return sorted[place]?.id === item.id ? sorted.toSpliced(place, 1) : [...sorted];
}

/** Where an item is, or would be. */
function placeOf(sorted: readonly Named[], item: Named): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareNames(sorted[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
