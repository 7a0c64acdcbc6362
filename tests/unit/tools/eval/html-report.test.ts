/** The page: everything is in it, nothing is fetched, and names stay text. */
import { describe, expect, it } from 'vitest';
import { ScoreHistogram } from '../../../../src/decision/score-histogram';
import { escapeHtml, htmlReportOf } from '../../../../src/tools/eval/html-report';
import { madeUpReport } from './made-up-report';

const { report, comparison } = madeUpReport();
const HTML = htmlReportOf(report, comparison, null);

describe('htmlReportOf', () => {
  it('refers to nothing outside itself and runs nothing', () => {
    expect(HTML).not.toMatch(/https?:|\bsrc=|\bhref=|url\(|@import|<script|<link/);
  });

  it('escapes names of folders and files', () => {
    expect(HTML).toContain('Lintel on photos &lt;of&gt; &quot;friends&quot;');
    expect(HTML).toContain('D&lt;b&gt;&amp;/D&lt;b&gt;&amp;_1.jpg');
    expect(HTML).not.toContain('<b>');
  });

  it('has three plots with a question, a curve and axes with units each', () => {
    const figures = HTML.split('<figure>').slice(1);
    expect(figures).toHaveLength(3);
    for (const figure of figures) {
      expect(figure).toMatch(/^<h2>[^<]+\?<\/h2>/);
      expect(figure).toMatch(/<svg [^>]*role="img" aria-label="[^"]+"/);
      expect(figure).toMatch(/<path class="[^"]+" d="M[^"]+"/);
      expect(figure).toMatch(/text-anchor="middle">[^<]*(FAR|Score \(cosine\))/);
    }
    expect(HTML).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('lists failures and the worst pairs of both kinds by file name', () => {
    expect(HTML).toContain('<td>Ben/Ben_3.jpg</td><td>no face found</td>');
    expect(HTML).toMatch(/least alike\?<\/h2>[\s\S]*<td>Ada\/Ada_1\.jpg<\/td><td>Ada\/Ada_3\.jpg<\/td>/);
    expect(HTML).toMatch(/most alike\?<\/h2>[\s\S]*<td>Ada\/Ada_3\.jpg<\/td><td>Ben\/Ben_1\.jpg<\/td>/);
  });

  it('has a legend and two curves where there are two comparisons', () => {
    const both = htmlReportOf({ ...report, protocol: 'pairs of a file' }, comparison, comparison);
    expect(both.match(/class="curve curve-1"/g)).toHaveLength(2);
    expect(both).toContain('</span>pairs of a file');
    expect(HTML).not.toContain('class="curve curve-1"');
  });

  it('survives an evaluation without pairs of one person', () => {
    const without = { ...comparison, genuine: new ScoreHistogram() };
    expect(htmlReportOf(report, without, null)).toContain('<svg');
  });
});

describe('escapeHtml', () => {
  it('leaves nothing that means something in HTML', () => {
    expect(escapeHtml(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });
});
