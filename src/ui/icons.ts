/** Icons, drawn for Lintel on a grid of 24. Decorative: the words beside them carry the meaning. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { StatusText } from './strings';
import type { Tab } from './view';

const DESTINATION_PATHS: Record<Tab, SVGTemplateResult> = {
  verify: svg`<path d="M3 8V4h5M21 8V4h-5M3 16v4h5M21 16v4h-5"/><path d="m8 12 3 3 5-6"/>`,
  enrol: svg`<circle cx="10" cy="8" r="4"/><path d="M3 20c.8-4 3.600-6 7-6s6.200 2 7 6M19 5v6M16 8h6"/>`,
  people: svg`<circle cx="9" cy="8" r="4"/><path d="M2 20c.8-4 3.600-6 7-6s6.200 2 7 6M16 4.500a4 4 0 0 1 0 7M18 14.500c2.200.8 3.500 2.700 4 5.500"/>`,
  settings: svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="3"/><circle cx="8" cy="17" r="3"/>`,
  diagnostics: svg`<path d="M3 12h4l3-8 4 16 3-8h4"/>`,
};

const TONE_PATHS: Record<StatusText['tone'], SVGTemplateResult | null> = {
  quiet: null,
  match: svg`<circle cx="12" cy="12" r="10"/><path d="m7.500 12.500 3 3 6-7"/>`,
  done: svg`<circle cx="12" cy="12" r="10"/><path d="m7.500 12.500 3 3 6-7"/>`,
  'no-match': svg`<rect x="2.500" y="2.500" width="19" height="19" rx="3"/><path d="m8 8 8 8M16 8l-8 8"/>`,
  spoof: svg`<rect x="4" y="2.500" width="16" height="19" rx="2"/><circle cx="12" cy="9.500" r="3"/><path d="M7.500 17c.600-2.500 2.200-3.500 4.500-3.500s3.900 1 4.500 3.500M2.500 21.500l19-19"/>`,
  problem: svg`<path d="M12 3 2 20.500h20zM12 10v5M12 17.500v.5"/>`,
};

function icon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${paths}
  </svg>`;
}

export function destinationIcon(destination: Tab): TemplateResult {
  return icon(DESTINATION_PATHS[destination]);
}

/** The shape of a verdict, so that it does not depend on colour; nothing for quiet lines. */
export function toneIcon(tone: StatusText['tone']): TemplateResult | null {
  const paths = TONE_PATHS[tone];
  return paths === null ? null : icon(paths);
}
