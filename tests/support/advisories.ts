/** Reads what `npm audit --json` says. */

export interface Advisory {
  readonly name: string;
  readonly severity: string;
}

/** The advisories that must not be left: high and critical ones. Null where the registry gave no answer. */
export function graveAdvisories(report: string): Advisory[] | null {
  const vulnerabilities = vulnerabilitiesIn(report);
  if (vulnerabilities === null) return null;
  return Object.entries(vulnerabilities).flatMap(([name, { severity = '' }]) => (['high', 'critical'].includes(severity) ? [{ name, severity }] : []));
}

function vulnerabilitiesIn(report: string): Record<string, { severity?: string }> | null {
  try {
    return (JSON.parse(report) as { vulnerabilities?: Record<string, { severity?: string }> } | null)?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}
