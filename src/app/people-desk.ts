/** Loads, saves, deletes and brings back people, and keeps the gallery in step with the store. */
import type { Embedding } from '../core/embedding';
import { toFaultRecord } from '../core/fault';
import type { EmbeddingOrigin } from '../core/model';
import { type Gallery, galleryOf, hasComparableSample, type Person } from '../decision/gallery';
import { nameKey } from '../decision/person-name';
import { UNDO_MS } from '../decision/thresholds';
import type { Store } from '../store/store';
import type { PersonView } from '../ui/view';
import type { ViewModel } from './view-model';

export class PeopleDesk {
  readonly #view: ViewModel;
  #store: Store | null = null;
  #people: readonly Person[] = [];
  #origin: EmbeddingOrigin | null = null;
  #gallery: Gallery | null = null;
  #undo: { person: Person; timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(view: ViewModel) {
    this.#view = view;
  }

  /** Everybody comparable with the running model; null before the model or the store is there. */
  get gallery(): Gallery | null {
    return this.#gallery;
  }

  /** The person of this name, however it is capitalised. */
  named(name: string): Person | undefined {
    const key = nameKey(name);
    return this.#people.find((person) => nameKey(person.name) === key);
  }

  /** Takes the opened store and reads everybody. */
  async open(store: Store): Promise<void> {
    this.#store = store;
    await this.reload();
  }

  /** Reads everybody anew: at the start, and when another tab changed something. */
  async reload(): Promise<void> {
    if (this.#store === null) return;
    const { people, damaged } = await this.#store.savedPeople();
    this.#view.patch({ damagedRecords: damaged.length });
    this.#replace(people);
  }

  /** Says what the running model's embeddings may be compared with. */
  useOrigin(origin: EmbeddingOrigin): void {
    this.#origin = origin;
    this.#replace(this.#people);
  }

  /**
   * Saves a person with one sample, in place of a person of the same name. True once it is durable; false when it
   * failed, which the interface then shows.
   */
  async enrol(name: string, embedding: Embedding, nowMs: number): Promise<boolean> {
    const store = this.#store;
    const origin = this.#origin;
    if (store === null || origin === null) return false;
    const before = this.named(name);
    const person: Person = {
      id: before?.id ?? crypto.randomUUID(),
      name,
      enrolledAtMs: nowMs,
      samples: [{ id: crypto.randomUUID(), embedding, capturedAtMs: nowMs, ...origin }],
    };
    return this.#change(async () => {
      await store.savePerson(person);
      // Bringing back somebody of this name would now overwrite what was just saved.
      if (this.#undo !== null && nameKey(this.#undo.person.name) === nameKey(name)) this.#forgetUndo();
      this.#replace([...this.#people.filter(({ id }) => id !== person.id), person]);
    });
  }

  /** Deletes a person at once and keeps them in memory for as long as that can be undone. */
  async delete(personId: string): Promise<boolean> {
    const store = this.#store;
    const person = this.#people.find(({ id }) => id === personId);
    if (store === null || person === undefined) return false;
    return this.#change(async () => {
      await store.deletePerson(personId);
      this.#forgetUndo();
      const timer = setTimeout(() => this.#forgetUndo(), UNDO_MS);
      this.#undo = { person, timer };
      this.#view.patch({ undo: { name: person.name }, notice: { label: 'Deleted', name: person.name } });
      this.#replace(this.#people.filter(({ id }) => id !== personId));
    });
  }

  /** Brings the person deleted last back. */
  async undoDelete(): Promise<boolean> {
    const store = this.#store;
    const person = this.#undo?.person;
    if (store === null || person === undefined) return false;
    return this.#change(async () => {
      await store.savePerson(person);
      this.#forgetUndo();
      this.#view.patch({ notice: { label: 'Restored', name: person.name } });
      this.#replace([...this.#people, person]);
    });
  }

  async #change(run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      return true;
    } catch (error) {
      this.#view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
      return false;
    }
  }

  #forgetUndo(): void {
    clearTimeout(this.#undo?.timer);
    this.#undo = null;
    this.#view.patch({ undo: null });
  }

  #replace(people: readonly Person[]): void {
    const origin = this.#origin;
    this.#people = [...people].sort((a, b) => a.name.localeCompare(b.name));
    this.#gallery = origin === null ? null : galleryOf(this.#people, origin);
    this.#view.patch({
      people: this.#people.map(
        (person): PersonView => ({
          id: person.id,
          name: person.name,
          enrolledAtMs: person.enrolledAtMs,
          samples: person.samples.length,
          isComparable: origin === null || hasComparableSample(person, origin),
        }),
      ),
    });
  }
}
