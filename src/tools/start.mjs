/** `npm start`: installs what is needed, then hands over to the TypeScript that does the rest. */
import { runTypeScript } from './run-typescript.mjs';

runTypeScript('start.ts', { dev: false, codeWhenKilled: 0 });
