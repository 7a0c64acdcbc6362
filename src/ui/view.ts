/** Everything the interface shows, and everything it can ask for. State comes in, intents go out. */
import type { FaultRecord } from '../core/fault';
import type { NetworkChoice, RecognitionNetworks } from '../core/manifest';
import type { CameraFinding } from '../decision/camera-check';
import type { CameraReport } from '../decision/camera-report';
import type { GallerySurvey } from '../decision/gallery-survey';
import type { SelfTest } from '../decision/liveness/self-test';
import type { NameProblem } from '../decision/person-name';
import type { Consent } from '../decision/consent';
import type { FaceChoice, PhotoBatch } from '../decision/photographs';
import type { Session } from '../decision/session-state';
import type { Settings } from '../decision/settings';
import type { ExportPlan, ImportPlan } from '../migration/transfer';
import type { BackupAsk, BackupDialog, BackupView } from './backup-view';
import type { KioskView } from './kiosk-view';
import type { LockAsk, LockDialog, LockView } from './lock-view';
import type { LogAsk, LogView } from './log-view';
import type { ProtectionAsk, ProtectionDialog, ProtectionView } from './protection-view';
import type { RightsAsk, RightsDialog, RightsView } from './rights-view';

export const DESTINATIONS = ['verify', 'enrol', 'people', 'settings', 'diagnostics'] as const;
/** A destination with a tab of its own. */
export type Tab = (typeof DESTINATIONS)[number];
/** `safety` ("How safe is my gallery?"), `self-test` ("Try it yourself") and `log` are reached by links; `kiosk` fills the screen, without tabs. */
export type Destination = Tab | 'safety' | 'self-test' | 'kiosk' | 'log';

/** The tab that is marked while a destination is shown. */
export function tabOf(destination: Destination): Tab {
  if (destination === 'self-test') return 'diagnostics';
  if (destination === 'kiosk') return 'verify';
  if (destination === 'log') return 'settings';
  return destination === 'safety' ? 'people' : destination;
}

/** The vision worker. */
export type EngineView =
  | { readonly kind: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'faulted'; readonly fault: FaultRecord };

export type CameraView =
  | { readonly kind: 'off' }
  /** Chromium may be asking the person. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'live'; readonly stream: MediaStream; readonly label: string; readonly width: number; readonly height: number }
  /** `camera-lost` comes back by itself when the camera does. */
  | { readonly kind: 'faulted'; readonly fault: FaultRecord };

export type GalleryView =
  /** `progress` is there once it takes long: how many people there are, and how much of them is read, 0 to 1. */
  | { readonly kind: 'opening'; readonly progress?: { readonly people: number; readonly share: number } }
  | { readonly kind: 'ready' }
  /** A passphrase is needed first. `isWrong`: the last one was another; `isBusy`: one is being tried. */
  | { readonly kind: 'locked'; readonly isWrong: boolean; readonly isBusy: boolean }
  | { readonly kind: 'faulted'; readonly fault: FaultRecord };

/** A verdict that somebody corrected, and what Lintel learnt from it. */
export interface CorrectionView {
  readonly id: string;
  readonly kind: 'was-me' | 'not-me';
  /** Milliseconds since 1970. */
  readonly madeAtMs: number;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly enrolledAtMs: number;
  readonly samples: number;
  readonly corrections: readonly CorrectionView[];
  /** False when all samples are from another model or pipeline, and the person must enrol again to be recognised; or when they have expired. */
  readonly isComparable: boolean;
  /** Present when their expiry date is past. */
  readonly isExpired?: true;
  /** As in `Person`. */
  readonly consent?: Consent;
  readonly expiresAtMs?: number;
  readonly lastSeenAtMs?: number;
  /** Present when the running model can compare some of the samples and not all: so many wait for their own. */
  readonly idleSamples?: number;
  /** Present when the person is recognised by a template of the predecessor alone. */
  readonly isLegacy?: true;
}

export interface CameraChoice {
  readonly id: string;
  readonly label: string;
}

/** One line of Diagnostics, already in words; `group` is the heading it stands under. */
export interface DiagnosticsLine {
  readonly group: string;
  readonly label: string;
  readonly value: string;
}

/** A question that stands in front of everything else. */
export type DialogView =
  | { readonly kind: 'overwrite'; readonly name: string }
  /** The same, asked by photographs that wait. */
  | { readonly kind: 'overwrite-by-photographs'; readonly name: string }
  /** Which face of a photograph is meant; the picture is closed when the question is. */
  | { readonly kind: 'choose-face'; readonly choice: FaceChoice; readonly picture: ImageBitmap }
  /** What importing a file would do. */
  | { readonly kind: 'import'; readonly file: string; readonly plan: ImportPlan }
  /** What a written file would hold. */
  | ({ readonly kind: 'export'; readonly people: number } & Omit<ExportPlan, 'people'>)
  /** What another recognition network would mean: whom it cannot recognise, and whom it can and the running one cannot. */
  | {
      readonly kind: 'switch-network';
      readonly to: NetworkChoice;
      readonly stranded: readonly string[];
      readonly regained: readonly string[];
      /** The threshold would not follow the network. */
      readonly isThresholdByHand: boolean;
    }
  | { readonly kind: 'delete'; readonly personId: string; readonly name: string }
  | { readonly kind: 'backup'; readonly about: BackupDialog }
  | { readonly kind: 'protection'; readonly about: ProtectionDialog }
  | { readonly kind: 'lock'; readonly about: LockDialog }
  | { readonly kind: 'rights'; readonly about: RightsDialog }
  | { readonly kind: 'reset-settings' }
  | { readonly kind: 'keys' };

/** An import that runs or did not come to its end. */
export type TransferView =
  | { readonly kind: 'importing'; readonly done: number; readonly total: number }
  /** The store failed after `done` people. */
  | { readonly kind: 'interrupted'; readonly done: number; readonly total: number }
  /** The file is not taken; `message` says why, in English, or is null where the file could not even be read. */
  | { readonly kind: 'refused'; readonly file: string; readonly message: string | null };

/** One line of the benchmark's result. */
export interface BenchmarkRow {
  readonly label: string;
  readonly medianMs: number;
  /** A quarter of the measurements took no longer. */
  readonly lowerQuartileMs: number;
  readonly upperQuartileMs: number;
  readonly count: number;
}

/** The benchmark behind Diagnostics. */
export type BenchmarkView =
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  /** `text` is the result for whoever wants to publish it; `wasCopied` is true for a moment afterwards. */
  | { readonly kind: 'done'; readonly rows: readonly BenchmarkRow[]; readonly text: string; readonly wasCopied: boolean }
  /** Nobody looked at the camera. */
  | { readonly kind: 'no-face' }
  | { readonly kind: 'faulted'; readonly fault: FaultRecord };

export interface ViewState {
  readonly destination: Destination;
  readonly engine: EngineView;
  readonly camera: CameraView;
  readonly cameras: readonly CameraChoice[];
  readonly gallery: GalleryView;
  readonly session: Session;
  readonly people: readonly PersonView[];
  /** Records that could not be read and were set aside. */
  readonly damagedRecords: number;
  readonly settings: Settings;
  /** What stands in the text box "Name". */
  readonly typedName: string;
  readonly nameProblem: NameProblem | null;
  /** A fault of the last save, delete or settings change; null when it went well. */
  readonly storeFault: FaultRecord | null;
  /** What was just done, for the status line of screens without a camera: a label and whom it concerns. */
  readonly notice: { readonly label: string; readonly name: string } | null;
  /** The person just deleted, while that can be undone. */
  readonly undo: { readonly name: string } | null;
  readonly dialog: DialogView | null;
  readonly isUpdateReady: boolean;
  /** The words of the wanted language could not be loaded, so English is spoken. */
  readonly isLanguageMissing: boolean;
  /** Whether the browser promised to keep the data; null until it answered. */
  readonly isStoragePersistent: boolean | null;
  /** The running recognition model, for everybody to see; null until the engine is ready. */
  readonly modelId: string | null;
  /** The recognition networks there are; null until the engine is ready. */
  readonly networks: RecognitionNetworks | null;
  readonly diagnostics: readonly DiagnosticsLine[];
  /** Whom a verification is about; null asks who it is. */
  readonly claim: string | null;
  /** The cosine from which a face counts as a match now. */
  readonly threshold: number;
  /** What the gallery says about itself; null unless that page is shown, and until it is worked out. */
  readonly safety: GallerySurvey | null;
  /** The guided self-test of liveness. */
  readonly selfTest: SelfTest;
  /** Somebody else whom the person just enrolled looks like. */
  readonly resemblance: { readonly personId: string; readonly name: string; readonly score: number } | null;
  /** What was learnt from the verdict on the screen; null when nothing was. */
  readonly correction: { readonly kind: CorrectionView['kind']; readonly name: string } | null;
  /** Photographs that are being worked through, or were; null when there is nothing to say of any. */
  readonly photos: PhotoBatch | null;
  /** An import that runs or failed; null when there is nothing to say of one. */
  readonly transfer: TransferView | null;
  readonly backup: BackupView;
  readonly protection: ProtectionView;
  readonly lock: LockView;
  readonly kiosk: KioskView;
  /** What the page sees of the camera, while Diagnostics is shown. */
  readonly cameraFindings: readonly CameraFinding[];
  /** What the device knows of its cameras; null where it keeps no report. */
  readonly cameraReport: CameraReport | null;
  readonly rights: RightsView;
  readonly log: LogView;
  /** True for a moment after the diagnostics were copied. */
  readonly wasCopied: boolean;
  /** The benchmark that runs or ran; null when there is nothing to say of any. */
  readonly benchmark: BenchmarkView | null;
}

/** What a person can ask for. */
export type Intent =
  | { readonly kind: 'go'; readonly to: Destination }
  | { readonly kind: 'type-name'; readonly name: string }
  /** Also turns the camera on when it is off. */
  | { readonly kind: 'capture' }
  /** Steps back: out of the countdown, else turns the camera off. */
  | { readonly kind: 'cancel' }
  | { readonly kind: 'start-camera' }
  /** Whom the next verification is about; null asks who it is. */
  | { readonly kind: 'choose-claim'; readonly personId: string | null }
  /** The person named by the verdict says that it is wrong. */
  | { readonly kind: 'deny-verdict' }
  /** Somebody says whom the verdict should have named. */
  | { readonly kind: 'correct-verdict'; readonly personId: string }
  /** The movement that is asked for cannot be done: another one, please. */
  | { readonly kind: 'decline-movement' }
  | { readonly kind: 'restart-self-test' }
  | { readonly kind: 'undo-correction' }
  | { readonly kind: 'forget-correction'; readonly personId: string; readonly templateId: string }
  | { readonly kind: 'add-samples'; readonly personId: string }
  | { readonly kind: 'retake-sample'; readonly sampleId: string }
  /** Enrol from these files whoever is named, or whose enrolment is under way. */
  | { readonly kind: 'add-photographs'; readonly files: readonly File[] }
  /** The face at this index is the one that is meant. */
  | { readonly kind: 'choose-face'; readonly index: number }
  | { readonly kind: 'stop-photographs' }
  | { readonly kind: 'dismiss-photographs' }
  /** The enrolment is good enough as it is. */
  | { readonly kind: 'finish-enrolment' }
  /** The person just enrolled is the one they look like: their samples become that person's. */
  | { readonly kind: 'merge-resembling' }
  | { readonly kind: 'keep-resembling' }
  /** Show what importing this file would do. */
  | { readonly kind: 'preview-import'; readonly file: File }
  /** Import it. `replacesKnown`: also people who are enrolled already. */
  | { readonly kind: 'confirm-import'; readonly replacesKnown: boolean }
  | { readonly kind: 'ask-export' }
  | { readonly kind: 'dismiss-transfer' }
  | { readonly kind: 'backup'; readonly ask: BackupAsk }
  | { readonly kind: 'protection'; readonly ask: ProtectionAsk }
  | { readonly kind: 'lock'; readonly ask: LockAsk }
  /** Out of the kiosk, into the app. */
  | { readonly kind: 'leave-kiosk' }
  | { readonly kind: 'rights'; readonly ask: RightsAsk }
  | { readonly kind: 'log'; readonly ask: LogAsk }
  | { readonly kind: 'ask-delete'; readonly personId: string }
  | { readonly kind: 'undo-delete' }
  | { readonly kind: 'change-settings'; readonly change: Partial<Settings> }
  | { readonly kind: 'ask-reset-settings' }
  /** Show what running this recognition network would mean. */
  | { readonly kind: 'ask-network'; readonly id: string }
  /** Run the network of the open dialog. `enrolsAgain`: and show whom that strands. */
  | { readonly kind: 'switch-network'; readonly enrolsAgain: boolean }
  /** Make the network that runs in place of a missing one the choice. */
  | { readonly kind: 'keep-network' }
  | { readonly kind: 'show-keys' }
  /** Says yes to the open dialog. */
  | { readonly kind: 'confirm-dialog' }
  | { readonly kind: 'dismiss-dialog' }
  | { readonly kind: 'dismiss-store-fault' }
  | { readonly kind: 'retry-engine' }
  | { readonly kind: 'reload-page' }
  | { readonly kind: 'apply-update' }
  | { readonly kind: 'copy-diagnostics' }
  | { readonly kind: 'run-benchmark' }
  | { readonly kind: 'cancel-benchmark' }
  | { readonly kind: 'copy-benchmark' };

/** The one event every element sends upwards. */
export class IntentEvent extends CustomEvent<Intent> {
  static readonly type = 'lintel-intent';

  constructor(intent: Intent) {
    super(IntentEvent.type, { detail: intent, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    [IntentEvent.type]: IntentEvent;
  }
}
