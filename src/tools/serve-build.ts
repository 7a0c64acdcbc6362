/** Serves a build with Lintel's own headers on a free port, with a command's own files beside it. */
import { join } from 'node:path';
import { type Plugin, preview, type PreviewServer } from 'vite';
import { ROOT } from './project';

/** A file that is not in the build. */
export interface ServedFile {
  readonly type: string;
  readonly content: Uint8Array | string;
}

/** A server that runs; `close` it in every case. */
export interface BuildServer {
  /** Ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** `fileAt` gives the extra file of a path, undefined where the build is asked. */
export async function serveBuild(dist: string, fileAt: (path: string) => ServedFile | undefined): Promise<BuildServer> {
  const plugin: Plugin = {
    name: 'lintel-extra-files',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const file = fileAt(request.url ?? '');
        if (file === undefined) {
          next();
          return;
        }
        response.setHeader('Content-Type', file.type);
        response.setHeader('Cache-Control', 'no-store');
        response.end(file.content);
      });
    },
  };
  const server = await preview({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: dist },
    plugins: [plugin],
    preview: { host: 'localhost', port: 0 },
  });
  return { url: addressOf(server), close: () => close(server) };
}

function addressOf(server: PreviewServer): string {
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The preview server has no address.');
  return address;
}

async function close(server: PreviewServer): Promise<void> {
  if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
  await server.close();
}
