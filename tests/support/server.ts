/** The production server, started and stopped at will, on a build of the test's choice. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { preview, type PreviewServer } from 'vite';
import { ROOT } from '../../src/tools/project';
import { TEST_DIST } from './project';

export interface Server {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
  /** The same port again, after a stop. */
  restart(): Promise<void>;
}

/** Serves `dist` with Lintel's own configuration, headers included. */
export async function startServer(dist = TEST_DIST): Promise<Server> {
  const port = await freePort();
  const open = (): Promise<PreviewServer> =>
    preview({
      configFile: join(ROOT, 'vite.config.ts'),
      root: ROOT,
      logLevel: 'error',
      build: { outDir: dist },
      preview: { port, strictPort: true, host: 'localhost' },
    });
  let server: PreviewServer | null = await open();
  return {
    port,
    url: `http://localhost:${port}`,
    stop: async () => {
      if (server === null) return;
      const stopping = server;
      server = null;
      if ('closeAllConnections' in stopping.httpServer) stopping.httpServer.closeAllConnections();
      await stopping.close();
    },
    restart: async () => {
      server ??= await open();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
