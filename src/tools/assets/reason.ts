/** Why something failed, in a few words of whoever knows best. */

/** The innermost reason, never empty: what `fetch` and `execFile` throw says little by itself. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error) || 'no reason given';
  if (error.cause instanceof Error) return reasonOf(error.cause);
  // A host with several addresses, none of which answers: the error of all of them has no words of its own.
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  const lines = error.message.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /npm error|tar:/.test(line)) ?? lines[0] ?? error.name;
}
