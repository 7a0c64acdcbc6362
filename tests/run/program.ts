/** Runs Node on one of the project's programs, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { ROOT } from '../../src/tools/project';

/** True when it ended well; what it says is shown. */
export function runNode(args: readonly string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}
