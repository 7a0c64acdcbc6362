/** Surveys the gallery for "How safe is my gallery?": only while that page is shown, a little at a time. */
import { surveyGallery } from '../decision/gallery-survey';
import type { PeopleDesk } from './people-desk';
import type { ViewModel } from './view-model';

/** How long it may work before the screen gets its turn. */
const SLICE_MS = 8;

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
    const survey = surveyGallery(everybody, gallery.origin);
    let sliceEndsMs = performance.now() + SLICE_MS;
    for (;;) {
      const step = survey.next();
      if (step.done === true) {
        this.#view.patch({ safety: step.value });
        return;
      }
      if (performance.now() < sliceEndsMs) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (own !== this.#latest) return;
      sliceEndsMs = performance.now() + SLICE_MS;
    }
  }
}
