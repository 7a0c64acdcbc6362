/** The report that `lintel-camera` keeps on a device: read as if anybody could have written it. */
import { looseFieldsOf } from '../core/loose-fields';

/** One thing that was found. `sentence` and `fix` are in English, as the device wrote them. */
export interface ReportFinding {
  /** As `no-camera` or `busy`; see the manual of `lintel-camera`. */
  readonly code: string;
  readonly level: 'ok' | 'warning' | 'problem';
  readonly sentence: string;
  /** What to do; empty where nothing is to be done. */
  readonly fix: string;
}

export interface CameraReport {
  /** Milliseconds since 1970. */
  readonly checkedAtMs: number;
  readonly findings: readonly ReportFinding[];
}

/** An older report says nothing of now. It is renewed every few minutes at least. */
const MAX_AGE_MS = 3_600_000;
const MAX_FINDINGS = 20;
const MAX_CHARACTERS = 400;

/** The report; null where it is not one, or of another version, or too old. A finding that makes no sense is left out. */
export function parseCameraReport(value: unknown, nowMs: number): CameraReport | null {
  const { version, checkedAtMs, findings } = looseFieldsOf(value);
  if (version !== 1 || typeof checkedAtMs !== 'number' || !Array.isArray(findings)) return null;
  if (!(Math.abs(nowMs - checkedAtMs) <= MAX_AGE_MS)) return null;
  return { checkedAtMs, findings: findings.slice(0, MAX_FINDINGS).flatMap(parseFinding) };
}

function parseFinding(value: unknown): ReportFinding[] {
  const { code, level, sentence, fix } = looseFieldsOf(value);
  const isWhole = typeof code === 'string' && /^[a-z0-9-]{1,40}$/.test(code) && isText(sentence) && sentence !== '' && isText(fix);
  if (!isWhole || (level !== 'ok' && level !== 'warning' && level !== 'problem')) return [];
  return [{ code, level, sentence, fix }];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_CHARACTERS;
}

/** What the report knows of a fault of the camera: who holds it, or what keeps it away. */
export function findingsAbout(report: CameraReport | null, code: string): readonly ReportFinding[] {
  if (report === null) return [];
  if (code === 'camera-busy') return report.findings.filter((finding) => finding.code === 'busy');
  const isAway = code === 'camera-missing' || code === 'camera-lost';
  return isAway ? report.findings.filter(({ level }) => level !== 'ok') : [];
}
