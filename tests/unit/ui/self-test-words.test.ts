/** What the self-test says of its counts. */
import { describe, expect, it } from 'vitest';
import { NEW_SELF_TEST, SELF_TEST_ATTEMPTS, type SelfTest, selfTestReportOf } from '../../../src/decision/liveness/self-test';
import { conclusionText, progressText, selfTestRateText } from '../../../src/ui/self-test-words';

const counted = (live: number, phone: number, print: number): SelfTest => ({
  live: { attempts: 20, accepted: live },
  phone: { attempts: 20, accepted: phone },
  print: { attempts: 20, accepted: print },
});

describe('the words of the self-test', () => {
  it('do not take no error for none possible', () => {
    const { bpcer, apcer } = selfTestReportOf(counted(20, 0, 1));
    expect(selfTestRateText('live', bpcer)).toBe('0 of 20 refused. That still means up to 16.8 %.');
    expect(selfTestRateText('phone', apcer.phone)).toBe('0 of 20 accepted. That still means up to 16.8 %.');
    expect(selfTestRateText('print', apcer.print)).toBe('1 of 20 accepted: 5 %. It may be anything from 0.13 % to 24.9 %.');
  });

  it('say that nothing was tried', () => {
    expect(selfTestRateText('phone', selfTestReportOf(NEW_SELF_TEST).apcer.phone)).toBe('Not tried yet.');
    expect(conclusionText(selfTestReportOf(NEW_SELF_TEST))).toBeNull();
    expect(conclusionText(selfTestReportOf({ ...counted(20, 0, 0), phone: { attempts: 0, accepted: 0 }, print: { attempts: 0, accepted: 0 } }))).toBeNull();
  });

  it('conclude with the worse attack, where one is', () => {
    expect(conclusionText(selfTestReportOf(counted(19, 3, 1)))).toMatch(/^APCER 15 % \(phone\), BPCER 5 %\./);
    expect(conclusionText(selfTestReportOf(counted(19, 0, 1)))).toMatch(/^APCER 5 % \(print\)/);
    expect(conclusionText(selfTestReportOf(counted(20, 0, 0)))).toMatch(/^APCER 0 %, BPCER 0 %\./);
  });

  it('count attempts from one on', () => {
    expect(progressText(0)).toBe('Attempt 1 of 20');
    expect(progressText(19)).toBe('Attempt 20 of 20');
    expect(progressText(SELF_TEST_ATTEMPTS)).toBe('All 20 attempts made');
  });
});
