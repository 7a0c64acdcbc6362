/** How Lintel is built and served. */
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { securityHeaders } from './src/serving/headers.ts';
import { billPlugins } from './src/tools/sbom/plugin.ts';
import { splitOpenCv } from './src/tools/split-opencv.ts';
import { wasmDigests } from './src/tools/wasm-digests.ts';

const root = import.meta.dirname;
const MiB = 1024 * 1024;

/** Sends the same security headers from the development server and from the preview server. */
function securityHeadersPlugin(): Plugin {
  type Middlewares = Parameters<Extract<Plugin['configureServer'], (...args: never) => unknown>>[0]['middlewares'];
  const send = (middlewares: Middlewares): void => {
    middlewares.use((request, response, next) => {
      const path = (request.url ?? '/').split('?', 1)[0]!;
      for (const [name, value] of Object.entries(securityHeaders(path))) response.setHeader(name, value);
      next();
    });
  };
  return {
    name: 'lintel-security-headers',
    configureServer: ({ middlewares }) => send(middlewares),
    configurePreviewServer: ({ middlewares }) => send(middlewares),
  };
}

/**
 * Gives the vision worker `lintel:opencv` and `lintel:opencv.wasm`, made from the installed package, and by what it knows
 * its WASM again.
 */
function wasmPlugin(): Plugin {
  const { scriptFile, wasmFile } = splitOpenCv(join(root, '.cache/lintel/opencv'));
  return {
    name: 'lintel-wasm',
    enforce: 'pre',
    resolveId: (id) => {
      if (id === 'lintel:opencv') return scriptFile;
      if (id === 'lintel:opencv.wasm?url') return `${wasmFile}?url`;
      return id === 'lintel:wasm-digests' ? `\0${id}` : undefined;
    },
    load: (id) => (id === '\0lintel:wasm-digests' ? wasmDigests(wasmFile) : undefined),
  };
}

const bill = billPlugins();

export default defineConfig({
  root,
  // There is one page, and its destinations stand behind the #: a path that is not there is an error, not the page.
  appType: 'mpa',
  publicDir: process.env.LINTEL_PUBLIC_DIR ?? 'public',
  plugins: [
    securityHeadersPlugin(),
    wasmPlugin(),
    bill.page,
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      includeAssets: [],
      manifest: {
        id: '/',
        name: 'Lintel',
        short_name: 'Lintel',
        description: 'Face recognition that never leaves this device.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        orientation: 'any',
        background_color: '#191815',
        theme_color: '#191815',
        categories: ['utilities', 'security'],
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        screenshots: [
          { src: '/icons/screenshot-wide.png', sizes: '1280x720', type: 'image/png', form_factor: 'wide', label: 'Verify' },
          { src: '/icons/screenshot-touch.png', sizes: '800x480', type: 'image/png', form_factor: 'wide', label: 'Verify on a touch display' },
          { src: '/icons/screenshot-narrow.png', sizes: '480x800', type: 'image/png', form_factor: 'narrow', label: 'Verify in portrait' },
        ],
      },
      workbox: {
        // [Note: offline] Everything the app needs, models and WASM included, is precached on the first visit.
        globPatterns: ['**/*.{html,css,js,mjs,wasm,onnx,xml,json,svg,png,ico}'],
        globIgnores: ['icons/screenshot-*.png'],
        // The default of 2 MiB would leave models and WASM out with a warning only.
        maximumFileSizeToCacheInBytes: 32 * MiB,
        navigateFallback: '/index.html',
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        sourcemap: false,
        // In a file of its own it would be loaded by `importScripts`, which takes no plain address where trusted types are demanded.
        inlineWorkboxRuntime: true,
      },
    }),
  ],
  worker: {
    format: 'es',
    plugins: () => [wasmPlugin(), bill.worker],
    rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } },
  },
  // ONNX Runtime with its thread script apart: threads load 24 KB instead of the whole vision worker.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production'] },
  build: {
    outDir: process.env.LINTEL_OUT_DIR ?? 'dist',
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1024,
  },
  // The files served are public and the same for everybody: there is nothing that a rebound host name could reach.
  preview: { allowedHosts: true },
});
