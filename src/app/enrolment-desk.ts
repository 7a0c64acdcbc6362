/** Writes what an enrolment yields, and asks when a new face looks like somebody else's. */
import { type Embedding, templateOf } from '../core/embedding';
import { isComparable } from '../core/model';
import type { TakenSample } from '../decision/enrolment';
import type { SessionEffect, SessionEvent } from '../decision/session-events';
import { forgetConsent } from './consent-form';
import type { Matcher } from './matcher';
import type { PeopleDesk } from './people-desk';
import type { ViewModel } from './view-model';

export class EnrolmentDesk {
  readonly #view: ViewModel;
  readonly #people: PeopleDesk;
  readonly #matcher: Matcher;
  readonly #dispatch: (event: SessionEvent) => void;
  /** The person just enrolled: their samples become somebody else's if the two are one. */
  #newcomer: string | null = null;

  constructor(view: ViewModel, people: PeopleDesk, matcher: Matcher, dispatch: (event: SessionEvent) => void) {
    this.#view = view;
    this.#people = people;
    this.#matcher = matcher;
    this.#dispatch = dispatch;
  }

  /** Does what the session asks for. */
  async run(effect: SessionEffect): Promise<void> {
    const { embedding } = effect;
    const saved =
      effect.kind === 'save-enrolment'
        ? await this.#people.enrol(effect.name, embedding, Date.now(), 'enrolment', this.#view.state.rights.given)
        : await this.#people.addSample(effect.personId, embedding, Date.now(), 'enrolment');
    if (saved === null) {
      this.#dispatch({ kind: 'enrolment-failed' });
      return;
    }
    this.#dispatch({ kind: 'enrolment-saved', ...saved });
    if (effect.kind === 'save-enrolment') {
      this.#view.patch({ typedName: '' });
      forgetConsent(this.#view);
      await this.noteNewcomer(saved.personId, [embedding]);
    }
  }

  /** Looks whether the person just enrolled looks like somebody else, and then asks. */
  async noteNewcomer(personId: string, embeddings: readonly Embedding[]): Promise<void> {
    this.#newcomer = personId;
    const { gallery } = this.#people;
    const probe = { embedding: templateOf(embeddings), legacy: null };
    const closest = gallery === null ? [] : await this.#matcher.closest(gallery, probe);
    // Another newcomer may have come while a large gallery was searched.
    if (this.#newcomer !== personId) return;
    const alike = closest.find((scored) => scored.personId !== personId);
    const isAlike = alike !== undefined && alike.score >= this.#view.state.threshold;
    this.#view.patch({ resemblance: isAlike ? alike : null });
  }

  /** The two are one person: the new samples become the other's, and the new person goes. */
  async merge(): Promise<void> {
    const { resemblance } = this.#view.state;
    const newcomer = this.#newcomer;
    if (resemblance === null || newcomer === null) return;
    const other = resemblance.personId;
    const areThere = this.#people.withId(newcomer) !== undefined && this.#people.withId(other) !== undefined;
    if (!areThere) {
      this.keep();
      return;
    }
    this.#view.patch({ storeFault: null });
    // Where it cannot be written nothing has changed: the interface says why, and the question can be answered again.
    if (!(await this.#people.unite(newcomer, other))) return;
    if (this.#newcomer === newcomer) this.keep();
    this.addSamples(other);
  }

  /** The two are different people. */
  keep(): void {
    this.#newcomer = null;
    this.#view.patch({ resemblance: null });
  }

  /** Goes on with the guided enrolment of somebody who is enrolled. */
  addSamples(personId: string): void {
    const person = this.#people.withId(personId);
    const origin = this.#people.gallery?.origin;
    if (person === undefined || origin === undefined) return;
    // Samples of another network or of the predecessor say nothing about how new a face is.
    const comparable = person.samples.filter((sample) => isComparable(sample, origin));
    const samples = comparable.map(({ id, embedding }): TakenSample => ({ id, embedding, pose: 'any', crop: null }));
    this.#dispatch({ kind: 'enrolment-resumed', personId, name: person.name, samples });
  }

  /** Forgets one sample of the enrolment under way, so that its pose is wanted again. */
  async retake(sampleId: string): Promise<void> {
    const { phase } = this.#view.state.session;
    if (phase.kind !== 'enrolled') return;
    if (await this.#people.forget(phase.enrolment.personId, sampleId)) this.#dispatch({ kind: 'sample-removed', sampleId });
  }
}
