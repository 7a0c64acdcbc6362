/** In Diagnostics: the camera, as the page sees it and as the device does. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { localized, msg } from '@lit/localize';
import type { CameraFinding } from '../../decision/camera-check';
import type { CameraReport, ReportFinding } from '../../decision/camera-report';
import { checkedText, findingWords } from '../camera-words';
import { toneIcon } from '../icons';
import { sectionStyles } from '../section-styles';
import { shared } from '../tokens';
import { reportFinding, reportNoticeStyles } from './report-notice';

@localized()
@customElement('lintel-camera-check')
export class LintelCameraCheck extends LitElement {
  static override readonly styles = [shared, sectionStyles, reportNoticeStyles, css`
    ul {
      display: grid;
      gap: 12px;
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: 24px minmax(0, 1fr);
      gap: 12px;
    }

    .problem svg {
      color: var(--bad);
    }

    .warning svg {
      color: var(--doubt);
    }

    .ok svg {
      color: var(--good);
    }

    .fix {
      font-weight: 650;
    }
  `];

  @property({ attribute: false }) findings: readonly CameraFinding[] = [];
  /** Null where the device keeps none. */
  @property({ attribute: false }) report: CameraReport | null = null;

  override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Camera check')}</h2>
      <ul>
        ${this.findings.map((finding) => own(finding))} ${this.report?.findings.map(ofDevice) ?? nothing}
      </ul>
      ${this.report === null ? nothing : html`<p class="small muted">${checkedText(this.report.checkedAtMs)}</p>`}
    </section>`;
  }
}

function own(finding: CameraFinding): TemplateResult {
  const { sentence, fix } = findingWords(finding);
  const words = html`<div>
    <p>${sentence}</p>
    ${fix === '' ? nothing : html`<p class="fix">${fix}</p>`}
  </div>`;
  return line(levelOf(finding), words);
}

function ofDevice(finding: ReportFinding): TemplateResult {
  return line(finding.level, reportFinding(finding));
}

function line(level: ReportFinding['level'], words: TemplateResult): TemplateResult {
  return html`<li class=${level}>${toneIcon(level === 'ok' ? 'done' : level === 'warning' ? 'problem' : 'no-match')}${words}</li>`;
}

function levelOf({ kind }: CameraFinding): ReportFinding['level'] {
  if (kind === 'good' || kind === 'not-used-yet' || kind === 'not-asked-yet' || kind === 'other-size') return 'ok';
  return kind === 'slow' || kind === 'too-dark' ? 'warning' : 'problem';
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-camera-check': LintelCameraCheck;
  }
}
