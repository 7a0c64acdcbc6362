/** What the guided self-test of liveness says: what to do next, and what the counts show and do not show. */
import { SELF_TEST_ATTEMPTS, type SelfTestAttack, type SelfTestKind, type SelfTestRate, type SelfTestReport } from '../decision/liveness/self-test';
import { formatPercent } from './safety-words';

/** What is presented, as the heading of its counts. */
export const PRESENTED: Readonly<Record<SelfTestKind, string>> = {
  live: 'You, in person',
  phone: 'Your photograph on a phone',
  print: 'Your photograph on paper',
};

/** What to hold before the camera, and how to vary it. */
export const HOW_TO_PRESENT: Readonly<Record<SelfTestKind, string>> = {
  live: 'Look at the camera as you would at the door. Step away between attempts, and change where you stand and how you hold your head.',
  phone: 'Show a good photograph of you, full screen and bright. Change the distance and the angle, move it, and bring it so near that the phone’s edges leave the picture.',
  print: 'Show a good print of you, as large as you have. Change the distance and the angle, bend it, and bring it so near that its edges leave the picture.',
};

const ATTACK_NAMES: Readonly<Record<SelfTestAttack, string>> = { phone: 'phone', print: 'print' };

/** How far one kind is. */
export function progressText(attempts: number): string {
  return attempts >= SELF_TEST_ATTEMPTS ? `All ${SELF_TEST_ATTEMPTS} attempts made` : `Attempt ${attempts + 1} of ${SELF_TEST_ATTEMPTS}`;
}

/** What the counts of one kind show: "0 of 20 accepted; that still means up to 16.8 %". */
export function selfTestRateText(kind: SelfTestKind, { errors, attempts, interval }: SelfTestRate): string {
  if (attempts === 0) return 'Not tried yet.';
  const count = `${errors} of ${attempts} ${kind === 'live' ? 'refused' : 'accepted'}`;
  return errors === 0
    ? `${count}. That still means up to ${formatPercent(interval.high)}.`
    : `${count}: ${formatPercent(errors / attempts)}. It may be anything from ${formatPercent(interval.low)} to ${formatPercent(interval.high)}.`;
}

/** The result in the terms of the standard, and what it is worth; null before anything was tried. */
export function conclusionText({ bpcer, apcer, worst }: SelfTestReport): string | null {
  const attack = worst ?? 'phone';
  const { rate } = apcer[attack];
  if (rate === null || bpcer.rate === null) return null;
  const which = worst === null ? '' : ` (${ATTACK_NAMES[worst]})`;
  return `APCER ${formatPercent(rate)}${which}, BPCER ${formatPercent(bpcer.rate)}. This holds for this camera, this light, and the photographs you used. Somebody who takes more trouble may do better, and masks were not tried.`;
}
