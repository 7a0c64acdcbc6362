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

  it('gives the report of the cameras to pages of this device alone, and lets nobody keep it', () => {
    const block = /<Files "report.json">\n([\s\S]*?)<\/Files>/.exec(apacheConf(FILES))![1]!;
    const host = /HTTP_HOST\} =~ m#(.+)#"/.exec(block)![1]!;
    for (const own of ['localhost', 'localhost:8484', '127.0.0.1:8484']) expect(own).toMatch(new RegExp(host));
    for (const other of ['attacker.example', 'localhost.attacker.example:8484', '127a0b0c1', 'xlocalhost']) expect(other).not.toMatch(new RegExp(host));
    expect(block).toContain('Header set Cache-Control "no-store"');
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
