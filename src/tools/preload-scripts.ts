/** Has the page fetch all scripts of its first screen at once, where each would else be known of only when another runs. */
import type { Plugin } from 'vite';

/** A script of the build, as far as it is needed here; file names as in the build. */
export interface BuiltScript {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  /** The module that the script was made for. */
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/**
 * What the page's entry imports dynamically, and what that imports in turn. `isSoon` says of a module that the entry
 * imports whether the first screen needs it. What the entry itself needs to run is named by Vite.
 */
export function scriptsOfFirstScreen(bundle: Readonly<Record<string, BuiltScript>>, isSoon: (moduleId: string) => boolean): string[] {
  const entry = Object.values(bundle).find((script) => script.type === 'chunk' && script.isEntry === true);
  if (entry === undefined) return [];
  const soon = (entry.dynamicImports ?? []).filter((file) => isSoon(bundle[file]?.facadeModuleId ?? ''));
  const wanted = new Set<string>();
  const want = (file: string): void => {
    if (wanted.has(file)) return;
    wanted.add(file);
    bundle[file]?.imports?.forEach(want);
  };
  soon.forEach(want);
  return [...wanted].filter((file) => file !== entry.fileName && entry.imports?.includes(file) !== true);
}

/** Names these scripts in the head of the built page. */
export function preloadScripts(isSoon: (moduleId: string) => boolean): Plugin {
  return {
    name: 'lintel-preload-scripts',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) =>
        scriptsOfFirstScreen(bundle, isSoon).map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          injectTo: 'head' as const,
        })),
    },
  };
}
