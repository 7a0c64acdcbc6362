/** Collects what Diagnostics shows, and puts it into lines. */
import { msg, str } from '@lit/localize';
import type { ThreadChoice } from '../decision/thread-choice';
import type { EngineInfo, Stage } from '../inference/protocol';
import { STAGES } from '../inference/protocol';
import type { Analysis } from '../inference/client/vision-client';
import type { StorageReport } from '../store/persistence';
import { formatDecimals, formatNumber } from '../ui/format';
import type { DiagnosticsLine } from '../ui/view';
import type { CameraUsage } from './camera-desk';
import { stageLabel } from './stage-label';

/** Frames that the percentiles look back on. */
const WINDOW_FRAMES = 300;

/** What is known besides the frames. */
export interface DiagnosticsInput {
  readonly engine: EngineInfo | null;
  /** What was measured for the number of threads; `assumed` where it may yet be, null where there is nothing to choose. */
  readonly threads: ThreadChoice | 'assumed' | null;
  readonly camera: CameraUsage | null;
  readonly storage: StorageReport | null;
  /** Bytes of the page and its workers; null where the browser does not measure it. */
  readonly memoryBytes: number | null;
}

/** Remembers the latest frames. */
export class FrameStatistics {
  readonly #durationsMs = new Map<Stage | 'total', number[]>();
  #embeddingLength: number | null = null;
  #brightness: number | null = null;

  /** Takes in one analysed frame. */
  add({ outcome, timings, brightness }: Analysis): void {
    this.#brightness = brightness;
    let totalMs = 0;
    for (const stage of STAGES) {
      const elapsedMs = timings[stage];
      if (elapsedMs === undefined) continue;
      totalMs += elapsedMs;
      this.#remember(stage, elapsedMs);
    }
    this.#remember('total', totalMs);
    if (outcome.kind === 'embedded' || outcome.kind === 'rejected') this.#embeddingLength = outcome.embeddingLength;
  }

  /** Mean brightness of the latest frame, 0 (black) to 255; null before one. */
  get brightness(): number | null {
    return this.#brightness;
  }

  /** Everything as lines of text, grouped. */
  lines(input: DiagnosticsInput): DiagnosticsLine[] {
    return [
      ...cameraLines(input.camera),
      ...this.#stageLines(),
      ...modelLines(input.engine, this.#embeddingLength),
      ...machineLines(input),
    ];
  }

  #remember(stage: Stage | 'total', elapsedMs: number): void {
    const durations = this.#durationsMs.get(stage) ?? [];
    durations.push(elapsedMs);
    if (durations.length > WINDOW_FRAMES) durations.shift();
    this.#durationsMs.set(stage, durations);
  }

  #stageLines(): DiagnosticsLine[] {
    return [...STAGES, 'total' as const].map((stage) => {
      const durations = this.#durationsMs.get(stage) ?? [];
      const value =
        durations.length === 0
          ? msg('not measured yet')
          : msg(str`p50 ${formatDecimals(percentile(durations, 50), 1)} ms · p95 ${formatDecimals(percentile(durations, 95), 1)} ms · ${durations.length} frames`);
      return { group: msg('Time per frame'), label: stageLabel(stage), value };
    });
  }
}

function cameraLines(camera: CameraUsage | null): DiagnosticsLine[] {
  const group = msg('Camera');
  if (camera === null) return [{ group, label: msg('Camera'), value: msg('not used yet') }];
  const { label, width, height, counters } = camera;
  const rate = (kind: 'delivered' | 'analysed' | 'skipped', label: string): DiagnosticsLine => ({
    group,
    label,
    value: msg(str`${formatDecimals((counters[kind] * 1000) / counters.liveMs, 1)} per second (${formatNumber(counters[kind])} in all)`),
  });
  return [
    { group, label: msg('Camera'), value: label || msg('without a name') },
    { group, label: msg('Picture'), value: msg(str`${width} × ${height} pixels`) },
    rate('delivered', msg('Frames delivered')),
    rate('analysed', msg('Frames analysed')),
    rate('skipped', msg('Frames skipped')),
  ];
}

function modelLines(engine: EngineInfo | null, embeddingLength: number | null): DiagnosticsLine[] {
  if (engine === null) return [{ group: msg('Models'), label: msg('State'), value: msg('not loaded') }];
  const group = msg('Models');
  return [
    { group, label: msg('Recognition'), value: engine.origin.model },
    { group, label: msg('Pipeline'), value: engine.origin.pipeline },
    { group, label: msg('Last embedding length'), value: embeddingLength === null ? msg('none yet') : formatDecimals(embeddingLength, 2) },
    ...engine.assets.flatMap(({ id, loadMs, sha256 }) => [
      { group, label: id, value: msg(str`loaded in ${Math.round(loadMs)} ms`) },
      { group, label: `${id} SHA-256`, value: sha256 },
    ]),
    { group, label: 'ONNX Runtime', value: msg(str`started in ${Math.round(engine.onnxRuntimeMs)} ms`) },
  ];
}

function machineLines({ engine, threads, storage, memoryBytes }: DiagnosticsInput): DiagnosticsLine[] {
  const group = msg('Browser');
  const yesNo = (value: boolean | undefined): string => (value === undefined ? msg('unknown') : value ? msg('yes') : msg('no'));
  return [
    { group, label: msg('Threads'), value: engine === null ? msg('unknown') : threadText(engine.threads, threads) },
    { group, label: 'SIMD', value: yesNo(engine?.simd) },
    { group, label: msg('Cross-origin isolated'), value: yesNo(engine?.crossOriginIsolated) },
    { group, label: msg('Memory'), value: memoryBytes === null ? msg('not measured by this browser') : megabytes(memoryBytes) },
    {
      group,
      label: msg('Storage used'),
      value: storage === null ? msg('unknown') : msg(str`${megabytes(storage.usageBytes)} of ${megabytes(storage.quotaBytes)}`),
    },
    { group, label: msg('Storage persistent'), value: yesNo(storage?.isPersistent) },
    { group, label: msg('Browser'), value: navigator.userAgent },
  ];
}

function threadText(threads: number, finding: DiagnosticsInput['threads']): string {
  if (finding === null) return String(threads);
  if (finding === 'assumed') return msg(str`${threads} (assumed)`);
  const timings = finding.timings.map((tried) => `${tried.threads}: ${formatDecimals(tried.medianMs, 1)} ms`).join(' · ');
  return msg(str`${threads} (measured: ${timings})`);
}

/** The value that `percent` of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

function megabytes(bytes: number): string {
  return msg(str`${formatDecimals(bytes / 1_000_000, 1)} MB`);
}
