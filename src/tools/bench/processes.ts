/** The processes of a browser, as Linux shows them in /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** One process of the browser. */
export interface BrowserProcess {
  readonly pid: number;
  /** What Chromium calls it: `browser`, `renderer`, `gpu-process`, `utility`… */
  readonly type: string;
}

/** The browser that runs on this profile, and all its descendants; empty where there is no /proc. */
export function processesOf(profile: string): BrowserProcess[] {
  const everybody = pids().flatMap((pid) => {
    const command = readProc(pid, 'cmdline');
    const parent = parentOf(readProc(pid, 'stat'));
    return command === null || parent === null ? [] : [{ pid, parent, command: argumentsOf(command) }];
  });
  const family = new Set(everybody.filter(({ command }) => command.includes(` --user-data-dir=${profile} `)).map(({ pid }) => pid));
  for (let before = -1; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of everybody) if (family.has(parent)) family.add(pid);
  }
  return everybody.filter(({ pid }) => family.has(pid)).map(({ pid, command }) => ({ pid, type: typeOf(command) }));
}

/** Memory that a process has, shared pages divided among those who share them (PSS), in bytes; 0 once it has ended. */
export function memoryBytesOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup') ?? '')?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** Time of the processor that a process has used in all its threads, in milliseconds; 0 once it has ended. */
export function cpuMsOf(pid: number): number {
  return cpuMsIn(readProc(pid, 'stat'));
}

/** The same from the text of `/proc/PID/stat`, which counts in hundredths of a second on every Linux of ours. */
export function cpuMsIn(stat: string | null): number {
  const [, user = 0, system = 0] = /^\d+ \(.*\) \S(?: -?\d+){10} (\d+) (\d+)/s.exec(stat ?? '') ?? [];
  return (Number(user) + Number(system)) * 10;
}

/** Files, sockets and pipes that a process has open; 0 once it has ended. */
export function handlesOf(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

/** Names of a process's threads, as Linux cuts them; empty once it has ended. */
export function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => readProc(pid, `task/${thread}/comm`)?.trim() ?? []);
  } catch {
    return [];
  }
}

/** The parent's id from the text of `/proc/PID/stat`, in which the program's name may hold spaces and brackets. */
export function parentOf(stat: string | null): number | null {
  const parent = /^\d+ \(.*\) \S (\d+)/s.exec(stat ?? '')?.[1];
  return parent === undefined ? null : Number(parent);
}

/** With a space before and after each: Chromium's renderers write them so themselves, all others have them as the kernel does. */
function argumentsOf(command: string): string {
  return ` ${command.replaceAll('\0', ' ')} `;
}

function typeOf(command: string): string {
  return / --type=(\S+) /.exec(command)?.[1] ?? 'browser';
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
