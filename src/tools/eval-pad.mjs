/** `npm run eval:pad`: installs what is needed, then hands over to the TypeScript that does the rest. */
import { runTypeScript } from './run-typescript.mjs';

runTypeScript('pad/pad.ts', { dev: true, codeWhenKilled: 1 });
