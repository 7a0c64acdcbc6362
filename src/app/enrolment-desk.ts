/** Writes what an enrolment yields, and asks when a new face looks like somebody else's. */
import type { Embedding } from '../core/embedding';
import type { TakenSample } from '../decision/enrolment';
import type { SessionEffect, SessionEvent } from '../decision/session-events';
import { scoresOf } from '../decision/verdict';
import type { PeopleDesk, SavedSample } from './people-desk';
import type { ViewModel } from './view-model';

export class EnrolmentDesk {
  readonly #view: ViewModel;
  readonly #people: PeopleDesk;
  readonly #dispatch: (event: SessionEvent) => void;
  /** Of the person just enrolled: what would become somebody else's if the two are one. */
  #newcomer: { personId: string; embeddings: Embedding[] } | null = null;

  constructor(view: ViewModel, people: PeopleDesk, dispatch: (event: SessionEvent) => void) {
    this.#view = view;
    this.#people = people;
    this.#dispatch = dispatch;
  }

  /** Does what the session asks for. */
  async run(effect: SessionEffect): Promise<void> {
    const { embedding } = effect;
    const saved =
      effect.kind === 'save-enrolment'
        ? await this.#people.enrol(effect.name, embedding, Date.now(), 'enrolment')
        : await this.#people.addSample(effect.personId, embedding, Date.now(), 'enrolment');
    if (saved === null) {
      this.#dispatch({ kind: 'enrolment-failed' });
      return;
    }
    this.#dispatch({ kind: 'enrolment-saved', ...saved });
    if (effect.kind === 'save-enrolment') this.noteNewcomer(saved, embedding);
    else if (this.#newcomer?.personId === saved.personId) this.#newcomer.embeddings.push(embedding);
  }

  /** Looks whether the person just enrolled looks like somebody else, and then asks. */
  noteNewcomer({ personId }: SavedSample, embedding: Embedding): void {
    this.#newcomer = { personId, embeddings: [embedding] };
    const { gallery } = this.#people;
    const others = gallery === null ? [] : scoresOf(gallery, embedding).filter((scored) => scored.personId !== personId);
    const [alike] = others;
    const isAlike = alike !== undefined && alike.score >= this.#view.state.threshold;
    this.#view.patch({ typedName: '', resemblance: isAlike ? alike : null });
  }

  /** The two are one person: the new samples become the other's, and the new person goes. */
  async merge(): Promise<void> {
    const { resemblance } = this.#view.state;
    const newcomer = this.#newcomer;
    this.keep();
    if (resemblance === null || newcomer === null) return;
    for (const embedding of newcomer.embeddings) {
      if ((await this.#people.addSample(resemblance.personId, embedding, Date.now(), 'enrolment')) === null) return;
    }
    if (await this.#people.delete(newcomer.personId)) this.addSamples(resemblance.personId);
  }

  /** The two are different people. */
  keep(): void {
    this.#newcomer = null;
    this.#view.patch({ resemblance: null });
  }

  /** Goes on with the guided enrolment of somebody who is enrolled. */
  addSamples(personId: string): void {
    const person = this.#people.withId(personId);
    if (person === undefined) return;
    const samples = person.samples.map(({ id, embedding }): TakenSample => ({ id, embedding, pose: 'any', crop: null }));
    this.#dispatch({ kind: 'enrolment-resumed', personId, name: person.name, samples });
  }

  /** Forgets one sample of the enrolment under way, so that its pose is wanted again. */
  async retake(sampleId: string): Promise<void> {
    const { phase } = this.#view.state.session;
    if (phase.kind !== 'enrolled') return;
    if (await this.#people.forget(phase.enrolment.personId, sampleId)) this.#dispatch({ kind: 'sample-removed', sampleId });
  }
}
