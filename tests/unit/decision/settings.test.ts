/** Settings as stored by any version, read without trust. */
import { describe, expect, it } from 'vitest';
import { DETECTOR_KINDS } from '../../../src/core/detector';
import {
  DEFAULT_SETTINGS,
  type NumericSetting,
  parseSettings,
  resolutionSize,
  RESOLUTIONS,
  SETTING_LIMITS,
  type Settings,
  THEMES,
} from '../../../src/decision/settings';

const NUMERIC = Object.keys(SETTING_LIMITS) as NumericSetting[];

const CHANGED: Settings = {
  recognition: 'mobilefacenet-512',
  manualThreshold: 0.555,
  falseIdentificationRate: 0.02,
  samplesWanted: 8,
  livenessMode: 'strict',
  detector: 'ultralight',
  scaleFactor: 1.25,
  minNeighbors: 7,
  minFacePx: 96,
  resolution: '1280x720',
  frameRateCap: 24,
  countdownSeconds: 0,
  autoVerify: true,
  cameraId: 'front',
  theme: 'dark',
  expiresAfterDays: 90,
  unseenDays: 365,
  logDays: 30,
  logEntries: 5000,
  language: 'zh-Hans',
  lockAfterMinutes: 60,
  nightFromHour: 20,
  nightToHour: 7,
  letsScreenSleep: true,
};

describe('parseSettings', () => {
  it('reads back what was stored', () => {
    expect(parseSettings(CHANGED)).toEqual(CHANGED);
  });

  it.each([undefined, null, 7, 'dark', [], {}])('is the defaults for %j', (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it.each(NUMERIC)('takes %s at its limits, and its default beyond them', (key) => {
    const { min, max } = SETTING_LIMITS[key];
    const parsed = (value: unknown): number | null => parseSettings({ [key]: value })[key];
    expect(parsed(min)).toBe(min);
    expect(parsed(max)).toBe(max);
    for (const bad of [min - 0.01, max + 0.01, Number.NaN, Infinity, String(max), null]) expect(parsed(bad)).toBe(DEFAULT_SETTINGS[key]);
  });

  it.each([
    ['manualThreshold', 0.9],
    ['manualThreshold', '0.5'],
    ['falseIdentificationRate', 0.2],
    ['falseIdentificationRate', 0],
    ['falseIdentificationRate', null],
    ['falseIdentificationRate', Number.NaN],
    ['recognition', 'facenet'],
    ['recognition', 512],
    ['detector', 'yolo'],
    ['detector', null],
    ['resolution', '1920x1080'],
    ['resolution', 640],
    ['theme', 'sepia'],
    ['theme', true],
    ['expiresAfterDays', 31],
    ['unseenDays', '90'],
    ['autoVerify', 'yes'],
    ['autoVerify', 1],
    ['cameraId', 3],
    ['cameraId', ''],
  ] as const)('replaces a bad %s (%j) alone', (key, value) => {
    expect(parseSettings({ ...CHANGED, [key]: value })).toEqual({ ...CHANGED, [key]: DEFAULT_SETTINGS[key] });
  });

  it.each(['samplesWanted', 'minNeighbors', 'minFacePx', 'frameRateCap', 'countdownSeconds'] as const)('makes %s whole', (key) => {
    const { min } = SETTING_LIMITS[key];
    expect(parseSettings({ [key]: min + 0.6 })[key]).toBe(min + 1);
  });

  it('leaves the threshold to the rate of false identifications unless somebody set it', () => {
    expect(DEFAULT_SETTINGS.manualThreshold).toBeNull();
    expect(parseSettings({ ...CHANGED, manualThreshold: null }).manualThreshold).toBeNull();
    expect(parseSettings({ threshold: 0.5 }).manualThreshold).toBeNull();
  });

  it.each([1e-6, 0.1])('takes a rate of false identifications at its limits (%d)', (rate) => {
    expect(parseSettings({ falseIdentificationRate: rate }).falseIdentificationRate).toBe(rate);
  });

  it('reads every choice there is', () => {
    for (const detector of DETECTOR_KINDS) expect(parseSettings({ detector }).detector).toBe(detector);
    for (const resolution of RESOLUTIONS) expect(parseSettings({ resolution }).resolution).toBe(resolution);
    for (const theme of THEMES) expect(parseSettings({ theme }).theme).toBe(theme);
  });

  it('drops what it does not know', () => {
    expect(parseSettings({ ...CHANGED, legacy: 1 })).toEqual(CHANGED);
  });
});

describe('DEFAULT_SETTINGS', () => {
  it('let both detectors look, the quick one and the one that misses less', () => {
    expect(DEFAULT_SETTINGS.detector).toBe('haar+ultralight');
  });

  it.each(NUMERIC.filter((key) => key !== 'manualThreshold'))('has a %s within its limits', (key) => {
    expect(DEFAULT_SETTINGS[key]).toBeGreaterThanOrEqual(SETTING_LIMITS[key].min);
    expect(DEFAULT_SETTINGS[key]).toBeLessThanOrEqual(SETTING_LIMITS[key].max);
  });
});

describe('resolutionSize', () => {
  it('reads width before height', () => {
    expect(resolutionSize('1280x720')).toEqual({ width: 1280, height: 720 });
    for (const resolution of RESOLUTIONS) {
      const { width, height } = resolutionSize(resolution);
      expect(`${width}x${height}`).toBe(resolution);
    }
  });
});
