/** Small checks that turn impossible states into loud ones. */

/** Marks the end of an exhaustive switch: the compiler refuses a forgotten case, the runtime a foreign one. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** Throws when `condition` is false: for mistakes of ours, never for bad input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}
