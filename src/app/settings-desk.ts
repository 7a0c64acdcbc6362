/** Keeps the settings, and what follows from them and the gallery: the threshold. */
import { toFaultRecord } from '../core/fault';
import { RECOGNITION_MODELS } from '../core/model';
import { matchThreshold } from '../decision/match-threshold';
import { DEFAULT_SETTINGS, type Settings } from '../decision/settings';
import type { Store } from '../store/store';
import type { ViewModel } from './view-model';

export class SettingsDesk {
  readonly #view: ViewModel;
  readonly #onKept: (settings: Settings) => void;
  #store: Store | null = null;
  #isSaving = false;

  /** `onKept` hears what is kept, when it was read or written. */
  constructor(view: ViewModel, onKept: (settings: Settings) => void = () => {}) {
    this.#view = view;
    this.#onKept = onKept;
  }

  async open(store: Store): Promise<void> {
    this.#store = store;
    await this.reload();
  }

  /** Reads the settings anew, when they were restored. */
  async reload(): Promise<void> {
    if (this.#store === null) return;
    const settings = await this.#store.savedSettings();
    this.#view.patch({ settings });
    this.#onKept(settings);
    this.followGallery();
  }

  /** Shows a change at once and keeps it. Never rejects: a fault is shown. */
  async change(change: Partial<Settings>): Promise<void> {
    this.#view.patch({ settings: { ...this.#view.state.settings, ...change } });
    this.followGallery();
    // A slider changes faster than a card can write: what is under way is followed by one write of the latest.
    if (this.#isSaving || this.#store === null) return;
    this.#isSaving = true;
    try {
      let saved: Settings | null = null;
      while (saved !== this.#view.state.settings) {
        saved = this.#view.state.settings;
        await this.#store.saveSettings(saved);
      }
      this.#onKept(saved);
    } catch (error) {
      this.#view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    } finally {
      this.#isSaving = false;
    }
  }

  /** Everything as it comes, but for the network: people hang on it, and whoever switches is told who. */
  reset(): Promise<void> {
    return this.change({ ...DEFAULT_SETTINGS, recognition: this.#view.state.settings.recognition });
  }

  /** The threshold depends on how many people there are; a claim on whether the person is still there. */
  followGallery(): void {
    const { settings, people, modelId, claim } = this.#view.state;
    const comparable = people.filter(({ isComparable }) => isComparable);
    this.#view.patch({
      threshold: matchThreshold(settings, modelId ?? RECOGNITION_MODELS[0], comparable.length),
      claim: comparable.some(({ id }) => id === claim) ? claim : null,
    });
  }
}
