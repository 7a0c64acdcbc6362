/** `npm start [-- --open] [--model ID]`: assets, build, and the server, each only as far as it is missing. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { preview } from 'vite';
import { AssetError } from './assets/asset-error';
import { ensureAssets } from './assets/ensure-assets';
import { ensureBuild } from './build';
import { findChromium } from './chromium.mjs';
import { assetPlaces, readManifest, ROOT } from './project';

const DEFAULT_PORT = 8484;

/** Something a person can put right. */
class StartError extends Error {}

const { values } = parseArgs({ options: { open: { type: 'boolean' }, model: { type: 'string' } } });
try {
  const port = portOf(process.env.PORT);
  await ensureAssets(readManifest(), assetPlaces(), values.model ?? null);
  console.log('Building Lintel if anything changed…');
  await ensureBuild();
  const address = await serve(port);
  console.log(`Lintel is ready at ${address}`);
  if (values.open) openChromium(address);
} catch (error) {
  if (!(error instanceof AssetError || error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}

function portOf(text: string | undefined): number {
  const port = text === undefined || text === '' ? DEFAULT_PORT : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`PORT is "${text}": give a number from 1 to 65535, as in PORT=9000 npm start.`);
}

async function serve(port: number): Promise<string> {
  // Only this device can connect, unless HOST says otherwise.
  const host = process.env.HOST ?? 'localhost';
  try {
    await preview({ root: ROOT, logLevel: 'warn', preview: { host, port, strictPort: true } });
  } catch (error) {
    if (error instanceof Error && /already in use|EADDRINUSE/.test(error.message)) {
      throw new StartError(`Port ${port} is taken by another program. End that one, or choose another port: PORT=9000 npm start.`);
    }
    throw error;
  }
  return `http://${host}:${port}`;
}

function openChromium(address: string): void {
  const chromium = findChromium();
  if (chromium === null) {
    console.log(`No Chromium was found. Install it with "sudo apt install chromium", or open ${address} yourself.`);
    return;
  }
  spawn(chromium, [`--app=${address}`], { detached: true, stdio: 'ignore' })
    .on('error', (error) => console.log(`Chromium did not start (${error.message}). Open ${address} yourself.`))
    .unref();
}
