/** Takes people over from the predecessor's `faces_db.pkl`, and writes them out for it. */
import { msg } from '@lit/localize';
import { readFacesDb, writeFacesDb } from '../migration/faces-db';
import { PickleError } from '../migration/pickle-error';
import { MAX_FILE_BYTES } from '../migration/pickle-reader';
import { type ExportPlan, peopleOf, planExport, planImport } from '../migration/transfer';
import { countPeople } from '../ui/strings';
import type { Recorder } from './log-book';
import type { PeopleDesk } from './people-desk';
import type { ViewModel } from './view-model';

const FILE_NAME = 'faces_db.pkl';

/** What the desk works with. */
export interface TransferParts {
  readonly view: ViewModel;
  readonly people: Pick<PeopleDesk, 'everybody' | 'gallery' | 'adopt'>;
  readonly record?: Recorder;
  readonly download: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

export class TransferDesk {
  readonly #parts: TransferParts;

  constructor(parts: TransferParts) {
    this.#parts = parts;
  }

  /** Reads a file and shows what importing it would do; nothing is written yet. */
  async preview(file: File): Promise<void> {
    const { view, people } = this.#parts;
    view.patch({ transfer: null });
    try {
      // One byte more than is read is enough to see that a file is too large.
      const bytes = new Uint8Array(await file.slice(0, MAX_FILE_BYTES + 1).arrayBuffer());
      view.patch({ dialog: { kind: 'import', file: file.name, plan: planImport(readFacesDb(bytes), people.everybody) } });
    } catch (error) {
      const message = error instanceof PickleError ? error.message : null;
      view.patch({ transfer: { kind: 'refused', file: file.name, message } });
    }
  }

  /** Writes the people of the file that is shown, one transaction each. */
  async confirmImport(replacesKnown: boolean): Promise<void> {
    const { view, people } = this.#parts;
    const { dialog } = view.state;
    if (dialog?.kind !== 'import') return;
    const newcomers = peopleOf(dialog.plan, replacesKnown, Date.now(), () => crypto.randomUUID());
    const total = newcomers.length;
    view.patch({ dialog: null, notice: null, transfer: { kind: 'importing', done: 0, total } });
    const done = await people.adopt(newcomers, (count) => view.patch({ transfer: { kind: 'importing', done: count, total } }));
    view.patch({ transfer: done < total ? { kind: 'interrupted', done, total } : null, notice: { label: msg('Imported'), name: countPeople(done) } });
  }

  /** Shows what a written file would hold, and what to know of it. */
  askExport(): void {
    const plan = this.#plan();
    if (plan === null) return;
    const { people, ...facts } = plan;
    this.#parts.view.patch({ transfer: null, dialog: { kind: 'export', people: people.length, ...facts } });
  }

  /** Hands the file over. */
  export(): void {
    const plan = this.#plan();
    if (plan === null) return;
    this.#parts.download(FILE_NAME, Uint8Array.from(writeFacesDb(plan.people)));
    this.#parts.record?.('exported', null, { people: plan.people.length });
    this.#parts.view.patch({ notice: { label: msg('Written to faces_db.pkl'), name: countPeople(plan.people.length) } });
  }

  /** Null before it is known which network runs. */
  #plan(): ExportPlan | null {
    const { people } = this.#parts;
    return people.gallery === null ? null : planExport(people.everybody, people.gallery.origin);
  }
}
