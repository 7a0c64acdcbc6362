/** The one error of a file that is not read. */

/** Longest piece of the file that a message repeats, in characters. */
const MAX_QUOTED = 60;

/** A pickle that Lintel does not read. The message is a sentence for people: what was found, and what follows. */
export class PickleError extends Error {
  override readonly name = 'PickleError';
}

/** `found` completes "The file …", as in "ends inside a value". */
export function unreadable(found: string): PickleError {
  return new PickleError(`The file ${found}, so it is not a face database that Lintel reads.`);
}

/** The refusal of a function or class that the file names. Nothing by that name is looked up, let alone run. */
export function neverRun(module: string, member: string): PickleError {
  return new PickleError(`The file asks for ${quote(`${module}.${member}`)}, which Lintel never runs.`);
}

/** A piece of the file made fit for a message: one line, printable ASCII, at most 60 characters. */
export function quote(text: string): string {
  const printable = text.slice(0, MAX_QUOTED).replace(/[^\x20-\x7e]/g, '?');
  return text.length > MAX_QUOTED ? `${printable}…` : printable;
}
