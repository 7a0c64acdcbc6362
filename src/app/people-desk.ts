/** Loads, saves, deletes and brings back people, and keeps the gallery in step with the store. */
import { msg } from '@lit/localize';
import type { Embedding } from '../core/embedding';
import { toFaultRecord } from '../core/fault';
import { type EmbeddingOrigin, isComparable } from '../core/model';
import { withSamplesAdded } from '../decision/added-samples';
import { type Consent, laterConsent } from '../decision/consent';
import { type Gallery, type LearntBy, type Person, type Sample } from '../decision/gallery';
import { nameKey } from '../decision/person-name';
import { DAY_MS } from '../decision/retention';
import { UNDO_MS } from '../decision/thresholds';
import type { ReadingProgress, Store } from '../store/store';
import { KnownPeople } from './known-people';
import type { Recorder } from './log-book';
import { inSlices } from './slices';
import type { ViewModel } from './view-model';

/** A template that is on the disk. */
export interface SavedSample {
  readonly personId: string;
  readonly sampleId: string;
}

export class PeopleDesk {
  readonly #view: ViewModel;
  readonly #onChanged: () => void;
  readonly #record: Recorder;
  #store: Store | null = null;
  #known = new KnownPeople(null);
  #undo: { person: Person; timer: ReturnType<typeof setTimeout> } | null = null;
  /** The change under way. A photograph and the camera may add to one person at once: neither may lose the other's. */
  #underWay: Promise<unknown> = Promise.resolve();

  /** `onChanged` hears that people came, went or became comparable. */
  constructor(view: ViewModel, onChanged: () => void, record: Recorder = () => {}) {
    this.#view = view;
    this.#onChanged = onChanged;
    this.#record = record;
  }

  /** Everybody comparable with the running model; null before the model or the store is there. */
  get gallery(): Gallery | null {
    return this.#known.gallery;
  }

  /** Everybody, comparable or not, in order of name. */
  get everybody(): readonly Person[] {
    return this.#known.people;
  }

  /** The person of this name, however it is capitalised. */
  named(name: string): Person | undefined {
    return this.#known.named(name);
  }

  /** Takes the opened store and reads everybody. `onProgress` hears how far that is. */
  async open(store: Store, onProgress: (progress: ReadingProgress) => void = () => {}): Promise<void> {
    this.#store = store;
    await this.#inTurn(() => this.#reload(onProgress));
  }

  /** Reads everybody anew, when another tab changed something. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.#reload(() => {}));
  }

  async #reload(onProgress: (progress: ReadingProgress) => void): Promise<void> {
    if (this.#store === null) return;
    const { people, damaged } = await this.#store.savedPeople(onProgress);
    this.#view.patch({ damagedRecords: damaged.length });
    await this.#rebuild(people, this.#known.origin);
  }

  /** Says what the running model's embeddings may be compared with. */
  useOrigin(origin: EmbeddingOrigin): Promise<void> {
    return this.#inTurn(async () => {
      // A worker that was started again makes what the one before it made.
      if (this.#known.origin !== null && isComparable(this.#known.origin, origin)) return;
      await this.#rebuild(this.#known.people, origin);
    });
  }

  /** The person with this id. */
  withId(personId: string): Person | undefined {
    return this.#known.withId(personId);
  }

  /**
   * Saves a person with one sample and their consent, in place of a person of the same name. What was saved once it is
   * durable; null when it failed, which the interface then shows. `consent` is null where none was given.
   */
  enrol(name: string, embedding: Embedding, nowMs: number, learntBy: LearntBy, consent: Consent | null = null): Promise<SavedSample | null> {
    const sample = this.#sampleOf(embedding, nowMs, learntBy);
    return this.#inTurn(() => this.#enrol(name, sample, nowMs, consent));
  }

  async #enrol(name: string, sample: Sample | null, nowMs: number, consent: Consent | null): Promise<SavedSample | null> {
    if (sample === null) return null;
    const known = this.named(name)?.id;
    const id = known ?? crypto.randomUUID();
    const { expiresAfterDays } = this.#view.state.settings;
    const expiry = expiresAfterDays === null ? {} : { expiresAtMs: nowMs + expiresAfterDays * DAY_MS };
    const isSaved = await this.#save({ id, name, enrolledAtMs: nowMs, ...(consent !== null && { consent }), ...expiry, samples: [sample], denials: [] });
    if (isSaved) this.#record(known === undefined ? 'enrolled' : 'replaced', id, { learntBy: sample.learntBy });
    // Bringing back somebody of this name would now overwrite what was just saved.
    if (isSaved && this.#undo !== null && nameKey(this.#undo.person.name) === nameKey(name)) this.#forgetUndo();
    return isSaved ? { personId: id, sampleId: sample.id } : null;
  }

  /** Adds a sample to a person; as `enrol`. */
  addSample(personId: string, embedding: Embedding, nowMs: number, learntBy: LearntBy): Promise<SavedSample | null> {
    const act = learntBy === 'correction' ? 'corrected' : 'sample-added';
    const learn = (person: Person, sample: Sample): Person => withSamplesAdded(person, [sample]);
    return this.#learn(personId, this.#sampleOf(embedding, nowMs, learntBy), learn, () => this.#record(act, personId, { learntBy }));
  }

  /** Makes two people one: what the first has becomes the other's. All of it happens, or nothing, which is false. */
  unite(goneId: string, keptId: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const [gone, kept] = [this.withId(goneId), this.withId(keptId)];
      if (gone === undefined || kept === undefined || gone === kept) return false;
      const consent = laterConsent(kept.consent, gone.consent);
      const both = { ...kept, ...(consent !== undefined && { consent }), denials: [...kept.denials, ...gone.denials] };
      const united = withSamplesAdded(both, gone.samples);
      await this.#keepNames([gone]);
      const isSaved = await this.#save(united, goneId);
      if (isSaved) this.#record('united', keptId, { from: goneId });
      return isSaved;
    });
  }

  /** Remembers that a face is not this person; as `enrol`. */
  deny(personId: string, embedding: Embedding, nowMs: number): Promise<SavedSample | null> {
    const learn = (person: Person, denial: Sample): Person => ({ ...person, denials: [...person.denials, denial] });
    return this.#learn(personId, this.#sampleOf(embedding, nowMs, 'correction'), learn, () => this.#record('denied', personId));
  }

  #learn(personId: string, learnt: Sample | null, learn: (person: Person, learnt: Sample) => Person, onSaved: () => void): Promise<SavedSample | null> {
    return this.#inTurn(async () => {
      const person = this.withId(personId);
      if (person === undefined || learnt === null) return null;
      const isSaved = await this.#save(learn(person, learnt));
      if (isSaved) onSaved();
      return isSaved ? { personId, sampleId: learnt.id } : null;
    });
  }

  /** Forgets one sample or denial of a person, but never their last sample. */
  forget(personId: string, templateId: string): Promise<boolean> {
    return this.#inTurn(() => this.#forget(personId, templateId));
  }

  async #forget(personId: string, templateId: string): Promise<boolean> {
    const person = this.withId(personId);
    if (person === undefined) return false;
    const others = (templates: readonly Sample[]): Sample[] => templates.filter(({ id }) => id !== templateId);
    const samples = others(person.samples);
    const isSaved = samples.length > 0 && (await this.#save({ ...person, samples, denials: others(person.denials) }));
    if (isSaved) this.#record('sample-removed', personId);
    return isSaved;
  }

  /**
   * Writes whole people, one transaction each, in place of whoever has the same id or name. How many were written:
   * fewer than all when the store failed, which the interface then shows. `onWritten` hears after each.
   */
  adopt(newcomers: readonly Person[], onWritten: (count: number) => void): Promise<number> {
    return this.#inTurn(async () => {
      const store = this.#store;
      let written = 0;
      if (store === null) return written;
      await this.#change(async () => {
        try {
          for (const person of newcomers) {
            const replaced = this.named(person.name);
            if (replaced !== undefined) await this.#keepNames([replaced]);
            await store.savePerson(person);
            this.#record('imported', person.id, { learntBy: person.samples[0]?.learntBy ?? 'import' });
            written += 1;
            onWritten(written);
          }
        } finally {
          await this.#reload(() => {});
        }
      });
      const undone = this.#undo?.person.name;
      // Bringing back somebody of this name would now overwrite what was just written.
      if (undone !== undefined && newcomers.some(({ name }) => nameKey(name) === nameKey(undone))) this.#forgetUndo();
      return written;
    });
  }

  /**
   * Writes people back, all of them or none, after deleting everybody when `replacesAll`, and settings unless null. False
   * when the store failed, which the interface then shows.
   */
  restore(restored: readonly Person[], options: Parameters<Store['restore']>[1]): Promise<boolean> {
    return this.#inTurn(async () => {
      const store = this.#store;
      if (store === null) return false;
      return this.#change(async () => {
        if (options.replacesAll) await this.#keepNames(this.everybody);
        await store.restore(restored, options);
        this.#record('restored', null, { people: restored.length, replacesAll: options.replacesAll });
        // Bringing back who was deleted before could overwrite what was just written.
        this.#forgetUndo();
        await this.#reload(() => {});
      });
    });
  }

  /**
   * Runs a change of another desk in its turn: `run` writes it, and then puts the same into what is known. False when
   * the store failed, which the interface then shows.
   */
  alter(run: (store: Store, known: KnownPeople) => Promise<void>): Promise<boolean> {
    return this.#inTurn(async () => {
      const store = this.#store;
      if (store === null) return false;
      return this.#change(async () => {
        try {
          await run(store, this.#known);
        } finally {
          // Of several changes the first may have been written.
          this.#show();
        }
      });
    });
  }

  /** Lets go of whoever has expired by now. True when that changed for somebody. */
  followClock(nowMs: number): boolean {
    const hasChanged = this.#known.followClock(nowMs);
    if (hasChanged) this.#show();
    return hasChanged;
  }

  /** Runs after what is under way, however that ends. */
  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#underWay.then(run, run);
    this.#underWay = turn.catch(() => {});
    return turn;
  }

  /** Made when it is asked for, not when its turn comes: another network may run by then. */
  #sampleOf(embedding: Embedding, nowMs: number, learntBy: LearntBy): Sample | null {
    const { origin } = this.#known;
    return origin === null ? null : { id: crypto.randomUUID(), embedding, capturedAtMs: nowMs, learntBy, ...origin };
  }

  /** Writes a person, in place of whoever has the same id, and of whoever has `goneId`. */
  async #save(person: Person, goneId: string | null = null): Promise<boolean> {
    const store = this.#store;
    if (store === null) return false;
    return this.#change(async () => {
      await store.savePerson(person, goneId);
      if (goneId !== null) this.#known.delete(goneId);
      this.#known.put(person);
      this.#show();
    });
  }

  /** Deletes a person at once and keeps them in memory for as long as that can be undone. */
  delete(personId: string): Promise<boolean> {
    return this.#inTurn(() => this.#delete(personId));
  }

  async #delete(personId: string): Promise<boolean> {
    const store = this.#store;
    const person = this.withId(personId);
    if (store === null || person === undefined) return false;
    return this.#change(async () => {
      await this.#keepNames([person]);
      await store.deletePerson(personId);
      this.#record('deleted', personId);
      this.#forgetUndo();
      const timer = setTimeout(() => this.#forgetUndo(), UNDO_MS);
      this.#undo = { person, timer };
      this.#view.patch({ undo: { name: person.name }, notice: { label: msg('Deleted'), name: person.name } });
      this.#known.delete(personId);
      this.#show();
    });
  }

  /** Brings the person deleted last back. */
  undoDelete(): Promise<boolean> {
    return this.#inTurn(() => this.#undoDelete());
  }

  async #undoDelete(): Promise<boolean> {
    const store = this.#store;
    const person = this.#undo?.person;
    if (store === null || person === undefined) return false;
    return this.#change(async () => {
      await store.savePerson(person);
      this.#record('delete-undone', person.id);
      this.#forgetUndo();
      this.#view.patch({ notice: { label: msg('Restored'), name: person.name } });
      this.#known.put(person);
      this.#show();
    });
  }

  /** Whoever is about to go keeps their name for the log. A disk without room for it must not keep anybody from being deleted. */
  async #keepNames(people: readonly Person[]): Promise<void> {
    await this.#store?.log.keepNames(people).catch(() => {});
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

  async #rebuild(people: readonly Person[], origin: EmbeddingOrigin | null): Promise<void> {
    this.#known = (await inSlices(KnownPeople.of(people, origin)))!;
    this.#show();
  }

  #show(): void {
    this.#view.patch({ people: this.#known.views });
    this.#onChanged();
  }
}
