/** The rights of people: what is kept of somebody, consent, expiry, export and erasure. */
import { toFaultRecord } from '../core/fault';
import { checkDraft } from '../decision/consent';
import { planErasure } from '../decision/erasure';
import type { Person } from '../decision/gallery';
import { personExport } from '../decision/person-export';
import type { Store } from '../store/store';
import { NO_CONSENT, type RightsAsk, type RightsDialog, type RightsDone } from '../ui/rights-view';
import { receiptText } from '../ui/rights-words';
import { fillConsent } from './consent-form';
import { changePerson, erasePerson, withExpiry } from './kept-people';
import type { Recorder } from './log-book';
import type { PeopleDesk } from './people-desk';
import { RetentionDesk } from './retention-desk';
import { logOf } from './person-log';
import type { NewFile } from './save-file';
import type { ViewModel } from './view-model';

/** What the desk works with. */
export interface RightsParts {
  readonly view: ViewModel;
  readonly people: PeopleDesk;
  readonly record: Recorder;
  /** Asks where to put a file; null when the person chose nothing. */
  readonly newFile: (suggestedName: string) => Promise<NewFile | null>;
}

export class RightsDesk {
  readonly #parts: RightsParts;
  readonly #retention: RetentionDesk;
  #store: Store | null = null;

  constructor(parts: RightsParts) {
    this.#parts = parts;
    this.#retention = new RetentionDesk(parts.view, parts.people, parts.record);
  }

  /** Takes the opened store, once people are read. */
  async open(store: Store): Promise<void> {
    this.#store = store;
    await this.#retention.open(store);
  }

  handle(ask: RightsAsk): Promise<void> | void {
    switch (ask.kind) {
      case 'fill-consent':
        return fillConsent(this.#parts.view, ask.change);
      case 'open':
        return this.#open(ask.personId, null);
      case 'ask-consent':
        return this.#about(ask.personId, (person) => ({ kind: 'consent', person, consent: NO_CONSENT }));
      case 'record-consent':
        return this.#recordConsent();
      case 'set-expiry':
        return this.#change(ask.personId, (person) => withExpiry(person, ask.expiresAtMs), 'expiry-changed');
      case 'export':
        return this.#export(ask.personId);
      case 'ask-erase':
        return this.#askErase(ask.personId);
      case 'erase':
        return this.#erase();
      case 'save-receipt':
        return this.#saveReceipt(ask.name);
      case 'dismiss-erased':
        return this.#parts.view.patch({ rights: { ...this.#parts.view.state.rights, wasErased: false } });
      case 'keep':
        return this.#retention.keep(ask.personIds);
    }
  }

  async #recordConsent(): Promise<void> {
    const about = this.#dialog;
    if (about?.kind !== 'consent') return;
    const checked = checkDraft(about.consent.draft, Date.now());
    if (checked.kind === 'problem') {
      this.#show({ ...about, consent: { ...about.consent, problem: checked.problem } });
      return;
    }
    const { consent } = checked;
    await this.#change(about.person.id, (person) => ({ ...person, consent }), 'consent-recorded');
  }

  /** Changes a person and shows them as they are then. Where the store failed the dialog gives way to the fault. */
  async #change(personId: string, change: (person: Person) => Person, done: 'consent-recorded' | 'expiry-changed'): Promise<void> {
    if (await changePerson(this.#parts.people, personId, change)) {
      this.#parts.record(done, personId);
      this.#open(personId, done);
    } else this.#parts.view.patch({ dialog: null });
  }

  async #export(personId: string): Promise<void> {
    const person = this.#parts.people.withId(personId);
    const store = this.#store;
    if (person === undefined || store === null) return;
    const nowMs = Date.now();
    const done = await this.#save(`lintel-my-data-${dayOf(nowMs)}.json`, async () => {
      this.#open(personId, 'exporting');
      return personExport(person, await logOf(store.log, personId), nowMs);
    });
    if (done === 'exported') this.#parts.record('data-exported', personId);
    if (done !== null) this.#open(personId, done);
  }

  #askErase(personId: string): void {
    const { people, view } = this.#parts;
    const person = people.withId(personId);
    if (person === undefined) return;
    const { othersDenials } = planErasure(person, people.everybody, view.state.threshold);
    this.#about(personId, (shown) => ({ kind: 'erase', person: shown, othersDenials, isBusy: false }));
  }

  /** The proof is a new look into the database, after the erasure was on the disk. */
  async #erase(): Promise<void> {
    const { view, people } = this.#parts;
    const about = this.#dialog;
    const store = this.#store;
    if (about?.kind !== 'erase' || about.isBusy || store === null) return;
    this.#show({ ...about, isBusy: true });
    const { id, name } = about.person;
    const erased = await erasePerson(people, id, view.state.threshold);
    if (erased === null) {
      view.patch({ dialog: null });
      return;
    }
    this.#parts.record('erased', id);
    try {
      const { samples, denials, othersDenials } = erased;
      const traces = await store.findTraces(id, name);
      this.#show({ kind: 'erased', receipt: { erasedAtMs: Date.now(), samples, denials, othersDenials, traces }, done: null });
    } catch (error) {
      view.patch({ dialog: null, storeFault: toFaultRecord(error, 'store-failed') });
    }
  }

  async #saveReceipt(name: string): Promise<void> {
    const about = this.#dialog;
    if (about?.kind !== 'erased') return;
    const { receipt } = about;
    const done = await this.#save(`lintel-erased-${dayOf(receipt.erasedAtMs)}.txt`, () => Promise.resolve(receiptText(receipt, name)));
    if (done !== null) this.#show({ ...about, done });
  }

  /** Writes a text where the person wants it; null when they chose no place. */
  async #save(suggestedName: string, textOf: () => Promise<string>): Promise<'exported' | 'not-exported' | null> {
    let file: NewFile | null = null;
    try {
      file = await this.#parts.newFile(suggestedName);
      if (file === null) return null;
      await file.write(new TextEncoder().encode(await textOf()));
      await file.close();
      file.handOver();
      return 'exported';
    } catch {
      await file?.abandon();
      return 'not-exported';
    }
  }

  #open(personId: string, done: RightsDone | null): void {
    this.#about(personId, (person) => ({ kind: 'person', person, done }));
  }

  /** Asks about somebody who is there. */
  #about(personId: string, dialogOf: (person: Extract<RightsDialog, { kind: 'person' }>['person']) => RightsDialog): void {
    const person = this.#parts.view.state.people.find(({ id }) => id === personId);
    if (person !== undefined) this.#show(dialogOf(person));
  }

  get #dialog(): RightsDialog | null {
    const { dialog } = this.#parts.view.state;
    return dialog?.kind === 'rights' ? dialog.about : null;
  }

  #show(about: RightsDialog): void {
    this.#parts.view.patch({ dialog: { kind: 'rights', about } });
  }
}

/** As a file's name bears it. */
function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
