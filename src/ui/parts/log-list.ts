/** Entries of the log, newest first, so many at a time. */
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { LogEntry } from '../../decision/log-entry';
import { kindOf } from '../../decision/log-entry';
import { detailsOf, kindText } from '../log-words';
import { formatCount } from '../safety-words';
import { formatDate } from '../format';

export const logListStyles = css`
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: hidden;
  }

  ol li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 16px;
    padding: 10px 16px;
  }

  ol li + li {
    border-block-start: 1px solid var(--line);
  }

  ol .what {
    overflow-wrap: anywhere;
  }

  ol .kind {
    font-weight: 650;
  }

  ol .when {
    text-align: end;
    white-space: nowrap;
  }

  ol .details {
    grid-column: 1 / -1;
  }

  .match .kind {
    color: var(--good);
  }

  .no-match .kind,
  .spoof-suspected .kind,
  .log-broken .kind,
  .pin-wrong .kind,
  .passphrase-wrong .kind {
    color: var(--bad);
  }

  .unsure .kind {
    color: var(--doubt);
  }

  @media (max-width: 480px) {
    ol li {
      grid-template-columns: minmax(0, 1fr);
    }

    ol .when {
      text-align: start;
    }
  }
`;

/** `more` shows older ones; null when all are there. */
export function logList(entries: readonly LogEntry[], nameOf: (personId: string) => string, more: (() => void) | null): TemplateResult {
  return html`<ol aria-label=${msg('Entries, newest first')}>
      ${entries.map((entry) => item(entry, nameOf))}
    </ol>
    ${more === null ? nothing : html`<button type="button" class="more" @click=${more}>${msg('Show older entries')}</button>`}`;
}

function item(entry: LogEntry, nameOf: (personId: string) => string): TemplateResult {
  const { atMs, personId, seq } = entry;
  const kind = kindOf(entry);
  const details = detailsOf(entry);
  return html`<li class=${kind}>
    <span class="what"><span class="kind">${kindText(kind)}</span>${personId === null ? nothing : person(entry, nameOf(personId))}</span>
    <span class="when small muted numbers">
      <time datetime=${new Date(atMs).toISOString()}>${formatDate(atMs)}</time>
      <span>#${formatCount(seq)}</span>
    </span>
    ${details.length === 0 ? nothing : html`<span class="details small muted numbers">${details.join(' · ')}</span>`}
  </li>`;
}

/** Somebody who was not recognised is only the closest. */
function person(entry: LogEntry, name: string): TemplateResult {
  const isClosest = entry.kind === 'attempt' && entry.outcome !== 'match';
  return isClosest ? html` <span class="muted">${msg('closest:')}</span> <bdi>${name}</bdi>` : html` <bdi>${name}</bdi>`;
}
