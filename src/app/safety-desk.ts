/** Surveys the gallery for "How safe is my gallery?": only while that page is shown, a little at a time. */
import { surveyGallery } from '../decision/gallery-survey';
import type { PeopleDesk } from './people-desk';
import { inSlices } from './slices';
import type { ViewModel } from './view-model';

export class SafetyDesk {
  readonly #view: ViewModel;
  readonly #people: PeopleDesk;
  /** Counts surveys: an older one that is still under way ends without a word. */
  #latest = 0;

  constructor(view: ViewModel, people: PeopleDesk) {
    this.#view = view;
    this.#people = people;
  }

  /** Follows a change of destination or of people. */
  async follow(): Promise<void> {
    this.#latest += 1;
    const own = this.#latest;
    const { gallery, everybody } = this.#people;
    if (this.#view.state.destination !== 'safety' || gallery === null) {
      if (this.#view.state.safety !== null) this.#view.patch({ safety: null });
      return;
    }
    const survey = await inSlices(surveyGallery(everybody, gallery.origin), () => own === this.#latest);
    if (survey !== null) this.#view.patch({ safety: survey });
  }
}
