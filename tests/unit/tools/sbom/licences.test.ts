/** Which licences are permitted. */
import { describe, expect, it } from 'vitest';
import { isPermitted, MAY_BUILD, MAY_SHIP } from '../../../../src/tools/sbom/licences';

describe('a licence', () => {
  it.each(['MIT', 'ISC', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'MIT AND ISC', '(CC0-1.0 OR MIT)'])('is permitted: %s', (expression) => {
    expect(isPermitted(expression, MAY_SHIP)).toBe(true);
  });

  it.each(['', 'GPL-3.0-only', 'MIT AND GPL-3.0-only', '(MIT AND (ISC OR GPL-3.0-only))', 'UNLICENSED', 'mit', 'MPL-2.0'])('is refused: %j', (expression) => {
    expect(isPermitted(expression, MAY_SHIP)).toBe(false);
  });

  it('asks less of what stays behind', () => {
    expect(isPermitted('MPL-2.0', MAY_BUILD)).toBe(true);
    expect(isPermitted('AGPL-3.0-only', MAY_BUILD)).toBe(false);
  });
});
