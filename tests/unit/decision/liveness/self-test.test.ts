/** Counts of the guided self-test, and how little they prove. */
import { describe, expect, it } from 'vitest';
import {
  NEW_SELF_TEST,
  nextOf,
  SELF_TEST_ATTEMPTS,
  SELF_TEST_KINDS,
  type SelfTest,
  type SelfTestKind,
  selfTestReportOf,
  withAttempt,
} from '../../../../src/decision/liveness/self-test';

/** So many attempts of one kind after what was there, the first ones accepted. */
function after(test: SelfTest, kind: SelfTestKind, attempts: number, accepted: number): SelfTest {
  return Array.from({ length: attempts }, (_, index) => index < accepted).reduce((counts, isAccepted) => withAttempt(counts, kind, isAccepted), test);
}

describe('the course of a self-test', () => {
  it('asks for living faces first, then for a phone, then for a print', () => {
    let test = NEW_SELF_TEST;
    for (const kind of SELF_TEST_KINDS) {
      expect(nextOf(test)).toBe(kind);
      test = after(test, kind, SELF_TEST_ATTEMPTS - 1, 3);
      expect(nextOf(test)).toBe(kind);
      test = after(test, kind, 1, 0);
    }
    expect(nextOf(test)).toBeNull();
  });

  it('counts no more attempts than it asks for', () => {
    const full = after(NEW_SELF_TEST, 'phone', SELF_TEST_ATTEMPTS, 0);
    expect(withAttempt(full, 'phone', true)).toBe(full);
    expect(full.phone).toEqual({ attempts: SELF_TEST_ATTEMPTS, accepted: 0 });
  });

  it('changes nothing that somebody holds', () => {
    withAttempt(NEW_SELF_TEST, 'live', true);
    expect(NEW_SELF_TEST.live).toEqual({ attempts: 0, accepted: 0 });
  });
});

describe('the report', () => {
  it('counts refused living faces and accepted pictures as errors', () => {
    const test = after(after(after(NEW_SELF_TEST, 'live', 20, 18), 'phone', 20, 5), 'print', 20, 1);
    const { bpcer, apcer, worst } = selfTestReportOf(test);
    expect(bpcer).toMatchObject({ errors: 2, attempts: 20, rate: 0.1 });
    expect(apcer.phone).toMatchObject({ errors: 5, attempts: 20, rate: 0.25 });
    expect(apcer.print).toMatchObject({ errors: 1, attempts: 20, rate: 0.05 });
    expect(worst).toBe('phone');
  });

  it('says what no error in twenty leaves open: 16.8 %', () => {
    const { apcer } = selfTestReportOf(after(NEW_SELF_TEST, 'print', 20, 0));
    expect(apcer.print.rate).toBe(0);
    expect(apcer.print.interval.low).toBe(0);
    expect(apcer.print.interval.high).toBeCloseTo(0.168, 3);
  });

  it('knows nothing before the first attempt', () => {
    const { bpcer, apcer, worst } = selfTestReportOf(NEW_SELF_TEST);
    for (const rate of [bpcer, apcer.phone, apcer.print]) expect(rate).toEqual({ errors: 0, attempts: 0, rate: null, interval: { low: 0, high: 1 } });
    expect(worst).toBeNull();
  });

  it.each<[number, number, number, number, string | null]>([
    [20, 2, 20, 2, null],
    [20, 2, 20, 3, 'print'],
    [20, 0, 0, 0, 'phone'],
    [0, 0, 20, 0, 'print'],
  ])('with %i phones, %i accepted, and %i prints, %i accepted, calls %s the worst', (phones, ofPhones, prints, ofPrints, worst) => {
    expect(selfTestReportOf(after(after(NEW_SELF_TEST, 'phone', phones, ofPhones), 'print', prints, ofPrints)).worst).toBe(worst);
  });
});
