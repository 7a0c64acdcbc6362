/** Lintel put together: intents come in, desks and engine do the work, the view model shows it. */
import { assertNever } from '../core/assert';
import { toFaultRecord } from '../core/fault';
import type { Embedding } from '../core/embedding';
import { parseName } from '../decision/person-name';
import { isUnderWay, type Purpose, type SessionEvent, stepSession } from '../decision/session';
import { DEFAULT_SETTINGS, type Settings } from '../decision/settings';
import { type Verdict, verdictOf } from '../decision/verdict';
import { createVisionWorker } from '../inference/client/create-worker';
import { type EngineStatus, VisionEngine } from '../inference/client/vision-engine';
import { requestPersistence } from '../store/persistence';
import { openStore, type Store } from '../store/store';
import { type Destination, DESTINATIONS, type Intent } from '../ui/view';
import { CameraDesk } from './camera-desk';
import { DiagnosticsDesk } from './diagnostics-desk';
import { PeopleDesk } from './people-desk';
import { runRecognitionLoop } from './recognition-loop';
import type { ViewModel } from './view-model';

/** How often countdowns and held verdicts are looked at. */
const TICK_MS = 50;

export class Lintel {
  readonly #view: ViewModel;
  readonly #applyUpdate: () => void;
  readonly #engine: VisionEngine;
  readonly #camera: CameraDesk;
  readonly #people: PeopleDesk;
  readonly #diagnostics: DiagnosticsDesk;
  #store: Store | null = null;
  #engineWaiters: (() => void)[] = [];

  constructor(view: ViewModel, applyUpdate: () => void) {
    this.#view = view;
    this.#applyUpdate = applyUpdate;
    this.#people = new PeopleDesk(view);
    this.#engine = new VisionEngine(createVisionWorker, (status) => this.#followEngine(status));
    this.#camera = new CameraDesk(view, {
      onOpened: (signal) => this.#startSession(signal),
      onClosed: () => this.#dispatch({ kind: 'closed' }),
    });
    this.#diagnostics = new DiagnosticsDesk(view, this.#camera);
  }

  /** Starts models and store side by side, then opens where the address says. */
  async start(): Promise<void> {
    void this.#engine.start();
    await this.#openStore();
    this.go(destinationOf(location.hash));
    addEventListener('hashchange', () => this.go(destinationOf(location.hash)));
    setInterval(() => this.#dispatch({ kind: 'ticked' }), TICK_MS);
  }

  /** Shows a destination, and turns the camera on or off as it needs. */
  go(to: Destination): void {
    if (location.hash !== `#${to}`) history.replaceState(null, '', `#${to}`);
    if (to !== this.#view.state.destination) this.#view.patch({ destination: to, nameProblem: null, notice: null });
    this.#diagnostics.show(to === 'diagnostics');
    const purpose = this.#purpose();
    const isLive = this.#camera.isLive;
    if (purpose === null) {
      if (this.#view.state.camera.kind !== 'off') this.#camera.close();
    } else if (isLive && this.#view.state.session.purpose !== purpose) {
      this.#dispatch({ kind: 'opened', purpose });
    } else if (!isLive && this.#view.state.camera.kind !== 'opening') {
      void this.#camera.open();
    }
  }

  /** Does what a person asked for. */
  handle(intent: Intent): void {
    switch (intent.kind) {
      case 'go':
        return this.go(intent.to);
      case 'type-name':
        return this.#view.patch({ typedName: intent.name, nameProblem: null });
      case 'capture':
        return this.#askCapture(false);
      case 'cancel':
        return this.#cancel();
      case 'start-camera':
        return void this.#camera.open();
      case 'ask-delete':
        return this.#askDelete(intent.personId);
      case 'undo-delete':
        return void this.#people.undoDelete();
      case 'change-settings':
        return void this.#changeSettings(intent.change);
      case 'ask-reset-settings':
        return this.#view.patch({ dialog: { kind: 'reset-settings' } });
      case 'show-keys':
        return this.#view.patch({ dialog: { kind: 'keys' } });
      case 'confirm-dialog':
        return this.#confirmDialog();
      case 'dismiss-dialog':
        return this.#view.patch({ dialog: null });
      case 'dismiss-store-fault':
        return this.#view.patch({ storeFault: null });
      case 'retry-engine':
        return void this.#engine.start();
      case 'reload-page':
        return location.reload();
      case 'apply-update':
        return this.#applyUpdate();
      case 'copy-diagnostics':
        return void this.#diagnostics.copy();
      default:
        return assertNever(intent);
    }
  }

  async #openStore(): Promise<void> {
    try {
      const store = await openStore({
        onPeopleChanged: () => void this.#people.reload(),
        onLost: (fault) => this.#view.patch({ gallery: { kind: 'faulted', fault } }),
      });
      this.#store = store;
      const settings = await store.savedSettings();
      await this.#people.open(store);
      this.#view.patch({ settings, gallery: { kind: 'ready' } });
      void this.#keepStorage();
    } catch (error) {
      this.#view.patch({ gallery: { kind: 'faulted', fault: toFaultRecord(error, 'store-failed') } });
    }
  }

  async #keepStorage(): Promise<void> {
    const report = await requestPersistence();
    this.#diagnostics.useStorage(report);
    this.#view.patch({ isStoragePersistent: report.isPersistent });
  }

  #followEngine(status: EngineStatus): void {
    switch (status.kind) {
      case 'loading':
        this.#view.patch({ engine: { kind: 'loading', ...status.progress } });
        break;
      case 'ready': {
        this.#diagnostics.useEngine(status.info);
        this.#people.useOrigin(status.info.origin);
        this.#view.patch({ engine: { kind: 'ready' }, modelId: status.info.origin.model });
        for (const wake of this.#engineWaiters.splice(0)) wake();
        break;
      }
      case 'faulted':
        this.#view.patch({ engine: status });
        break;
      default:
        assertNever(status);
    }
  }

  /** What the camera is for at the present destination; null where it should be off. */
  #purpose(): Purpose | null {
    const { destination, gallery, people } = this.#view.state;
    if (gallery.kind !== 'ready') return null;
    if (destination === 'enrol') return 'enrol';
    // With nobody to compare with, the camera is not needed and Chromium does not ask for it.
    return destination === 'verify' && people.length > 0 ? 'verify' : null;
  }

  #startSession(signal: AbortSignal): void {
    const purpose = this.#purpose();
    if (purpose === null) return;
    this.#dispatch({ kind: 'opened', purpose });
    const parts = {
      nextFrame: () => this.#camera.nextFrame(),
      engineReady: (until: AbortSignal) => this.#engineReady(until),
      analyse: this.#engine.analyse.bind(this.#engine),
      session: () => this.#view.state.session,
      detector: () => this.#view.state.settings,
      frameRateCap: () => this.#view.state.settings.frameRateCap,
      judge: (embedding: Embedding) => this.#judge(embedding),
      dispatch: (event: SessionEvent) => this.#dispatch(event),
      onAnalysis: this.#diagnostics.add.bind(this.#diagnostics),
    };
    // The frames end when the camera does, and the camera desk has said why.
    runRecognitionLoop(parts, signal).catch(() => {});
  }

  #engineReady(signal: AbortSignal): Promise<void> {
    if (this.#view.state.engine.kind === 'ready' || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.#engineWaiters.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #judge(probe: Embedding): Verdict {
    const gallery = this.#people.gallery;
    return gallery === null ? { kind: 'empty-gallery' } : verdictOf(gallery, probe, this.#view.state.settings.threshold);
  }

  #dispatch(event: SessionEvent): void {
    const { settings, session: before } = this.#view.state;
    const rules = { countdownMs: settings.countdownSeconds * 1000, autoVerify: settings.autoVerify };
    const { session, effects } = stepSession(before, event, performance.now(), rules);
    if (session !== before) this.#view.patch({ session });
    for (const { name, embedding } of effects) void this.#saveEnrolment(name, embedding);
  }

  async #saveEnrolment(name: string, embedding: Embedding): Promise<void> {
    const isSaved = await this.#people.enrol(name, embedding, Date.now());
    this.#dispatch(isSaved ? { kind: 'enrolment-saved', name } : { kind: 'enrolment-failed' });
    if (isSaved) this.#view.patch({ typedName: '' });
  }

  #askCapture(mayOverwrite: boolean): void {
    const { destination, typedName, session } = this.#view.state;
    if (isUnderWay(session.phase) || session.phase.kind === 'saving') return;
    let name = '';
    if (destination === 'enrol') {
      const parsed = parseName(typedName);
      if (parsed.kind === 'problem') return this.#view.patch({ nameProblem: parsed.problem });
      name = parsed.name;
      const existing = this.#people.named(name);
      if (existing !== undefined && !mayOverwrite) {
        return this.#view.patch({ dialog: { kind: 'overwrite', name: existing.name } });
      }
    }
    if (this.#camera.isLive) return this.#dispatch({ kind: 'capture-asked', name });
    void this.#camera.open().then(() => this.#dispatch({ kind: 'capture-asked', name }));
  }

  #cancel(): void {
    if (this.#view.state.dialog !== null) return this.#view.patch({ dialog: null });
    if (isUnderWay(this.#view.state.session.phase)) this.#dispatch({ kind: 'capture-cancelled' });
    this.#camera.close();
  }

  #askDelete(personId: string): void {
    const person = this.#view.state.people.find(({ id }) => id === personId);
    if (person !== undefined) this.#view.patch({ dialog: { kind: 'delete', personId, name: person.name } });
  }

  #confirmDialog(): void {
    const { dialog } = this.#view.state;
    this.#view.patch({ dialog: null });
    if (dialog?.kind === 'delete') void this.#people.delete(dialog.personId);
    if (dialog?.kind === 'overwrite') this.#askCapture(true);
    if (dialog?.kind === 'reset-settings') void this.#changeSettings(DEFAULT_SETTINGS);
  }

  async #changeSettings(change: Partial<Settings>): Promise<void> {
    const before = this.#view.state.settings;
    const settings = { ...before, ...change };
    this.#view.patch({ settings });
    try {
      await this.#store?.saveSettings(settings);
    } catch (error) {
      this.#view.patch({ storeFault: toFaultRecord(error, 'store-failed') });
    }
  }
}

function destinationOf(hash: string): Destination {
  const named = hash.slice(1);
  return DESTINATIONS.find((destination) => destination === named) ?? 'verify';
}
