/** What Lintel costs while it waits for somebody. */
import { type AppPlaces, withApp } from './app-bench';
import { cpuMsOf, processesOf } from './processes';

const FRAME_PATIENCE_MS = 60_000;
/** Until the room has been searched, and what is loaded late is there. */
const SETTLING_MS = 15_000;
const MEASURED_MS = 30_000;

/**
 * Time of the processor that all processes of the browser take while the camera shows an empty room in which nothing
 * changes, in percent of one core.
 */
export async function idleCpuPercent(places: AppPlaces, emptyFilm: string): Promise<number> {
  return withApp(places, emptyFilm, async (app) => {
    await app.until('frames', 1, FRAME_PATIENCE_MS);
    await app.page.waitForTimeout(SETTLING_MS);
    const before = cpuMs(places.profile);
    const startMs = performance.now();
    await app.page.waitForTimeout(MEASURED_MS);
    return ((cpuMs(places.profile) - before) / (performance.now() - startMs)) * 100;
  });
}

function cpuMs(profile: string): number {
  return processesOf(profile).reduce((sum, { pid }) => sum + cpuMsOf(pid), 0);
}
