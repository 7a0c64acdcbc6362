/** The headers of every response, the same in development, preview and anything shipped. */

/** Where the vision worker's script is served: as vite.config.ts names it when built, from its source in development. */
const VISION_WORKER_PATH = /^(\/workers\/vision-worker-[\w-]+\.js|\/src\/inference\/worker\/vision-worker\.ts)$/;

/**
 * The page may talk to its own origin and nobody else; WASM may be compiled, nothing may be evaluated.
 * [Note: unsafe-eval] OpenCV.js builds its bindings with `new Function`, so the vision worker's own response, and it
 * alone, allows evaluation. A worker has the policy of its own response, not the page's.
 *
 * Everywhere else text becomes script or markup only by a policy named here: Lit's for its templates and the page's for
 * the addresses of its workers (see own-script.ts). The vision worker cannot be asked for that: `new Function` would need
 * a policy that lets any text through, which is none. It has no document to write markup into.
 */
function contentSecurityPolicy(isVisionWorker: boolean): string {
  const evaluation = isVisionWorker ? "'wasm-unsafe-eval' 'unsafe-eval'" : "'wasm-unsafe-eval'";
  return [
    "default-src 'none'",
    `script-src 'self' ${evaluation}`,
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    ...(isVisionWorker ? ["trusted-types 'none'"] : ["require-trusted-types-for 'script'", 'trusted-types lit-html lintel']),
  ].join('; ');
}

/**
 * The security headers of the response for `path` (a URL path without its query).
 * COOP and COEP make the page cross-origin isolated, without which WASM gets one thread.
 */
export function securityHeaders(path: string): Readonly<Record<string, string>> {
  return {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), display-capture=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': contentSecurityPolicy(VISION_WORKER_PATH.test(path)),
  };
}
