/** A port that is taken. */
import { type AddressInfo, createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** Listens on a port of localhost until the test has ended. */
export async function occupyPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
