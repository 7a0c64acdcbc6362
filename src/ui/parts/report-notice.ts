/** Under a fault of the camera: what the device itself knows of it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { type CameraReport, findingsAbout, type ReportFinding } from '../../decision/camera-report';
import type { FaultRecord } from '../../core/fault';

export const reportNoticeStyles = css`
  .report {
    display: grid;
    gap: 4px;
    text-align: start;
  }

  .report .fix {
    font-weight: 650;
    overflow-wrap: anywhere;
  }
`;

/** Nothing where the device keeps no report, or the report has nothing to say of this. */
export function reportNotice(report: CameraReport | null, { code }: FaultRecord): TemplateResult | typeof nothing {
  const findings = findingsAbout(report, code);
  return findings.length === 0 ? nothing : html`${findings.map(reportFinding)}`;
}

/** A finding as the device wrote it, which is in English. */
export function reportFinding({ sentence, fix }: ReportFinding): TemplateResult {
  return html`<div class="report" lang="en" dir="ltr">
    <p>${sentence}</p>
    ${fix === '' ? nothing : html`<p class="fix">→ ${fix}</p>`}
  </div>`;
}
