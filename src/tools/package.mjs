/** `npm run package`: installs what is needed, then hands over to the TypeScript that does the rest. */
import { runTypeScript } from './run-typescript.mjs';

runTypeScript('package/package.ts', { dev: false, codeWhenKilled: 1 });
