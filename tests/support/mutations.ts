/** Damages files in the same ways every time. */

/** Numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy with one to four changes: a bit, a byte, a piece left out, put in, repeated or overwritten by another piece. */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  const below = (limit: number): number => Math.floor(random() * limit);
  let file = Array.from(bytes);
  for (let changes = 1 + below(4); changes > 0; changes -= 1) {
    const at = below(file.length);
    const piece = file.slice(at, at + 1 + below(40));
    const to = below(file.length);
    const change = [
      () => (file[at]! ^= 1 << below(8)),
      () => (file[at] = below(256)),
      () => file.splice(at, piece.length),
      () => file.splice(to, 0, ...piece),
      () => file.splice(to, piece.length, ...piece),
      () => file.splice(at, 0, ...Array.from({ length: 1 + below(8) }, () => below(256))),
      () => (file = file.slice(0, at + 1)),
    ];
    change[below(change.length)]!();
  }
  return Uint8Array.from(file);
}
