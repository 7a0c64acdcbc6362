/** `npm start [-- --open] [--model ID]`: assets, build, and the server, each only as far as it is missing. */
import { ensureAssets } from './assets/ensure-assets';
import { ensureBuild } from './build';
import { readOptions, runCommand } from './command-line';
import { openChromium } from './open-chromium';
import { checkPort, isTaken, portOf, takenPort } from './port';
import { assetPlaces, readManifest, ROOT } from './project';

const say = (line: string): void => console.log(line);

await runCommand(async () => {
  const { open, model } = readOptions(
    { open: { type: 'boolean' }, model: { type: 'string' } },
    'npm start -- [--open] [--model ID]',
  );
  const port = portOf(process.env.PORT);
  // Only this device can connect, unless HOST says otherwise.
  const host = process.env.HOST ?? 'localhost';
  // Before anything that takes time, although another program may still come in between.
  await checkPort(port, host);
  await ensureAssets(readManifest(), assetPlaces(), model ?? null);
  say('Building Lintel if anything changed…');
  await ensureBuild();
  const address = await serve(port, host);
  say(`Lintel is ready at ${address}`);
  if (open) openChromium(address, say);
});

async function serve(port: number, host: string): Promise<string> {
  const { preview } = await import('vite');
  try {
    await preview({ root: ROOT, logLevel: 'warn', preview: { host, port, strictPort: true } });
  } catch (error) {
    throw isTaken(error) ? takenPort(port) : error;
  }
  return `http://${host}:${port}`;
}
