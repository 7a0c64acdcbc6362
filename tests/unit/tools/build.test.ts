/** The production build is made once for the same sources. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runNode, typescript } from '../../support/command';
import { smallProject } from '../../support/small-project';

/** Builds, builds again, and once more after each change; says each time whether it had to. */
const SCRIPT = `
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { ensureBuild } from './src/tools/build';
const built = { first: await ensureBuild(), again: await ensureBuild() };
writeFileSync('src/main.js', 'document.title = "second";');
built.afterSource = await ensureBuild();
writeFileSync('public/models/other.txt', 'other');
built.afterPublic = await ensureBuild();
renameSync('public/models/other.txt', 'public/models/others.txt');
built.afterRename = await ensureBuild();
writeFileSync('vite.config.ts', 'export default { build: { outDir: "dist" } };');
built.afterConfiguration = await ensureBuild();
writeFileSync('README.md', 'not built');
built.afterOther = await ensureBuild();
rmSync('dist', { recursive: true });
built.afterLoss = await ensureBuild();
writeFileSync('src/main.js', 'this is no JavaScript');
const failure = () => 'fails';
built.broken = await ensureBuild().catch(failure);
built.stillBroken = await ensureBuild().catch(failure);
console.log(JSON.stringify(built));
`;

describe('ensureBuild', () => {
  it('builds when something that goes into the build has changed, and takes no failed build for one', async () => {
    const { root } = smallProject();
    writeFileSync(join(root, 'build-again.ts'), SCRIPT);
    const command = runNode(root, typescript('build-again.ts'));
    expect([await command.ended, command.said()]).toMatchObject([0, expect.anything()]);
    expect(JSON.parse(command.said().trimEnd().split('\n').at(-1)!)).toEqual({
      first: true,
      again: false,
      afterSource: true,
      afterPublic: true,
      afterRename: true,
      afterConfiguration: true,
      afterOther: false,
      afterLoss: true,
      broken: 'fails',
      stillBroken: 'fails',
    });
    expect(existsSync(join(root, 'dist/models/others.txt'))).toBe(true);
  });
});
