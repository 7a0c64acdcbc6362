/** Learns from what people say of a verdict: never without a word of theirs, and every change can be taken back. */
import { isCorrectable } from '../decision/verdict';
import type { PeopleDesk, SavedSample } from './people-desk';
import type { ViewModel } from './view-model';

export class CorrectionsDesk {
  readonly #view: ViewModel;
  readonly #people: PeopleDesk;
  #last: SavedSample | null = null;

  constructor(view: ViewModel, people: PeopleDesk) {
    this.#view = view;
    this.#people = people;
  }

  /** The face of the last verdict is not the person it named. */
  async deny(): Promise<void> {
    const { phase } = this.#view.state.session;
    if (phase.kind !== 'judged' || !isCorrectable(phase.verdict)) return;
    const { personId, name } = phase.verdict.best;
    this.#remember(await this.#people.deny(personId, phase.probe, Date.now()), 'not-me', name);
  }

  /** The face of the last verdict is this person: it becomes a sample of theirs. */
  async confirm(personId: string): Promise<void> {
    const { phase } = this.#view.state.session;
    const name = this.#people.withId(personId)?.name;
    if (phase.kind !== 'judged' || !isCorrectable(phase.verdict) || name === undefined) return;
    this.#remember(await this.#people.addSample(personId, phase.probe, Date.now(), 'correction'), 'was-me', name);
  }

  /** Takes the last correction back. */
  async undo(): Promise<void> {
    const last = this.#last;
    if (last !== null && (await this.#people.forget(last.personId, last.sampleId))) this.forgetLast();
  }

  /** The verdict that was corrected is no longer on the screen. */
  forgetLast(): void {
    this.#last = null;
    if (this.#view.state.correction !== null) this.#view.patch({ correction: null });
  }

  #remember(saved: SavedSample | null, kind: 'was-me' | 'not-me', name: string): void {
    if (saved === null) return;
    this.#last = saved;
    this.#view.patch({ correction: { kind, name } });
  }
}
