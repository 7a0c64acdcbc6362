/** What is done within the machine that machine.sh runs. */
import { spawnSync } from 'node:child_process';
import { request } from 'node:http';

/** How a command ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a shell line as root. */
export function tryWithin(line: string): Ended {
  const { status, stdout, stderr } = spawnSync('nsenter', [...namespacesOf(process.env.LINTEL_MACHINE!), 'bash', '-c', line], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { code: status, said: `${stdout}${stderr}` };
}

/** The same of a line that has to end well: what it said. */
export function within(line: string): string {
  const { code, said } = tryWithin(line);
  if (code !== 0) throw new Error(`"${line}" ended with ${code}:\n${said}`);
  return said.trimEnd();
}

/** How to enter the machine: the arguments of nsenter. */
export function namespacesOf(pid: string): string[] {
  return ['--target', pid, '--mount', '--uts', '--ipc', '--net', '--pid', '--cgroup'];
}

/** Installs a package as the README says. */
export function install(file = process.env.LINTEL_PACKAGE!): string {
  return within(`DEBIAN_FRONTEND=noninteractive apt-get install -y ${file} 2>&1`);
}

/** Takes it away with everything that is the package's own. */
export function purge(): string {
  return within('DEBIAN_FRONTEND=noninteractive apt-get purge -y lintel 2>&1');
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks the machine's Lintel for a path, and takes the answer as it comes, not decoded. */
export function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: 'localhost', port: 8484, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
