/** `npm run eval`: installs what is needed, then hands over to the TypeScript that does the rest. */
import { runTypeScript } from './run-typescript.mjs';

runTypeScript('eval/eval.ts', { dev: true, codeWhenKilled: 1 });
