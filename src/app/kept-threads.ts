/**
 * Remembers how many threads were found to be best. In localStorage, because the vision worker is made before any database
 * is open and must be told at once; there is nothing in it but numbers about the device and the name of the build.
 */
import { parseThreadChoice, type ThreadChoice, writeThreadChoice } from '../decision/thread-choice';

const KEPT_AS = 'lintel-threads';

/** What holds for one build of the vision worker, its ONNX Runtime included, on a device with so many cores. */
export interface ThreadPlace {
  /** Address of the worker's script, which no other build shares. */
  readonly script: string;
  readonly cores: number;
}

/** What was found out in this place; null where nothing was, or the browser keeps nothing. */
export function keptThreads(place: ThreadPlace): ThreadChoice | null {
  try {
    return parseThreadChoice(localStorage.getItem(KEPT_AS), keyOf(place));
  } catch {
    return null;
  }
}

/** Remembers it in place of what was found out before. Where the browser keeps nothing, it is lost with the page. */
export function keepThreads(place: ThreadPlace, choice: ThreadChoice): void {
  try {
    localStorage.setItem(KEPT_AS, writeThreadChoice(choice, keyOf(place)));
  } catch {
    // The rule holds then, as before.
  }
}

function keyOf({ script, cores }: ThreadPlace): string {
  return `${cores} ${script}`;
}
