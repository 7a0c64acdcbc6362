/** Names inside sentences. A language puts the name where it wants it, and a name may run in another direction. */
import { html, type TemplateResult } from 'lit';

/** Stands for the name in a message; a private character, which no name can hold. */
export const NAME = '\uE000';

/** What stands before the name and after it; null where the sentence names nobody. */
export function aroundName(text: string): readonly [before: string, after: string] | null {
  const place = text.indexOf(NAME);
  return place < 0 ? null : [text.slice(0, place), text.slice(place + NAME.length)];
}

/** The sentence with the name in its place, apart from what is around it. */
export function named(text: string, name: string): TemplateResult {
  const around = aroundName(text);
  return around === null ? html`${text}` : html`${around[0]}<bdi>${name}</bdi>${around[1]}`;
}

/** The name in a sentence that is plain text: invisible marks keep its direction to itself. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
