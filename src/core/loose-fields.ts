/** Reads what anybody could have written. */

/** The fields of a value, each of which may be missing or anything; none where it is no record. */
export function looseFieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value : {};
}
