/** What a person may change, with limits and defaults. */
import { DETECTOR_KINDS, type DetectorKind } from '../core/detector';
import { type Locale, LOCALES } from '../core/locale';
import { RECOGNITION_MODELS, type RecognitionModelId } from '../core/model';
import { LIVENESS_MODES, type LivenessMode } from './liveness/mode';
import { KEEPING_DAYS, type KeepingDays } from './retention';
import { FALSE_IDENTIFICATION_RATES } from './thresholds';

export const RESOLUTIONS = ['320x240', '640x480', '800x600', '1280x720'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

export interface Settings {
  /** The recognition network that somebody chose; null is the one that the asset step installed. */
  readonly recognition: RecognitionModelId | null;
  /** Cosine from which a face counts as a match, 0.2 to 0.8, where somebody set it by hand; else null. */
  readonly manualThreshold: number | null;
  /** Share of strangers who may be called by a name, 1e-6 to 0.1. */
  readonly falseIdentificationRate: number;
  /** Samples that make an enrolment complete, 3 to 10. */
  readonly samplesWanted: number;
  /** How much is asked of whoever is recognised, against pictures held before the camera. */
  readonly livenessMode: LivenessMode;
  /** Which detectors look for faces. */
  readonly detector: DetectorKind;
  /** Haar: how much the picture shrinks per pass, 1.05 to 1.5; smaller finds more and is slower. */
  readonly scaleFactor: number;
  /** Haar: how many overlapping hits make a face, 1 to 10; smaller finds more, false ones too. */
  readonly minNeighbors: number;
  /** Smallest face looked for, 24 to 240 pixels of the frame; smaller is slower. */
  readonly minFacePx: number;
  readonly resolution: (typeof RESOLUTIONS)[number];
  /** Frames analysed per second at most, 5 to 30. */
  readonly frameRateCap: number;
  /** Seconds between the request and the capture, 0 to 10. */
  readonly countdownSeconds: number;
  /** Verify by itself once a face holds still. */
  readonly autoVerify: boolean;
  /** The chosen camera's device id; null lets the browser choose. */
  readonly cameraId: string | null;
  readonly theme: (typeof THEMES)[number];
  /** So many days after their enrolment new people expire; null: never. */
  readonly expiresAfterDays: KeepingDays | null;
  /** Whoever was not seen for so many days is deleted; null: nobody. */
  readonly unseenDays: KeepingDays | null;
  /** How old entries of the log may become, in days. */
  readonly logDays: number;
  /** How many of them there may be. */
  readonly logEntries: number;
  /** The language of the interface; null speaks as the browser prefers. */
  readonly language: Locale | null;
  /** Minutes without a touch or a key after which the admin lock shuts by itself, 1 to 60. */
  readonly lockAfterMinutes: number;
  /** The hours between which the kiosk is dark and dim, 0 to 23; the same hour twice is never. */
  readonly nightFromHour: number;
  readonly nightToHour: number;
  /** In the kiosk, the screen may go off while nobody is there. */
  readonly letsScreenSleep: boolean;
}

/** Limits of the numeric settings: least, most and step. */
export const SETTING_LIMITS = {
  manualThreshold: { min: 0.2, max: 0.8, step: 0.005 },
  samplesWanted: { min: 3, max: 10, step: 1 },
  logDays: { min: 1, max: 3650, step: 1 },
  logEntries: { min: 1000, max: 100_000, step: 1000 },
  scaleFactor: { min: 1.05, max: 1.5, step: 0.05 },
  minNeighbors: { min: 1, max: 10, step: 1 },
  minFacePx: { min: 24, max: 240, step: 4 },
  frameRateCap: { min: 5, max: 30, step: 1 },
  countdownSeconds: { min: 0, max: 10, step: 1 },
  lockAfterMinutes: { min: 1, max: 60, step: 1 },
  nightFromHour: { min: 0, max: 23, step: 1 },
  nightToHour: { min: 0, max: 23, step: 1 },
} as const satisfies Partial<Record<keyof Settings, { min: number; max: number; step: number }>>;

export type NumericSetting = keyof typeof SETTING_LIMITS;

export const DEFAULT_SETTINGS: Settings = {
  recognition: null,
  manualThreshold: null,
  falseIdentificationRate: FALSE_IDENTIFICATION_RATES.balanced,
  samplesWanted: 5,
  livenessMode: 'careful',
  detector: 'haar+ultralight',
  scaleFactor: 1.1,
  minNeighbors: 5,
  minFacePx: 48,
  resolution: '640x480',
  frameRateCap: 15,
  countdownSeconds: 3,
  autoVerify: false,
  cameraId: null,
  theme: 'system',
  expiresAfterDays: null,
  unseenDays: null,
  logDays: 365,
  logEntries: 100_000,
  language: null,
  lockAfterMinutes: 5,
  nightFromHour: 22,
  nightToHour: 6,
  letsScreenSleep: false,
};

/**
 * Reads settings that were stored by any version: every value that is missing, of the wrong type or out of its limits
 * becomes its default, alone.
 */
export function parseSettings(stored: unknown): Settings {
  const raw: Partial<Record<keyof Settings, unknown>> = typeof stored === 'object' && stored !== null ? stored : {};
  const limited = <T>(key: NumericSetting, fallback: T): number | T => {
    const value = raw[key];
    const { min, max } = SETTING_LIMITS[key];
    return typeof value === 'number' && value >= min && value <= max ? value : fallback;
  };
  const number = (key: Exclude<NumericSetting, 'manualThreshold'>): number => limited(key, DEFAULT_SETTINGS[key]);
  const rate = (value: unknown): number =>
    typeof value === 'number' && value >= 1e-6 && value <= 0.1 ? value : DEFAULT_SETTINGS.falseIdentificationRate;
  const oneOf = <T extends string>(value: unknown, choices: readonly T[], fallback: T): T =>
    choices.find((choice) => choice === value) ?? fallback;
  return {
    recognition: RECOGNITION_MODELS.find((model) => model === raw.recognition) ?? null,
    manualThreshold: raw.manualThreshold === null || raw.manualThreshold === undefined ? null : limited('manualThreshold', null),
    falseIdentificationRate: rate(raw.falseIdentificationRate),
    samplesWanted: Math.round(number('samplesWanted')),
    livenessMode: oneOf(raw.livenessMode, LIVENESS_MODES, DEFAULT_SETTINGS.livenessMode),
    detector: oneOf(raw.detector, DETECTOR_KINDS, DEFAULT_SETTINGS.detector),
    scaleFactor: number('scaleFactor'),
    minNeighbors: Math.round(number('minNeighbors')),
    minFacePx: Math.round(number('minFacePx')),
    resolution: oneOf(raw.resolution, RESOLUTIONS, DEFAULT_SETTINGS.resolution),
    frameRateCap: Math.round(number('frameRateCap')),
    countdownSeconds: Math.round(number('countdownSeconds')),
    autoVerify: typeof raw.autoVerify === 'boolean' ? raw.autoVerify : DEFAULT_SETTINGS.autoVerify,
    cameraId: typeof raw.cameraId === 'string' && raw.cameraId !== '' ? raw.cameraId : null,
    theme: oneOf(raw.theme, THEMES, DEFAULT_SETTINGS.theme),
    expiresAfterDays: KEEPING_DAYS.find((days) => days === raw.expiresAfterDays) ?? null,
    unseenDays: KEEPING_DAYS.find((days) => days === raw.unseenDays) ?? null,
    logDays: Math.round(number('logDays')),
    logEntries: Math.round(number('logEntries')),
    language: LOCALES.find((locale) => locale === raw.language) ?? null,
    lockAfterMinutes: Math.round(number('lockAfterMinutes')),
    nightFromHour: Math.round(number('nightFromHour')),
    nightToHour: Math.round(number('nightToHour')),
    letsScreenSleep: typeof raw.letsScreenSleep === 'boolean' ? raw.letsScreenSleep : DEFAULT_SETTINGS.letsScreenSleep,
  };
}

/** The resolution as a size in pixels. */
export function resolutionSize(resolution: Settings['resolution']): { width: number; height: number } {
  const [width, height] = resolution.split('x').map(Number);
  return { width: width!, height: height! };
}
