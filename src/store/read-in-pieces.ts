/** Goes through a store once. */

/** Records read at a time. */
const PIECE = 500;

/**
 * As a cursor does, but with one answer of the database for many records. Each piece arrives in a task of its own, so that
 * the screen gets its turn between two. `take` may start work but must not be waited for: the transaction would end.
 */
export async function readInPieces<T extends { readonly id: string }>(
  store: { getAll(query: IDBKeyRange | null, count: number): Promise<T[]> },
  take: (records: readonly T[]) => void,
): Promise<void> {
  let records = await store.getAll(null, PIECE);
  for (;;) {
    const last = records.at(-1);
    // Asked for before these are looked at: the database reads on meanwhile.
    const next = last === undefined || records.length < PIECE ? null : store.getAll(IDBKeyRange.lowerBound(last.id, true), PIECE);
    take(records);
    if (next === null) return;
    records = await next;
  }
}
