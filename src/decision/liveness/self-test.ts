/**
 * The guided self-test: how often this camera, in this light, is passed by a picture of somebody, and how often it refuses
 * the living face. Nothing is kept but counts.
 */
import { clopperPearson, type Interval } from '../clopper-pearson';

/** What is presented, in this order: a living face, a photograph on a phone, a photograph on paper. */
export const SELF_TEST_KINDS = ['live', 'phone', 'print'] as const;
export type SelfTestKind = (typeof SELF_TEST_KINDS)[number];
export type SelfTestAttack = Exclude<SelfTestKind, 'live'>;

/** Attempts of each kind. Few, because a person has to make them: without an error they still allow a rate of 16.8 %. */
export const SELF_TEST_ATTEMPTS = 20;

/** Attempts of one kind so far. */
export interface AttemptCounts {
  readonly attempts: number;
  /** Those after which the door would have opened. */
  readonly accepted: number;
}

export type SelfTest = Readonly<Record<SelfTestKind, AttemptCounts>>;

const NONE: AttemptCounts = { attempts: 0, accepted: 0 };
export const NEW_SELF_TEST: SelfTest = { live: NONE, phone: NONE, print: NONE };

/** An error rate of the self-test. */
export interface SelfTestRate {
  readonly errors: number;
  readonly attempts: number;
  /** 0 to 1; null before the first attempt. */
  readonly rate: number | null;
  /** 95 %, Clopper–Pearson: the rates that the counts do not rule out. */
  readonly interval: Interval;
}

/** Terms of ISO/IEC 30107-3. */
export interface SelfTestReport {
  /** Living faces that were refused. */
  readonly bpcer: SelfTestRate;
  /** Pictures that were accepted, by what they were on. */
  readonly apcer: Readonly<Record<SelfTestAttack, SelfTestRate>>;
  /** The attack with the higher APCER; null where none was tried, or both do equally well. */
  readonly worst: SelfTestAttack | null;
}

/** What is to be presented next; null when every kind has had its attempts. */
export function nextOf(test: SelfTest): SelfTestKind | null {
  return SELF_TEST_KINDS.find((kind) => test[kind].attempts < SELF_TEST_ATTEMPTS) ?? null;
}

/** The counts with one more attempt. Kinds that have had theirs stay as they are. */
export function withAttempt(test: SelfTest, kind: SelfTestKind, isAccepted: boolean): SelfTest {
  const { attempts, accepted } = test[kind];
  if (attempts >= SELF_TEST_ATTEMPTS) return test;
  return { ...test, [kind]: { attempts: attempts + 1, accepted: accepted + (isAccepted ? 1 : 0) } };
}

/** What the attempts so far show, and what they do not rule out. */
export function selfTestReportOf({ live, phone, print }: SelfTest): SelfTestReport {
  const apcer = { phone: rateOf(phone.accepted, phone.attempts), print: rateOf(print.accepted, print.attempts) };
  return { bpcer: rateOf(live.attempts - live.accepted, live.attempts), apcer, worst: worstOf(apcer) };
}

function rateOf(errors: number, attempts: number): SelfTestRate {
  return { errors, attempts, rate: attempts === 0 ? null : errors / attempts, interval: clopperPearson(errors, attempts) };
}

function worstOf({ phone, print }: SelfTestReport['apcer']): SelfTestAttack | null {
  const [ofPhone, ofPrint] = [phone.rate ?? -1, print.rate ?? -1];
  if (ofPhone === ofPrint) return null;
  return ofPhone > ofPrint ? 'phone' : 'print';
}
