/** What a bill of materials must be, looked at from outside: as whoever gets the build would. */

const HASH_LENGTHS: Readonly<Record<string, number>> = { 'SHA-256': 64, 'SHA-512': 128 };

/** What is wrong with it, in sentences; nothing where it is right. */
export function flawsOfBill(raw: unknown): string[] {
  const bill = recordOf(raw);
  const flaws: string[] = [];
  if (bill.bomFormat !== 'CycloneDX') flaws.push('It is no CycloneDX.');
  if (bill.specVersion !== '1.5') flaws.push('It is not of specification 1.5.');
  if (bill.version !== 1) flaws.push('It has no version.');
  const components: unknown[] = Array.isArray(bill.components) ? bill.components : [];
  if (components.length === 0) flaws.push('It lists nothing.');
  const refs = components.map((component) => recordOf(component)['bom-ref']);
  if (new Set(refs).size !== refs.length) flaws.push('It lists something twice.');
  return [...flaws, ...flawsOfComponent(recordOf(recordOf(bill.metadata).component)), ...components.flatMap((component) => flawsOfPart(recordOf(component)))];
}

/** What is shipped of others is known by its content. */
function flawsOfPart(component: Record<string, unknown>): string[] {
  const { alg, content } = recordOf(Array.isArray(component.hashes) ? component.hashes[0] : null);
  const isHash = typeof alg === 'string' && typeof content === 'string' && /^[0-9a-f]+$/.test(content) && content.length === HASH_LENGTHS[alg];
  return [...flawsOfComponent(component), ...(isHash ? [] : [`${String(component.name)} has no hash.`])];
}

function flawsOfComponent({ type, name, version, purl, licenses, 'bom-ref': ref }: Record<string, unknown>): string[] {
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
  const first = recordOf(Array.isArray(licenses) ? licenses[0] : null);
  const { id, name: licenceName } = recordOf(first.license);
  const checks: [boolean, string][] = [
    [isText(type) && isText(ref), 'a type and a reference'],
    [isText(name), 'a name'],
    [isText(version), 'a version'],
    [typeof purl === 'string' && /^pkg:[a-z]+\/[^@\s]+@[^@\s]+$/.test(purl), 'a package URL'],
    [[id, licenceName, first.expression].filter(isText).length === 1, 'one licence'],
  ];
  return checks.flatMap(([isRight, what]) => (isRight ? [] : [`${String(name)} lacks ${what}.`]));
}

function recordOf(raw: unknown): Record<string, unknown> {
  return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
}
