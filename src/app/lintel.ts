/** Lintel put together: intents come in, desks and engine do the work, the view model shows it. */
import { assertNever } from '../core/assert';
import { MatchEngine } from '../inference/client/match-engine';
import type { WorkerLike } from '../inference/client/vision-client';
import { VisionEngine } from '../inference/client/vision-engine';
import type { Destination, Intent } from '../ui/view';
import { BackupDesk } from './backup-desk';
import { BenchmarkDesk } from './benchmark-desk';
import { browserThreads } from './browser-threads';
import { CameraDesk } from './camera-desk';
import { type Askers, confirmDialog } from './confirm-dialog';
import { createMatchWorker } from './create-match-worker';
import { destinationOf } from './destination';
import { DiagnosticsDesk } from './diagnostics-desk';
import { EngineDesk } from './engine-desk';
import { KeptData } from './kept-data';
import { KioskDesk } from './kiosk-desk';
import { LockDesk } from './lock-desk';
import { LogBook } from './log-book';
import { LogDesk } from './log-desk';
import { Matcher } from './matcher';
import { NetworkDesk } from './network-desk';
import { PeopleDesk } from './people-desk';
import { isProtectedDestination } from './protected-intents';
import { PhotoDesk } from './photo-desk';
import { BROWSER_PICTURES } from './photographs';
import { RightsDesk } from './rights-desk';
import { SafetyDesk } from './safety-desk';
import { SessionDesk } from './session-desk';
import { SettingsDesk } from './settings-desk';
import { downloadFile } from './download';
import { newFile } from './save-file';
import { ThreadDesk } from './thread-desk';
import { TransferDesk } from './transfer-desk';
import type { ViewModel } from './view-model';

export class Lintel {
  readonly #view: ViewModel;
  readonly #applyUpdate: () => void;
  readonly #engine: VisionEngine;
  readonly #camera: CameraDesk;
  readonly #people: PeopleDesk;
  readonly #settings: SettingsDesk;
  readonly #safety: SafetyDesk;
  readonly #diagnostics: DiagnosticsDesk;
  readonly #session: SessionDesk;
  readonly #photos: PhotoDesk;
  readonly #transfer: TransferDesk;
  readonly #backup: BackupDesk;
  readonly #lock: LockDesk;
  readonly #rights: RightsDesk;
  readonly #log: LogDesk;
  readonly #kept: KeptData;
  readonly #kiosk: KioskDesk;
  readonly #network: NetworkDesk;
  readonly #benchmark: BenchmarkDesk;
  readonly #threads: ThreadDesk;
  readonly #askers: Askers;

  constructor(view: ViewModel, applyUpdate: () => void, createWorker: () => WorkerLike) {
    this.#view = view;
    this.#applyUpdate = applyUpdate;
    const logBook = new LogBook(view, () => void this.#log.refresh());
    const { record } = logBook;
    this.#settings = new SettingsDesk(view, (settings) => logBook.noteSettings(settings));
    this.#people = new PeopleDesk(view, () => {
      this.#settings.followGallery();
      void this.#safety.follow();
      this.#backup.follow();
    }, record);
    this.#log = new LogDesk({ view, people: this.#people, record, newFile });
    this.#safety = new SafetyDesk(view, this.#people);
    this.#engine = new VisionEngine(
      createWorker,
      (status) => engineDesk.follow(status),
      () => view.state.settings.recognition,
    );
    this.#camera = new CameraDesk(view, {
      onOpened: (signal) => this.#session.begin(signal),
      onClosed: () => {
        this.#session.dispatch({ kind: 'closed' });
        this.#engine.wipe();
      },
    });
    this.#threads = new ThreadDesk({ view, ...browserThreads(), restart: () => void this.#engine.start() });
    this.#diagnostics = new DiagnosticsDesk(view, this.#camera, this.#threads);
    const nextFace = (): void => this.#session.dispatch({ kind: 'opened', purpose: 'verify' });
    this.#kiosk = new KioskDesk({ view, camera: this.#camera, engine: this.#engine, nextFace, applyUpdate });
    const engine = new MatchEngine(createMatchWorker);
    this.#session = new SessionDesk({
      view,
      people: this.#people,
      matcher: new Matcher((searches) => engine.find(searches)),
      camera: this.#camera,
      engine: this.#engine,
      diagnostics: this.#diagnostics,
      onStep: (session, before) => this.#lock.verifications.follow(session, before),
      kiosk: this.#kiosk,
      threads: this.#threads,
      log: logBook,
    });
    this.#network = new NetworkDesk({ view, people: this.#people, settings: this.#settings, restart: () => void this.#engine.start() });
    this.#transfer = new TransferDesk({ view, people: this.#people, record, download: downloadFile });
    this.#backup = new BackupDesk({ view, people: this.#people, settings: this.#settings, record, newFile });
    this.#rights = new RightsDesk({ view, people: this.#people, record, newFile });
    this.#lock = new LockDesk({
      view,
      record,
      run: (intent) => this.handle(intent),
      leave: () => this.#leave(),
    });
    const desks = { settings: this.#settings, people: this.#people, backup: this.#backup, lock: this.#lock, diagnostics: this.#diagnostics, logBook, log: this.#log, rights: this.#rights };
    this.#kept = new KeptData({ view, ...desks });
    this.#photos = new PhotoDesk({
      view,
      people: this.#people,
      newcomers: this.#session.enrolment,
      pictures: BROWSER_PICTURES,
      analyse: this.#engine.analyse.bind(this.#engine),
      engineReady: (signal) => this.#session.engineReady(signal),
      dispatch: (event) => this.#session.dispatch(event),
    });
    this.#askers = { people: this.#people, session: this.#session, transfer: this.#transfer, photos: this.#photos, settings: this.#settings };
    this.#benchmark = new BenchmarkDesk({
      view,
      camera: this.#camera,
      analyse: this.#engine.analyse.bind(this.#engine),
      engineReady: (signal) => this.#session.engineReady(signal),
    });
    const engineDesk = new EngineDesk({ ...desks, view, photos: this.#photos, session: this.#session, benchmark: this.#benchmark, threads: this.#threads });
  }

  /** Reads the settings, which name the network to load, then starts models and people side by side. */
  async start(): Promise<void> {
    for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, () => this.#touch(), { capture: true, passive: true });
    await this.#kept.open();
    void this.#engine.start();
    await this.#kept.openPeople();
    this.go(destinationOf(location.hash));
    addEventListener('hashchange', () => this.go(destinationOf(location.hash)));
  }

  /** Shows a destination, and turns the camera on or off as it needs. */
  go(wanted: Destination): void {
    const { destination } = this.#view.state;
    const isLeaving = destination === 'kiosk' && wanted !== 'kiosk';
    const to = this.#lock.allows(isLeaving ? { kind: 'leave-kiosk' } : { kind: 'go', to: wanted }) ? wanted : destination;
    if (location.hash !== `#${to}`) history.replaceState(null, '', `#${to}`);
    if (to !== destination) {
      this.#photos.leave();
      this.#benchmark.cancel();
      this.#session.selfTest.restart();
      this.#view.patch({ destination: to, nameProblem: null, notice: null });
      this.#kiosk.show(to === 'kiosk');
    }
    this.#diagnostics.show(to === 'diagnostics');
    void this.#safety.follow();
    void this.#log.follow();
    const purpose = this.#session.purpose();
    const isLive = this.#camera.isLive;
    if (purpose === null) {
      if (this.#view.state.camera.kind !== 'off') this.#camera.close();
    } else if (isLive && this.#view.state.session.purpose !== purpose) {
      this.#session.dispatch({ kind: 'opened', purpose });
    } else if (!isLive && this.#view.state.camera.kind !== 'opening') {
      void this.#camera.open();
    }
  }

  /** Does what a person asked for. */
  handle(intent: Intent): void {
    if (intent.kind !== 'go' && !this.#lock.allows(intent)) return;
    switch (intent.kind) {
      case 'go':
        return this.go(intent.to);
      case 'type-name':
        return this.#view.patch({ typedName: intent.name, nameProblem: null });
      case 'capture':
        return this.#view.state.destination === 'self-test' ? this.#session.selfTest.present() : this.#session.askCapture(false);
      case 'cancel':
        if (this.#view.state.dialog !== null) return this.#view.patch({ dialog: null });
        return this.#photos.stop() ? undefined : this.#session.cancel();
      case 'start-camera':
        return void this.#camera.open();
      case 'choose-claim':
        return this.#view.patch({ claim: intent.personId });
      case 'deny-verdict':
        return void this.#session.corrections.deny();
      case 'correct-verdict':
        return void this.#session.corrections.confirm(intent.personId);
      case 'undo-correction':
        return void this.#session.corrections.undo();
      case 'forget-correction':
        return void this.#people.forget(intent.personId, intent.templateId);
      case 'decline-movement':
        return this.#session.dispatch({ kind: 'movement-declined' });
      case 'restart-self-test':
        return this.#session.selfTest.restart();
      case 'add-samples':
        this.go('enrol');
        this.#photos.resume(intent.personId);
        return this.#session.addSamples(intent.personId);
      case 'retake-sample':
        return void this.#session.enrolment.retake(intent.sampleId);
      case 'add-photographs':
        return this.#photos.add(intent.files);
      case 'choose-face':
        return this.#photos.choose(intent.index);
      case 'stop-photographs':
        return void this.#photos.stop();
      case 'dismiss-photographs':
        return this.#view.patch({ photos: null });
      case 'finish-enrolment':
        return this.#session.dispatch({ kind: 'opened', purpose: 'enrol' });
      case 'merge-resembling':
        return void this.#session.enrolment.merge();
      case 'keep-resembling':
        return this.#session.enrolment.keep();
      case 'preview-import':
        return void this.#transfer.preview(intent.file);
      case 'confirm-import':
        return void this.#transfer.confirmImport(intent.replacesKnown);
      case 'ask-export':
        return this.#transfer.askExport();
      case 'dismiss-transfer':
        return this.#view.patch({ transfer: null });
      case 'backup':
        return void this.#backup.handle(intent.ask);
      case 'lock':
        return void this.#lock.handle(intent.ask);
      case 'rights':
        return void this.#rights.handle(intent.ask);
      case 'log':
        return void this.#log.handle(intent.ask);
      case 'protection':
        return void this.#kept.protection.handle(intent.ask);
      case 'leave-kiosk':
        return this.go('verify');
      case 'ask-delete':
        return this.#askDelete(intent.personId);
      case 'undo-delete':
        return void this.#people.undoDelete();
      case 'change-settings':
        void this.#settings.change(intent.change);
        return this.#lock.touch();
      case 'ask-network':
        return this.#network.ask(intent.id);
      case 'switch-network':
        this.#network.switch();
        return intent.enrolsAgain ? this.go('people') : undefined;
      case 'keep-network':
        return this.#network.keepRunning();
      case 'ask-reset-settings':
        return this.#view.patch({ dialog: { kind: 'reset-settings' } });
      case 'show-keys':
        return this.#view.patch({ dialog: { kind: 'keys' } });
      case 'confirm-dialog':
        return confirmDialog(this.#view, this.#askers);
      case 'dismiss-dialog':
        this.#photos.choose(null);
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
      case 'run-benchmark':
        this.#threads.renew();
        return void this.#benchmark.run();
      case 'cancel-benchmark':
        return this.#benchmark.cancel();
      case 'copy-benchmark':
        return void this.#benchmark.copy();
      default:
        return assertNever(intent);
    }
  }

  /** Whoever had the PIN is gone. */
  #leave(): void {
    if (this.#kiosk.wasShown) this.go('kiosk');
    else if (isProtectedDestination(this.#view.state.destination)) this.go('verify');
  }

  #touch(): void {
    this.#lock.touch();
    this.#kiosk.touch();
    this.#threads.touch();
  }

  #askDelete(personId: string): void {
    const person = this.#people.withId(personId);
    if (person !== undefined) this.#view.patch({ dialog: { kind: 'delete', personId, name: person.name } });
  }
}
