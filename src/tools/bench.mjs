/** `npm run bench`: installs what is needed, then hands over to the TypeScript that does the rest. */
import { runTypeScript } from './run-typescript.mjs';

runTypeScript('bench/bench.ts', { dev: true, codeWhenKilled: 1 });
