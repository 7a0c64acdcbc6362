/** The one status of the app: the verdict, large, or what was just done. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { toneIcon } from '../icons';
import { aroundName } from '../named';
import type { StatusText } from '../strings';

export const statusStyles = css`
  .status-line {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    min-inline-size: 0;
  }

  .status-line svg {
    flex: none;
    inline-size: 40px;
    block-size: 40px;
  }

  .status-line[data-tone='match'],
  .status-line[data-tone='done'] {
    color: var(--good);
  }

  .status-line[data-tone='spoof'],
  .status-line[data-tone='no-match'] {
    color: var(--bad);
  }

  .status-line[data-tone='problem'] {
    color: var(--doubt);
  }

  [role='status'] {
    min-inline-size: 0;
    font-size: 1.25rem;
    font-weight: 650;
    line-height: 1.2;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }

  [data-tone='match'] .lead,
  [data-tone='no-match'] .lead {
    font-size: 1.75rem;
  }

  [role='status'] bdi {
    font-size: 3rem;
    line-height: 1.1;
  }

  /* Nobody is named: the name is one of the facts. */
  [data-tone='spoof'] [role='status'] bdi,
  [data-tone='problem'] [role='status'] bdi {
    font-size: inherit;
  }

  [role='status'][data-length='long'] bdi {
    font-size: 2rem;
  }

  [role='status'][data-length='very-long'] bdi {
    font-size: 1.375rem;
  }

  .slim svg {
    inline-size: 24px;
    block-size: 24px;
  }

  .slim [role='status'],
  .slim [role='status'] bdi {
    font-size: 1rem !important;
  }
`;

/** Exactly one of these is in the document at any time: its text is the contract for people and tests. */
export function status({ tone, text, name }: StatusText, isSlim: boolean): TemplateResult {
  const around = aroundName(text);
  const length = name.length > 28 ? 'very-long' : name.length > 12 ? 'long' : 'short';
  return html`<div class="status-line ${isSlim ? 'slim' : ''}" data-tone=${tone}>
    ${toneIcon(tone)}
    <div role="status" data-length=${length}><span class="lead">${around?.[0] ?? text}</span>${around === null ? nothing : html`<bdi>${name}</bdi>${around[1]}`}</div>
  </div>`;
}
