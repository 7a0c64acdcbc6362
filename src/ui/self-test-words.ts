/** What the guided self-test of liveness says: what to do next, and what the counts show and do not show. */
import { msg, str } from '@lit/localize';
import { SELF_TEST_ATTEMPTS, type SelfTestKind, type SelfTestRate, type SelfTestReport } from '../decision/liveness/self-test';
import { plural } from './plural';
import { formatPercent } from './safety-words';

/** What is presented, as the heading of its counts. */
export function presentedText(kind: SelfTestKind): string {
  switch (kind) {
    case 'live':
      return msg('You, in person');
    case 'phone':
      return msg('Your photograph on a phone');
    case 'print':
      return msg('Your photograph on paper');
  }
}

/** What to hold before the camera, and how to vary it. */
export function howToPresentText(kind: SelfTestKind): string {
  switch (kind) {
    case 'live':
      return msg('Look at the camera as you would at the door. Step away between attempts, and change where you stand and how you hold your head.');
    case 'phone':
      return msg('Show a good photograph of you, full screen and bright. Change the distance and the angle, move it, and bring it so near that the phone’s edges leave the picture.');
    case 'print':
      return msg('Show a good print of you, as large as you have. Change the distance and the angle, bend it, and bring it so near that its edges leave the picture.');
  }
}

/** How far one kind is. */
export function progressText(attempts: number): string {
  return attempts >= SELF_TEST_ATTEMPTS ? plural(SELF_TEST_ATTEMPTS, msg('The attempt is made|All # attempts made')) : msg(str`Attempt ${attempts + 1} of ${SELF_TEST_ATTEMPTS}`);
}

/** What the counts of one kind show: "0 of 20 accepted; that still means up to 16.8 %". */
export function selfTestRateText(kind: SelfTestKind, { errors, attempts, interval }: SelfTestRate): string {
  if (attempts === 0) return msg('Not tried yet.');
  const count = kind === 'live' ? msg(str`${errors} of ${attempts} refused`) : msg(str`${errors} of ${attempts} accepted`);
  return errors === 0
    ? msg(str`${count}. That still means up to ${formatPercent(interval.high)}.`)
    : msg(str`${count}: ${formatPercent(errors / attempts)}. It may be anything from ${formatPercent(interval.low)} to ${formatPercent(interval.high)}.`);
}

/** The result in the terms of the standard, and what it is worth; null before anything was tried. */
export function conclusionText({ bpcer, apcer, worst }: SelfTestReport): string | null {
  const attack = worst ?? 'phone';
  const { rate } = apcer[attack];
  if (rate === null || bpcer.rate === null) return null;
  const passed = worst === null ? formatPercent(rate) : worst === 'phone' ? msg(str`${formatPercent(rate)} (phone)`) : msg(str`${formatPercent(rate)} (print)`);
  return msg(str`APCER ${passed}, BPCER ${formatPercent(bpcer.rate)}. This holds for this camera, this light, and the photographs you used. Somebody who takes more trouble may do better, and masks were not tried.`);
}
