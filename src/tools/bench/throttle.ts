/** Slows a whole browser, workers included, as a stand-in for a slower machine. */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { processesOf } from './processes';

/** How the browser was slowed, for the report. */
export type ThrottleMethod = 'cgroup v2 cpu.max' | 'cgroup v1 cpu.cfs_quota_us' | 'SIGSTOP and SIGCONT in turn';

export interface Throttle {
  readonly method: ThrottleMethod;
  /** Lets the browser run as fast as it can again. */
  release(): void;
}

/** Short, so that it feels like a slower processor and not like one that pauses. */
const QUOTA_PERIOD_US = 20_000;
const STOP_PERIOD_MS = 50;
/** Chromium starts processes as it needs them; those of a group start in it, all others are looked for. */
const LOOK_MS = 1000;

/** Time on all cores together that a browser slowed `factor` times may use per period, in the period's unit. */
export function quotaOf(factor: number, cores: number, period: number): number {
  return Math.round((period * cores) / factor);
}

/** Slows the browser that runs on this profile `factor` times. */
export function throttleBrowser(profile: string, factor: number): Throttle {
  return throttleByGroup(profile, factor) ?? throttleByStops(profile, factor);
}

function throttleByGroup(profile: string, factor: number): Throttle | null {
  const quota = quotaOf(factor, availableParallelism(), QUOTA_PERIOD_US);
  const own = readFileSync('/proc/self/cgroup', 'utf8');
  const versions = [
    { method: 'cgroup v2 cpu.max', parent: join('/sys/fs/cgroup', /^0::(.*)$/m.exec(own)?.[1] ?? ''), limits: { 'cpu.max': `${quota} ${QUOTA_PERIOD_US}` } },
    {
      method: 'cgroup v1 cpu.cfs_quota_us',
      parent: join('/sys/fs/cgroup/cpu', /^\d+:(?:.*,)?cpu(?:,.*)?:(.*)$/m.exec(own)?.[1] ?? ''),
      limits: { 'cpu.cfs_period_us': String(QUOTA_PERIOD_US), 'cpu.cfs_quota_us': String(quota) },
    },
  ] as const;
  for (const { method, parent, limits } of versions) {
    const group = join(parent, `lintel-bench-${process.pid}`);
    if (!makeGroup(group, Object.keys(limits))) continue;
    try {
      for (const [file, value] of Object.entries(limits)) writeFileSync(join(group, file), value, { flag: 'r+' });
      const look = (): void => moveInto(group, profile);
      look();
      const timer = setInterval(look, LOOK_MS);
      const release = (): void => {
        clearInterval(timer);
        leave(group, parent);
      };
      return { method, release };
    } catch {
      leave(group, parent);
    }
  }
  return null;
}

/** True when there is one with these limits now. A folder that is no group, or cannot limit, is removed again. */
function makeGroup(group: string, limits: readonly string[]): boolean {
  try {
    mkdirSync(group);
  } catch {
    return false;
  }
  if (['cgroup.procs', ...limits].every((file) => existsSync(join(group, file)))) return true;
  rmdirSync(group);
  return false;
}

function moveInto(group: string, profile: string): void {
  const members = new Set(readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').map(Number));
  for (const { pid } of processesOf(profile)) if (!members.has(pid)) move(pid, group);
}

/** Gives everybody back to the group they came from, and removes the emptied one. */
function leave(group: string, parent: string): void {
  for (const pid of readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean)) move(Number(pid), parent);
  rmdirSync(group);
}

/** A process that has ended meanwhile needs no moving. */
function move(pid: number, group: string): void {
  try {
    writeFileSync(join(group, 'cgroup.procs'), String(pid), { flag: 'r+' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Runs everything for its share of each period and stops it for the rest: where no group may be made. */
export function throttleByStops(profile: string, factor: number): Throttle {
  let pids = processesOf(profile).map(({ pid }) => pid);
  let isReleased = false;
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    for (const pid of pids) {
      try {
        process.kill(pid, name);
      } catch {
        // It has ended.
      }
    }
  };
  const turn = (isRunning: boolean): void => {
    if (isReleased) return;
    signal(isRunning ? 'SIGCONT' : 'SIGSTOP');
    setTimeout(() => turn(!isRunning), isRunning ? STOP_PERIOD_MS / factor : STOP_PERIOD_MS * (1 - 1 / factor));
  };
  turn(true);
  const look = setInterval(() => (pids = processesOf(profile).map(({ pid }) => pid)), LOOK_MS);
  return {
    method: 'SIGSTOP and SIGCONT in turn',
    release: () => {
      isReleased = true;
      clearInterval(look);
      signal('SIGCONT');
    },
  };
}
