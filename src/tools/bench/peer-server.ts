/** Serves the pages that Lintel is compared with from an origin of their own, isolated so that their WASM may use threads. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { BuildServer } from '../serve-build';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** `mounts` gives files and folders by the path they are served at; `/NAME.html` is a page that runs `/pages/NAME.mjs`. */
export async function servePeers(mounts: Readonly<Record<string, string>>): Promise<BuildServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    // A second start finds what it needs in the browser's cache, as it would anywhere.
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    const page = /^\/([\w-]+)\.html$/.exec(pathname)?.[1];
    if (page !== undefined) {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>${page}</title><link rel="icon" href="data:," /><script type="module" src="/pages/${page}.mjs"></script>`);
      return;
    }
    const file = fileAt(pathname, mounts);
    if (file === null) response.writeHead(404).end();
    else sendFile(file, response);
  });
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The file that is served at a path; null where there is none. */
export function fileAt(pathname: string, mounts: Readonly<Record<string, string>>): string | null {
  const path = normalize(decodeURIComponent(pathname));
  const mount = Object.keys(mounts).find((start) => path === start || path.startsWith(`${start}/`));
  if (mount === undefined) return null;
  const file = join(mounts[mount]!, path.slice(mount.length));
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function sendFile(file: string, response: ServerResponse): void {
  response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.setHeader('Content-Length', statSync(file).size);
  createReadStream(file).pipe(response);
}
