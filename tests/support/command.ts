/** Runs one of the project's commands as a person would, and sees what it says and how it ends. */
import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

export interface Command {
  /** All that it has said so far, errors included. */
  said(): string;
  /** Resolves once it has said this; fails when it ends without. */
  saying(text: string): Promise<void>;
  /** Resolves with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** What a command needs of its surroundings: no setting of the person who runs the tests reaches it. */
const KEPT = ['PATH', 'HOME', 'TMPDIR'];

/** Runs Node in `folder`; the command and its children are ended with the test. */
export function runNode(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Command {
  const kept = Object.fromEntries(KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...kept, ...env }, detached: true });
  let said = '';
  let onNews = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      onNews();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // The whole group has ended by itself.
    }
  });
  return {
    said: () => said,
    saying: (text) =>
      new Promise((resolve, reject) => {
        onNews = () => {
          if (said.includes(text)) resolve();
        };
        onNews();
        void ended.then(() => reject(new Error(`The command ended without saying "${text}": ${said}`)));
      }),
    ended,
    kill: (signal) => void child.kill(signal),
  };
}

/** Arguments for Node that run a TypeScript file. */
export const typescript = (file: string, ...args: string[]): string[] => ['--import', 'tsx', file, ...args];
