/** Everything that Lintel holds of one person, as JSON that other programs can read. `docs/format.md` describes it. */
import type { Person, Sample } from './gallery';
import type { LogEntry } from './log-entry';

const EXPORT_KIND = 'lintel-person';
const EXPORT_VERSION = 1;

/** JSON. Times are ISO 8601 in UTC; embeddings are arrays of numbers, personal data in the clear. `log` is about the person. */
export function personExport(person: Person, log: readonly LogEntry[], exportedAtMs: number): string {
  const { id, name, enrolledAtMs, consent, expiresAtMs, lastSeenAtMs, samples, denials } = person;
  const content = {
    kind: EXPORT_KIND,
    version: EXPORT_VERSION,
    exportedAt: momentOf(exportedAtMs),
    id,
    name,
    enrolledAt: momentOf(enrolledAtMs),
    consent: consent === undefined ? null : consentOf(consent),
    expiresAt: momentOf(expiresAtMs),
    lastSeenAt: momentOf(lastSeenAtMs),
    samples: samples.map(templateOf),
    denials: denials.map(templateOf),
    log: log.map(entryOf),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function consentOf({ givenAtMs, ...consent }: NonNullable<Person['consent']>): Record<string, unknown> {
  return { givenAt: momentOf(givenAtMs), ...consent };
}

function templateOf({ id, embedding, model, pipeline, capturedAtMs, learntBy }: Sample): Record<string, unknown> {
  return { id, capturedAt: momentOf(capturedAtMs), learntBy, model, pipeline, embedding: [...embedding] };
}

function entryOf(entry: LogEntry): Record<string, unknown> {
  const { atMs, ...said } = entry;
  return { at: momentOf(atMs), ...said };
}

/** Null when there is no such moment. */
function momentOf(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString();
}
