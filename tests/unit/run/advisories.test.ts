/** What is made of the registry's answer. */
import { describe, expect, it } from 'vitest';
import { graveAdvisories } from '../../support/advisories';

describe('advisories', () => {
  it('are grave when they are high or critical', () => {
    const vulnerabilities = { a: { severity: 'low' }, b: { severity: 'high' }, c: { severity: 'critical' }, d: { severity: 'moderate' }, e: {} };
    expect(graveAdvisories(JSON.stringify({ vulnerabilities }))).toEqual([{ name: 'b', severity: 'high' }, { name: 'c', severity: 'critical' }]);
    expect(graveAdvisories('{"vulnerabilities":{}}')).toEqual([]);
  });

  it.each(['', 'no JSON', 'null', '{"message":"405 Method Not Allowed"}'])('are not known from %j', (report) => {
    expect(graveAdvisories(report)).toBeNull();
  });
});
