/** The web server's configuration says of each file what securityHeaders says. */
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../../../../src/serving/headers';
import { apacheConf } from '../../../../src/tools/package/apache-conf';

const FILES = ['index.html', 'sw.js', 'workers/match-worker-abc12345.js', 'workers/vision-worker-abc12345.js'];

describe('apacheConf', () => {
  it('sends every header with every answer, errors included', () => {
    const lines = apacheConf(FILES).split('\n');
    for (const [name, value] of Object.entries(securityHeaders('/'))) expect(lines).toContain(`Header always set ${name} "${value}"`);
  });

  it('excepts just the paths whose headers differ', () => {
    const conf = apacheConf(FILES);
    expect([...conf.matchAll(/<Location "(.+)">/g)].map(([, path]) => path)).toEqual(['/workers/vision-worker-abc12345.js']);
    const block = /<Location "[^"]+">\n([\s\S]*?)\n<\/Location>/.exec(conf)![1];
    const policy = securityHeaders('/workers/vision-worker-abc12345.js')['Content-Security-Policy']!;
    expect(block).toBe(`  Header always set Content-Security-Policy "${policy}"`);
    expect(policy).toContain("'unsafe-eval'");
    expect(apacheConf(['index.html'])).not.toContain("'unsafe-eval'");
  });
});
