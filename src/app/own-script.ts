/** The only scripts that the page may start by their address: its workers and its service worker. */
import type { TrustedScriptURL, TrustedTypePolicyFactory } from 'trusted-types/lib';

/** As vite.config.ts names them when built, and from their source in development. */
const OWN_SCRIPT =
  /^\/(sw\.js|workers\/(vision|match)-worker-[\w-]+\.js|src\/inference\/worker\/(vision|match)-worker\.ts\?worker_file&type=module)$/;

// [Note: trusted types] The headers of every response demand that scripts and markup come from a policy, and name the two
// that may exist: this one and Lit's own, for its templates.
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
const policy = trustedTypes?.createPolicy('lintel', { createScriptURL: checkedUrl });

/**
 * The address as one that `new Worker` takes; itself in a browser that does not know trusted types.
 * @throws TypeError when it is none of Lintel's own scripts.
 */
export function ownScript(url: string): TrustedScriptURL | string {
  return policy?.createScriptURL(url) ?? checkedUrl(url);
}

/** @throws TypeError when it is none of Lintel's own scripts. */
export function checkedUrl(url: string): string {
  if (!OWN_SCRIPT.test(url)) throw new TypeError('This is none of Lintel’s own scripts.');
  return url;
}
