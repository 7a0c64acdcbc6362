/** Which scripts the page names in its head. */
import { describe, expect, it } from 'vitest';
import { type BuiltScript, scriptsOfFirstScreen } from '../../../src/tools/preload-scripts';

const script = (fileName: string, rest: Partial<BuiltScript> = {}): [string, BuiltScript] => [fileName, { type: 'chunk', fileName, ...rest }];
const isSoon = (moduleId: string): boolean => !moduleId.endsWith('/late.ts');

describe('scriptsOfFirstScreen', () => {
  it('are those that the entry imports soon, with what they import, each once', () => {
    const bundle = Object.fromEntries([
      script('shared.js', { imports: ['own.js', 'deep.js'] }),
      script('deep.js', { imports: ['shared.js'] }),
      script('own.js'),
      script('app.js', { facadeModuleId: '/src/app.ts', imports: ['shared.js'], dynamicImports: ['words.js'] }),
      script('page.js', { facadeModuleId: '/src/page.ts', imports: ['shared.js', 'entry.js'] }),
      script('late.js', { facadeModuleId: '/src/late.ts', imports: ['big.js'] }),
      script('big.js'),
      script('words.js'),
      script('entry.js', { isEntry: true, imports: ['own.js'], dynamicImports: ['app.js', 'page.js', 'late.js'] }),
    ]);
    expect(scriptsOfFirstScreen(bundle, isSoon)).toEqual(['app.js', 'shared.js', 'deep.js', 'page.js']);
  });

  it('are none where nothing was built', () => {
    expect(scriptsOfFirstScreen({}, isSoon)).toEqual([]);
  });
});
