/** What Diagnostics says of the camera, as the page sees it: what is so, and what to do. */
import { msg, str } from '@lit/localize';
import { assertNever } from '../core/assert';
import type { CameraFinding } from '../decision/camera-check';
import { formatDecimals, formatTime } from './format';

export interface FindingWords {
  readonly sentence: string;
  /** Empty where nothing is to be done. */
  readonly fix: string;
}

export function findingWords(finding: CameraFinding): FindingWords {
  switch (finding.kind) {
    case 'insecure-origin':
      return { sentence: msg('Chromium gives no camera to this address.'), fix: msg('Open http://localhost:8484 on the device itself.') };
    case 'not-allowed':
      return { sentence: msg('Chromium was told not to give Lintel the camera.'), fix: msg('Press the camera symbol in the address bar and choose Allow.') };
    case 'not-asked-yet':
      return { sentence: msg('Chromium has not been asked for the camera yet.'), fix: msg('Open Verify or Enrol and choose Allow.') };
    case 'not-used-yet':
      return { sentence: msg('The camera is allowed, and was not used yet.'), fix: msg('Open Verify or Enrol once, then look here again.') };
    case 'black':
      return {
        sentence: msg('The picture is black.'),
        fix: msg('Take the cover off the lens. If there is none, Chromium sees the receiver of a Camera Module in place of its picture: run "sudo lintel-camera setup".'),
      };
    case 'too-dark':
      return {
        sentence: msg(str`The picture is too dark for faces: its brightness is ${Math.round(finding.brightness)} of 255.`),
        fix: msg('Turn on a light before the camera, not behind the person.'),
      };
    case 'slow':
      return {
        sentence: msg(str`The camera delivers ${formatDecimals(finding.framesPerSecond, 1)} frames per second and was asked for ${finding.wanted}.`),
        fix: msg('Give it more light, which shortens exposures, or choose a smaller resolution. Plug a USB camera into a blue port.'),
      };
    case 'other-size':
      return {
        sentence: msg(str`The camera gives ${finding.size} pixels in place of ${finding.wanted}.`),
        fix: msg('Nothing needs to be done: it gives what comes nearest. Settings can choose another resolution.'),
      };
    case 'good': {
      const { label, size, framesPerSecond } = finding;
      const rate = formatDecimals(framesPerSecond, 1);
      return {
        sentence: label === '' ? msg(str`The camera delivers ${size} pixels, ${rate} times a second.`) : msg(str`${label} delivers ${size} pixels, ${rate} times a second.`),
        fix: '',
      };
    }
    default:
      return assertNever(finding);
  }
}

/** When the device looked at its cameras last. */
export function checkedText(checkedAtMs: number): string {
  return msg(str`The device last saw a change of its cameras, or looked at them anew, at ${formatTime(checkedAtMs)}.`);
}
