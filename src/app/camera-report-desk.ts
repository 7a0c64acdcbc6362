/** Reads what the device itself knows of its cameras, where it keeps a report: on a Raspberry Pi with Lintel's package. */
import { type CameraReport, parseCameraReport } from '../decision/camera-report';
import type { ViewModel } from './view-model';

/** A fixed path of the own server. */
const REPORT_PATH = '/camera-report.json';

/** How soon a device that keeps none is asked again. */
const ABSENT_MS = 60_000;

export class CameraReportDesk {
  readonly #view: ViewModel;
  #absentUntilMs = 0;

  constructor(view: ViewModel) {
    this.#view = view;
  }

  /** Reads it anew. Never rejects: without a report there is nothing to add. */
  async refresh(): Promise<void> {
    if (performance.now() < this.#absentUntilMs) return;
    const cameraReport = await readReport();
    if (cameraReport === null) this.#absentUntilMs = performance.now() + ABSENT_MS;
    this.#view.patch({ cameraReport });
  }
}

async function readReport(): Promise<CameraReport | null> {
  try {
    const response = await fetch(REPORT_PATH, { cache: 'no-store' });
    return response.ok ? parseCameraReport(await response.json(), Date.now()) : null;
  } catch {
    return null;
  }
}
