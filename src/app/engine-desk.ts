/** Follows the engine from loading to ready, and tells everybody who waits for it. */
import { assertNever } from '../core/assert';
import type { EngineStatus } from '../inference/client/vision-engine';
import type { EngineInfo } from '../inference/protocol';
import type { BenchmarkDesk } from './benchmark-desk';
import type { DiagnosticsDesk } from './diagnostics-desk';
import type { PeopleDesk } from './people-desk';
import type { PhotoDesk } from './photo-desk';
import type { SessionDesk } from './session-desk';
import type { SettingsDesk } from './settings-desk';
import type { ThreadDesk } from './thread-desk';
import type { ViewModel } from './view-model';

/** Who hears of the engine. */
export interface EngineDeskParts {
  readonly view: ViewModel;
  readonly people: PeopleDesk;
  readonly settings: SettingsDesk;
  readonly photos: PhotoDesk;
  readonly session: SessionDesk;
  readonly diagnostics: DiagnosticsDesk;
  readonly benchmark: BenchmarkDesk;
  readonly threads: ThreadDesk;
}

export class EngineDesk {
  readonly #parts: EngineDeskParts;
  #status: EngineStatus | null = null;

  constructor(parts: EngineDeskParts) {
    this.#parts = parts;
  }

  follow(status: EngineStatus): void {
    const { view, diagnostics, benchmark, threads } = this.#parts;
    this.#status = status;
    switch (status.kind) {
      case 'loading':
        view.patch({ engine: { kind: 'loading', ...status.progress } });
        break;
      case 'ready':
        diagnostics.useEngine(status.info);
        benchmark.useEngine(status.info);
        threads.useEngine(status.info);
        void this.#becomeReady(status);
        break;
      case 'faulted':
        view.patch({ engine: status });
        break;
      default:
        assertNever(status);
    }
  }

  /** The engine is ready for use once it is known whom it can recognise. */
  async #becomeReady(status: Extract<EngineStatus, { kind: 'ready' }>): Promise<void> {
    const { people, settings, session } = this.#parts;
    await people.useOrigin(status.info.origin);
    // The worker may have died meanwhile, and another have been started.
    if (this.#status !== status) return;
    this.#useNetwork(status.info);
    settings.followGallery();
    session.wake();
  }

  #useNetwork({ origin, networks }: EngineInfo): void {
    const { view, photos, session } = this.#parts;
    const { modelId } = view.state;
    if (modelId !== null && modelId !== origin.model) {
      photos.stop();
      session.startOver();
    }
    view.patch({ engine: { kind: 'ready' }, modelId: origin.model, networks });
  }
}
