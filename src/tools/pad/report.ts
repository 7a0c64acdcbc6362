/** The figures of presentation attack detection, as `--json` writes them: the terms are those of ISO/IEC 30107-3. */
import { clopperPearson, type Interval } from '../../decision/clopper-pearson';
import { PASSIVE } from '../../decision/liveness/limits';
import { judgePassive, type PassiveJudgement, passiveScoreOf } from '../../decision/liveness/passive';
import { medianMilliseconds } from '../eval/milliseconds';
import type { ReadAll, ReadPresentation } from './read-presentations';

/** How presentations of one kind were judged. */
export interface PadCounts {
  readonly presentations: number;
  /** Those that the rates are of. */
  readonly read: number;
  readonly notRead: number;
  readonly live: number;
  readonly doubtful: number;
  readonly spoof: number;
}

export interface AttackReport extends PadCounts {
  /** Share of this attack that passed for a living face; null where none could be read. */
  readonly apcer: number | null;
  readonly interval: Interval | null;
}

export interface PadReport {
  /** APCER of the attack that passes most often; null where no attack could be read. */
  readonly apcer: number | null;
  /** That attack. */
  readonly worstType: string | null;
  /** Share of living faces that did not pass, doubtful ones among them; null where none could be read. */
  readonly bpcer: number | null;
  /** Mean of the two. */
  readonly acer: number | null;
  /** 95 %, Clopper–Pearson. */
  readonly intervals: { readonly apcer: Interval | null; readonly bpcer: Interval | null };
  readonly live: PadCounts;
  /** All attacks together. */
  readonly spoof: AttackReport;
  readonly byType: Readonly<Record<string, AttackReport>>;
  readonly limits: typeof PASSIVE;
  readonly milliseconds: ReturnType<typeof medianMilliseconds>;
  readonly notes: readonly string[];
  /** Every file, with its score and what it was judged; null where it could not be read. */
  readonly files: readonly FileReport[];
}

export interface FileReport {
  readonly file: string;
  /** Null is a living face. */
  readonly attack: string | null;
  readonly judgement: Exclude<PassiveJudgement, 'unknown'> | null;
  /** 0 (a picture) to 1 (a living face). */
  readonly score: number | null;
  readonly readings: number;
  readonly reason: string | null;
}

export function padReportOf({ presentations, timings }: ReadAll): PadReport {
  const files = presentations.map(fileReportOf);
  const live = countsOf(files.filter(({ attack }) => attack === null));
  const attacks = files.filter(({ attack }) => attack !== null);
  const types = [...new Set(attacks.map(({ attack }) => attack!))];
  const byType = Object.fromEntries(types.map((type) => [type, attackReportOf(attacks.filter(({ attack }) => attack === type))]));
  const worstType = worstOf(byType);
  const apcer = worstType === null ? null : byType[worstType]!.apcer;
  const refused = live.doubtful + live.spoof;
  const bpcer = live.read === 0 ? null : refused / live.read;
  return {
    apcer,
    worstType,
    bpcer,
    acer: apcer === null || bpcer === null ? null : (apcer + bpcer) / 2,
    intervals: { apcer: worstType === null ? null : byType[worstType]!.interval, bpcer: live.read === 0 ? null : clopperPearson(refused, live.read) },
    live,
    spoof: attackReportOf(attacks),
    byType,
    limits: PASSIVE,
    milliseconds: medianMilliseconds(timings),
    notes: notesOn(presentations),
    files,
  };
}

function fileReportOf({ file, attack, readings, reason }: ReadPresentation): FileReport {
  const judgement = judgePassive(readings);
  return { file, attack, judgement: judgement === 'unknown' ? null : judgement, score: passiveScoreOf(readings), readings: readings.length, reason };
}

function countsOf(files: readonly FileReport[]): PadCounts {
  const judged = (wanted: FileReport['judgement']): number => files.filter(({ judgement }) => judgement === wanted).length;
  const notRead = judged(null);
  return { presentations: files.length, read: files.length - notRead, notRead, live: judged('live'), doubtful: judged('doubtful'), spoof: judged('spoof') };
}

function attackReportOf(files: readonly FileReport[]): AttackReport {
  const counts = countsOf(files);
  if (counts.read === 0) return { ...counts, apcer: null, interval: null };
  return { ...counts, apcer: counts.live / counts.read, interval: clopperPearson(counts.live, counts.read) };
}

/** Of equals the first; an attack that could not be read is not the worst. */
function worstOf(byType: Readonly<Record<string, AttackReport>>): string | null {
  let worst: string | null = null;
  for (const [type, { apcer }] of Object.entries(byType)) {
    if (apcer !== null && (worst === null || apcer > byType[worst]!.apcer!)) worst = type;
  }
  return worst;
}

function notesOn(presentations: readonly ReadPresentation[]): string[] {
  const notes = [
    'APCER is that of the attack that passes most often, not of all together. What passes is what is judged live; a living face that is doubtful counts as refused.',
    'These figures are of the passive score alone. A movement that is asked for, where the mode asks, comes on top.',
  ];
  if (presentations.some(({ medium }) => medium === 'photograph')) {
    notes.push(`A photograph gives one reading, which counts ${PASSIVE.minReadings} times, as if the camera saw the same again. Films are nearer to the truth.`);
  }
  if (presentations.some(({ reason }) => reason !== null)) {
    notes.push('What could not be read is in no rate: the camera would have judged nobody.');
  }
  return notes;
}
