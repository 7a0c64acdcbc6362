/** The port that Lintel is served on. */
import { createServer } from 'node:net';
import { CommandError } from './command-line';

const DEFAULT_PORT = 8484;

/**
 * The port that PORT names.
 * @throws CommandError when it names none.
 */
export function portOf(text: string | undefined): number {
  const port = text === undefined || text === '' ? DEFAULT_PORT : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CommandError(`PORT is "${text}": give a number from 1 to 65535, as in PORT=9000 npm start.`);
}

/**
 * Opens the port and lets it go again.
 * @throws CommandError when it cannot be opened.
 */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => void probe.once('error', reject).listen({ port, host }, resolve));
  } catch (error) {
    if (isTaken(error)) throw takenPort(port);
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`Port ${port} of ${host} cannot be opened (${reason}): choose others, as in HOST=localhost PORT=9000 npm start.`);
  }
  await new Promise((resolve) => probe.close(resolve));
}

/** True when an error of Node's or Vite's says that another program has the port. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && /already in use|EADDRINUSE/.test(error.message);
}

export function takenPort(port: number): CommandError {
  return new CommandError(`Port ${port} is taken by another program. End that one, or choose another port: PORT=9000 npm start.`);
}
