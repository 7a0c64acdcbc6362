/** Keeps Diagnostics up to date while somebody looks at it. */
import { type CameraFinding, checkCamera } from '../decision/camera-check';
import { resolutionSize } from '../decision/settings';
import { cameraPermission } from '../camera/camera';
import type { Analysis } from '../inference/client/vision-client';
import type { EngineInfo } from '../inference/protocol';
import type { StorageReport } from '../store/persistence';
import type { CameraDesk } from './camera-desk';
import { FrameStatistics } from './diagnostics';
import type { ThreadDesk } from './thread-desk';
import type { ViewModel } from './view-model';

const REFRESH_MS = 1000;
/** Measuring memory waits for a garbage collection, so it is done rarely. */
const MEMORY_MS = 20_000;
const COPIED_MS = 2000;
/** How often the camera is looked at: the device's own report is no younger. */
const CAMERA_MS = 10_000;

/** Memory as Chromium measures it on cross-origin isolated pages. */
type MeasuringPerformance = Performance & { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> };

export class DiagnosticsDesk {
  readonly #view: ViewModel;
  readonly #camera: CameraDesk;
  readonly #threads: Pick<ThreadDesk, 'finding'>;
  readonly #statistics = new FrameStatistics();
  #engine: EngineInfo | null = null;
  #storage: StorageReport | null = null;
  #memoryBytes: number | null = null;
  #timers: ReturnType<typeof setInterval>[] = [];

  constructor(view: ViewModel, camera: CameraDesk, threads: Pick<ThreadDesk, 'finding'>) {
    this.#view = view;
    this.#camera = camera;
    this.#threads = threads;
  }

  add(analysis: Analysis): void {
    this.#statistics.add(analysis);
  }

  useEngine(engine: EngineInfo): void {
    this.#engine = engine;
  }

  useStorage(storage: StorageReport): void {
    this.#storage = storage;
  }

  /** Starts or stops refreshing the lines. */
  show(isShown: boolean): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    if (!isShown) return;
    this.#refresh();
    void this.#measureMemory();
    void this.#checkCamera();
    this.#timers = [
      setInterval(() => this.#refresh(), REFRESH_MS),
      setInterval(() => void this.#measureMemory(), MEMORY_MS),
      setInterval(() => void this.#checkCamera(), CAMERA_MS),
    ];
  }

  /** Copies the lines as text. */
  async copy(): Promise<void> {
    const text = this.#view.state.diagnostics.map(({ group, label, value }) => `${group} / ${label}: ${value}`).join('\n');
    await navigator.clipboard.writeText(text);
    this.#view.patch({ wasCopied: true });
    setTimeout(() => this.#view.patch({ wasCopied: false }), COPIED_MS);
  }

  #refresh(): void {
    this.#view.patch({
      diagnostics: this.#statistics.lines({
        engine: this.#engine,
        threads: this.#threads.finding,
        camera: this.#camera.usage,
        storage: this.#storage,
        memoryBytes: this.#memoryBytes,
      }),
    });
  }

  async #checkCamera(): Promise<void> {
    const [permission] = await Promise.all([cameraPermission(), this.#camera.report.refresh()]);
    this.#view.patch({ cameraFindings: this.#findings(permission) });
  }

  #findings(permission: PermissionState | 'unknown'): CameraFinding[] {
    const { usage } = this.#camera;
    const { resolution, frameRateCap } = this.#view.state.settings;
    const { width: wantedWidth, height: wantedHeight } = resolutionSize(resolution);
    const camera = usage && {
      ...usage,
      wantedWidth,
      wantedHeight,
      framesPerSecond: (usage.counters.delivered * 1000) / usage.counters.liveMs,
      wantedFramesPerSecond: frameRateCap,
      brightness: this.#statistics.brightness,
    };
    return checkCamera({ isSecure: isSecureContext, permission, camera });
  }

  async #measureMemory(): Promise<void> {
    const measured = await (performance as MeasuringPerformance).measureUserAgentSpecificMemory?.().catch(() => undefined);
    this.#memoryBytes = measured?.bytes ?? null;
  }
}
