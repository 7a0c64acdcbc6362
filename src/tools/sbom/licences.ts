/** Which licences the packages that Lintel uses may have. */

/** What is shipped to a device: it may be passed on with little more than its notice. */
export const MAY_SHIP: readonly string[] = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** What builds and tests Lintel and stays behind: besides these, what asks for something only of whoever changes or quotes it. */
export const MAY_BUILD: readonly string[] = [...MAY_SHIP, 'BlueOak-1.0.0', 'CC-BY-4.0', 'MPL-2.0'];

/**
 * True when an SPDX expression can be met with permitted licences alone. What is no plain expression of names, OR and AND is
 * not.
 */
export function isPermitted(expression: string, permitted: readonly string[]): boolean {
  const parts = /^\((.*)\)$/.exec(expression)?.[1] ?? expression;
  if (/[()]/.test(parts)) return false;
  return parts.split(' OR ').some((choice) => choice.split(' AND ').every((name) => permitted.includes(name)));
}
