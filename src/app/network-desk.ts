/** Switches the recognition network: never without saying first whom that strands. */
import { PIPELINE_VERSION, RECOGNITION_MODELS } from '../core/model';
import { networkSwitch } from '../decision/network-switch';
import type { PeopleDesk } from './people-desk';
import type { SettingsDesk } from './settings-desk';
import type { ViewModel } from './view-model';

/** What the desk works with. */
export interface NetworkParts {
  readonly view: ViewModel;
  readonly people: Pick<PeopleDesk, 'everybody' | 'gallery'>;
  readonly settings: Pick<SettingsDesk, 'change'>;
  /** Starts a vision worker with the network that the settings name. */
  readonly restart: () => void;
}

export class NetworkDesk {
  readonly #parts: NetworkParts;

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  /** Shows what switching to this network would do; nothing is changed yet. */
  ask(id: string): void {
    const { view, people } = this.#parts;
    const { networks, settings } = view.state;
    const to = networks?.present.find((network) => network.id === id);
    if (to === undefined) return;
    const { stranded, regained } = networkSwitch(people.everybody, people.gallery?.origin ?? null, { model: id, pipeline: PIPELINE_VERSION });
    const namesOf = (some: typeof stranded): string[] => some.map(({ name }) => name);
    const isThresholdByHand = settings.manualThreshold !== null;
    view.patch({ dialog: { kind: 'switch-network', to, stranded: namesOf(stranded), regained: namesOf(regained), isThresholdByHand } });
  }

  /** Switches to the network that was asked about. Every sample is kept, so that switching back loses nothing. */
  switch(): void {
    const { dialog } = this.#parts.view.state;
    if (dialog?.kind !== 'switch-network') return;
    this.#parts.view.patch({ dialog: null });
    this.#choose(dialog.to.id);
    this.#parts.restart();
  }

  /** The chosen network cannot be had: the one that runs in its place becomes the choice. */
  keepRunning(): void {
    const { view } = this.#parts;
    const { networks, modelId } = view.state;
    if (networks === null || modelId === null) return;
    this.#choose(modelId);
    view.patch({ networks: { ...networks, missing: null } });
  }

  /** The installed network is no choice: whoever takes it follows what the asset step installs. */
  #choose(id: string): void {
    const { view, settings } = this.#parts;
    const isInstalled = view.state.networks?.installed === id;
    const recognition = isInstalled ? null : (RECOGNITION_MODELS.find((model) => model === id) ?? null);
    // The settings show a fault by themselves; the switch holds until the page is closed.
    void settings.change({ recognition });
  }
}
