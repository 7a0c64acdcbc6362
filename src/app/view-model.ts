/** The one place where the interface's state is kept. */
import { NEW_SELF_TEST } from '../decision/liveness/self-test';
import { closedSession } from '../decision/session-state';
import { RECOGNITION_MODELS } from '../core/model';
import { matchThreshold } from '../decision/match-threshold';
import { DEFAULT_SETTINGS } from '../decision/settings';
import { NO_BACKUP } from '../ui/backup-view';
import { NEW_KIOSK } from '../ui/kiosk-view';
import { NO_LOCK } from '../ui/lock-view';
import { NO_LOG } from '../ui/log-view';
import { UNKNOWN_PROTECTION } from '../ui/protection-view';
import { NO_RIGHTS } from '../ui/rights-view';
import type { ViewState } from '../ui/view';

export const INITIAL_STATE: ViewState = {
  destination: 'verify',
  engine: { kind: 'loading', loadedBytes: 0, totalBytes: 0 },
  camera: { kind: 'off' },
  cameras: [],
  gallery: { kind: 'opening' },
  session: closedSession('verify'),
  people: [],
  damagedRecords: 0,
  settings: DEFAULT_SETTINGS,
  typedName: '',
  nameProblem: null,
  storeFault: null,
  notice: null,
  undo: null,
  dialog: null,
  isUpdateReady: false,
  isLanguageMissing: false,
  isStoragePersistent: null,
  modelId: null,
  networks: null,
  diagnostics: [],
  claim: null,
  threshold: matchThreshold(DEFAULT_SETTINGS, RECOGNITION_MODELS[0], 0),
  safety: null,
  selfTest: NEW_SELF_TEST,
  resemblance: null,
  correction: null,
  photos: null,
  transfer: null,
  backup: NO_BACKUP,
  protection: UNKNOWN_PROTECTION,
  lock: NO_LOCK,
  kiosk: NEW_KIOSK,
  cameraFindings: [],
  cameraReport: null,
  rights: NO_RIGHTS,
  log: NO_LOG,
  wasCopied: false,
  benchmark: null,
};

/** Holds the state; every change goes to one listener at once, so that an acknowledgement is on screen when it is due. */
export class ViewModel {
  #state: ViewState = INITIAL_STATE;
  readonly #onChange: (state: ViewState) => void;

  constructor(onChange: (state: ViewState) => void) {
    this.#onChange = onChange;
    onChange(this.#state);
  }

  get state(): ViewState {
    return this.#state;
  }

  patch(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }
}
