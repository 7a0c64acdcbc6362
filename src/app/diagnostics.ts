/** Collects what Diagnostics shows, and puts it into lines. */
import type { EngineInfo, Stage } from '../inference/protocol';
import { STAGES } from '../inference/protocol';
import type { Analysis } from '../inference/client/vision-client';
import type { StorageReport } from '../store/persistence';
import type { DiagnosticsLine } from '../ui/view';
import type { CameraUsage } from './camera-desk';

/** Frames that the percentiles look back on. */
const WINDOW_FRAMES = 300;

/** What is known besides the frames. */
export interface DiagnosticsInput {
  readonly engine: EngineInfo | null;
  readonly camera: CameraUsage | null;
  readonly storage: StorageReport | null;
  /** Bytes of the page and its workers; null where the browser does not measure it. */
  readonly memoryBytes: number | null;
}

/** Remembers the latest frames. */
export class FrameStatistics {
  readonly #durationsMs = new Map<Stage | 'total', number[]>();
  #embeddingLength: number | null = null;

  /** Takes in one analysed frame. */
  add({ outcome, timings }: Analysis): void {
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
          ? 'not measured yet'
          : `p50 ${percentile(durations, 50).toFixed(1)} ms · p95 ${percentile(durations, 95).toFixed(1)} ms · ${durations.length} frames`;
      return { group: 'Time per frame', label: stage, value };
    });
  }
}

function cameraLines(camera: CameraUsage | null): DiagnosticsLine[] {
  const group = 'Camera';
  if (camera === null) return [{ group, label: 'Camera', value: 'not used yet' }];
  const { label, width, height, counters } = camera;
  const rate = (kind: 'delivered' | 'analysed' | 'skipped'): DiagnosticsLine => ({
    group,
    label: `Frames ${kind}`,
    value: `${((counters[kind] * 1000) / counters.liveMs).toFixed(1)} per second (${counters[kind]} in all)`,
  });
  return [
    { group, label: 'Camera', value: label || 'without a name' },
    { group, label: 'Picture', value: `${width} × ${height} pixels` },
    rate('delivered'),
    rate('analysed'),
    rate('skipped'),
  ];
}

function modelLines(engine: EngineInfo | null, embeddingLength: number | null): DiagnosticsLine[] {
  if (engine === null) return [{ group: 'Models', label: 'State', value: 'not loaded' }];
  const group = 'Models';
  return [
    { group, label: 'Recognition', value: engine.origin.model },
    { group, label: 'Pipeline', value: engine.origin.pipeline },
    { group, label: 'Last embedding length', value: embeddingLength === null ? 'none yet' : embeddingLength.toFixed(2) },
    ...engine.assets.flatMap(({ id, loadMs, sha256 }) => [
      { group, label: id, value: `loaded in ${Math.round(loadMs)} ms` },
      { group, label: `${id} SHA-256`, value: sha256 },
    ]),
    { group, label: 'ONNX Runtime', value: `started in ${Math.round(engine.onnxRuntimeMs)} ms` },
  ];
}

function machineLines({ engine, storage, memoryBytes }: DiagnosticsInput): DiagnosticsLine[] {
  const group = 'Browser';
  const yesNo = (value: boolean | undefined): string => (value === undefined ? 'unknown' : value ? 'yes' : 'no');
  return [
    { group, label: 'Threads', value: engine === null ? 'unknown' : String(engine.threads) },
    { group, label: 'SIMD', value: yesNo(engine?.simd) },
    { group, label: 'Cross-origin isolated', value: yesNo(engine?.crossOriginIsolated) },
    { group, label: 'Memory', value: memoryBytes === null ? 'not measured by this browser' : megabytes(memoryBytes) },
    {
      group,
      label: 'Storage used',
      value: storage === null ? 'unknown' : `${megabytes(storage.usageBytes)} of ${megabytes(storage.quotaBytes)}`,
    },
    { group, label: 'Storage persistent', value: yesNo(storage?.isPersistent) },
    { group, label: 'Browser', value: navigator.userAgent },
  ];
}

/** The value that `percent` of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
