/** Templates one after the other in one block of memory, so that everybody is compared in one pass. */
import type { Rows } from '../core/best-rows';
import type { Embedding } from '../core/embedding';

/** One person ready to be compared. */
export interface GalleryEntry {
  readonly personId: string;
  readonly name: string;
  readonly template: Embedding;
  readonly denials: readonly Embedding[];
}

/** Rows in the first block. */
const FIRST_ROWS = 16;

/**
 * Grows by doubling; whoever goes is replaced by the last row. So adding, replacing and deleting somebody touch one row
 * or two, however many there are. Where threads may share memory (the page is cross-origin isolated), the block can be
 * read by another thread without being copied; it must not be trusted to stand still there.
 */
export class TemplateMatrix {
  #numbers: Float32Array = new Float32Array(0);
  #dimensions = 0;
  /** What stands beside each row. */
  readonly #beside: Omit<GalleryEntry, 'template'>[] = [];
  readonly #rowOf = new Map<string, number>();

  /** How many people are here. */
  get size(): number {
    return this.#beside.length;
  }

  /** What a search goes through now. */
  get rows(): Rows {
    return { numbers: this.#numbers, dimensions: this.#dimensions, count: this.size };
  }

  /** Everybody, in order of row; views, as with `entryAt`. */
  get entries(): GalleryEntry[] {
    return this.#beside.map((_, row) => this.entryAt(row));
  }

  /** Whoever is in this row. Their template is a view of the row: it is theirs until the next change. */
  entryAt(row: number): GalleryEntry {
    const from = row * this.#dimensions;
    // A row is what `normalise()` made, bit for bit.
    const template = this.#numbers.subarray(from, from + this.#dimensions) as Embedding;
    return { ...this.#beside[row]!, template };
  }

  entryOf(personId: string): GalleryEntry | null {
    const row = this.#rowOf.get(personId);
    return row === undefined ? null : this.entryAt(row);
  }

  idAt(row: number): string {
    return this.#beside[row]!.personId;
  }

  /**
   * Takes somebody in, in place of whoever has the same id.
   * @throws RangeError when the template has another number of dimensions than the others.
   */
  put({ template, ...beside }: GalleryEntry): void {
    if (this.size === 0) this.#dimensions = template.length;
    if (template.length !== this.#dimensions) throw new RangeError(`Cannot keep ${template.length} numbers beside ${this.#dimensions}.`);
    const row = this.#rowOf.get(beside.personId) ?? this.size;
    this.#makeRoom(row + 1);
    this.#numbers.set(template, row * this.#dimensions);
    this.#beside[row] = beside;
    this.#rowOf.set(beside.personId, row);
  }

  /** Takes somebody out; false when they are not here. */
  delete(personId: string): boolean {
    const row = this.#rowOf.get(personId);
    if (row === undefined) return false;
    const last = this.#beside.pop()!;
    this.#rowOf.delete(personId);
    if (last.personId === personId) return true;
    this.#numbers.copyWithin(row * this.#dimensions, this.size * this.#dimensions, (this.size + 1) * this.#dimensions);
    this.#beside[row] = last;
    this.#rowOf.set(last.personId, row);
    return true;
  }

  #makeRoom(rows: number): void {
    const before = this.#numbers;
    if (rows * this.#dimensions <= before.length) return;
    const room = Math.max(FIRST_ROWS, 2 * (rows - 1)) * this.#dimensions;
    const Memory = typeof SharedArrayBuffer === 'undefined' ? ArrayBuffer : SharedArrayBuffer;
    this.#numbers = new Float32Array(new Memory(room * Float32Array.BYTES_PER_ELEMENT));
    this.#numbers.set(before);
  }
}
