/** What Diagnostics finds of the camera: what the page measured, and what the device reports. */
import { describe, expect, it } from 'vitest';
import { type CameraMeasures, checkCamera } from '../../../src/decision/camera-check';
import { findingsAbout, parseCameraReport } from '../../../src/decision/camera-report';

const CAMERA: CameraMeasures = {
  label: 'UVC Camera',
  width: 640,
  height: 480,
  wantedWidth: 640,
  wantedHeight: 480,
  framesPerSecond: 14.6,
  wantedFramesPerSecond: 15,
  brightness: 90,
};
const kindsOf = (camera: Partial<CameraMeasures>): string[] =>
  checkCamera({ isSecure: true, permission: 'granted', camera: { ...CAMERA, ...camera } }).map(({ kind }) => kind);

describe('the page', () => {
  it('says first what keeps the camera away', () => {
    expect(checkCamera({ isSecure: false, permission: 'granted', camera: CAMERA })).toEqual([{ kind: 'insecure-origin' }]);
    expect(checkCamera({ isSecure: true, permission: 'denied', camera: CAMERA })).toEqual([{ kind: 'not-allowed' }]);
    expect(checkCamera({ isSecure: true, permission: 'prompt', camera: null })).toEqual([{ kind: 'not-asked-yet' }]);
    expect(checkCamera({ isSecure: true, permission: 'unknown', camera: null })).toEqual([{ kind: 'not-used-yet' }]);
  });

  it('tells a black picture from a dark one', () => {
    expect(kindsOf({ brightness: 0.4 })).toEqual(['black']);
    expect(kindsOf({ brightness: 12 })).toEqual(['too-dark']);
    expect(kindsOf({ brightness: 31 })).toEqual(['good']);
    expect(kindsOf({ brightness: null })).toEqual(['good']);
  });

  it('notices a slow camera and another size', () => {
    expect(kindsOf({ framesPerSecond: 8.9 })).toEqual(['slow']);
    expect(kindsOf({ framesPerSecond: 9.1 })).toEqual(['good']);
    expect(kindsOf({ width: 1280, height: 720, brightness: 3, framesPerSecond: 2 })).toEqual(['black', 'slow', 'other-size']);
  });
});

describe('the report', () => {
  const NOW_MS = 1e12;
  const BUSY = { code: 'busy', level: 'problem', sentence: '/dev/video0 is in use by rpicam-vid (process 812).', fix: 'kill 812' };
  const OK = { code: 'usb-camera', level: 'ok', sentence: 'A camera is connected.', fix: '' };
  const report = { version: 1, checkedAtMs: NOW_MS - 60_000, findings: [OK, BUSY] };

  it('is read with what makes sense in it', () => {
    expect(parseCameraReport(report, NOW_MS)).toEqual({ checkedAtMs: NOW_MS - 60_000, findings: [OK, BUSY] });
    const odd = [{ ...BUSY, level: 'bad' }, { ...BUSY, code: '<b>' }, { ...BUSY, sentence: 'x'.repeat(401) }, { ...BUSY, fix: 3 }, null, 7, OK];
    expect(parseCameraReport({ ...report, findings: odd }, NOW_MS)!.findings).toEqual([OK]);
    expect(parseCameraReport({ ...report, findings: Array<unknown>(500).fill(OK) }, NOW_MS)!.findings).toHaveLength(20);
  });

  it.each([undefined, null, 'text', [], {}, { ...report, version: 2 }, { ...report, checkedAtMs: 'now' }, { ...report, findings: {} }, { ...report, checkedAtMs: NOW_MS - 3_600_001 }])(
    'is none in %j',
    (value) => {
      expect(parseCameraReport(value, NOW_MS)).toBeNull();
    },
  );

  it('says of a fault what it knows of it', () => {
    const parsed = parseCameraReport(report, NOW_MS);
    expect(findingsAbout(parsed, 'camera-busy')).toEqual([BUSY]);
    expect(findingsAbout(parsed, 'camera-missing')).toEqual([BUSY]);
    expect(findingsAbout(parsed, 'camera-denied')).toEqual([]);
    expect(findingsAbout(null, 'camera-busy')).toEqual([]);
  });
});
