/** What importing and exporting the predecessor's database would do, before it is done. */
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ImportPlan } from '../../migration/transfer';
import { formatNumber } from '../format';
import { plural } from '../plural';
import { send } from '../send';
import { countPeople } from '../strings';
import type { DialogView } from '../view';

export const transferDialogStyles = css`
  .entries {
    display: grid;
    gap: 4px;
    max-block-size: 30dvh;
    overflow: auto;
    list-style: none;
  }

  .entries + p {
    margin-block-start: 8px;
  }
`;

type Of<K extends DialogView['kind']> = Extract<DialogView, { kind: K }>;

/** Names that are listed; of the others it is said how many they are. */
const MOST_NAMES = 200;

/** Who would come, who is there already, and what is refused. `dismiss` closes the dialog. */
export function importDialog(host: EventTarget, { file, plan }: Of<'import'>, dismiss: (event: Event) => void): TemplateResult {
  const { added, known, refused } = plan;
  const isEmpty = added.length === 0 && known.length === 0;
  return html`<h2 id="title">${msg(html`Import <bdi>${file}</bdi>?`)}</h2>
    ${nameGroup(plural(added.length, msg('1 person would be added|# people would be added')), msg('Added'), added.map(({ name }) => html`<bdi>${name}</bdi>`))}
    ${nameGroup(plural(known.length, msg('1 person is enrolled already|# people are enrolled already')), msg('Enrolled already'), known.map(knownText))}
    ${nameGroup(plural(refused.length, msg('1 entry cannot be used|# entries cannot be used')), msg('Refused'), refused.map(refusedText))}
    ${isEmpty
      ? html`<p>${msg('There is nobody to import.')}</p>`
      : html`<p>
          ${msg('These templates come from the predecessor’s way of preparing faces, which errs more. They are kept as legacy templates and are compared in that way alone, and only with mobilefacenet-128, until each person enrols properly.')}
        </p>`}
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>${isEmpty ? msg('Close') : msg('Cancel')}</button>
      ${importButtons(host, plan)}
    </div>`;
}

function importButtons(host: EventTarget, { added, known }: ImportPlan): TemplateResult {
  const start = (replacesKnown: boolean) => () => send(host, { kind: 'confirm-import', replacesKnown });
  return html`${known.length === 0
      ? nothing
      : html`<button type="button" class="danger" @click=${start(true)}>
          ${added.length === 0 ? msg(str`Replace ${formatNumber(known.length)}`) : msg(str`Add ${formatNumber(added.length)} and replace ${formatNumber(known.length)}`)}
        </button>`}
    ${added.length === 0 ? nothing : html`<button type="button" class="primary" @click=${start(false)}>${msg(str`Add ${formatNumber(added.length)}`)}</button>`}`;
}

function knownText({ incoming, existing }: ImportPlan['known'][number]): TemplateResult {
  return incoming.name === existing.name ? html`<bdi>${existing.name}</bdi>` : html`${msg(html`<bdi>${incoming.name}</bdi>, as <bdi>${existing.name}</bdi>`)}`;
}

function refusedText({ index, name, reason }: ImportPlan['refused'][number]): TemplateResult {
  const entry = name === null ? msg(str`Entry ${index + 1}`) : msg(html`Entry ${index + 1}, <bdi>${name}</bdi>`);
  return html`${entry}: ${finding(reason)}`;
}

/** What was found in a file, for whoever knows the format: it is in English in every language. */
export function finding(text: string): TemplateResult {
  return html`<span lang="en" dir="ltr">${text}</span>`;
}

/** Names under a heading that says how many they are; nothing where there are none. */
export function nameGroup(heading: string, label: string, entries: readonly TemplateResult[]): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const others = entries.length - MOST_NAMES;
  return html`<div>
    <p>${heading}</p>
    <ul class="entries" aria-label=${label} tabindex="0">
      ${entries.slice(0, MOST_NAMES).map((entry) => html`<li>${entry}</li>`)}
      ${others > 0 ? html`<li>${plural(others, msg('and 1 more|and # more'))}</li>` : nothing}
    </ul>
  </div>`;
}

/** What the file holds, whom to keep it from, and what another program needs to use it. */
export function exportDialog(host: EventTarget, plan: Of<'export'>, dismiss: (event: Event) => void): TemplateResult {
  const { people, dimensions, legacy, leftOut } = plan;
  return html`<h2 id="title">${msg('Export faces_db.pkl?')}</h2>
    <p>${msg(str`The file holds the names and templates of ${countPeople(people)}.`)} ${leftOut === 0 ? nothing : leftOutText(leftOut)}</p>
    <p>
      ${msg('It is not encrypted, and it is personal data: whoever has the file can tell these people apart. Keep it where only you can read it, and delete it when it has served.')}
    </p>
    ${dimensions === null ? nothing : html`<p>${networkText(dimensions)}</p>`}
    ${legacy === 0 ? nothing : html`<p>${plural(legacy, msg('1 of them has a template of the predecessor, which is written as it came.|# of them have a template of the predecessor, which is written as it came.'))}</p>`}
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>${msg('Cancel')}</button>
      <button type="button" class="primary" ?disabled=${people === 0} @click=${() => send(host, { kind: 'confirm-dialog' })}>${msg('Download')}</button>
    </div>`;
}

function leftOutText(count: number): string {
  return plural(count, msg('1 person enrolled with another model is left out.|# people enrolled with another model are left out.'));
}

function networkText(dimensions: number): string {
  return dimensions === 128
    ? msg('The templates have 128 numbers, as the predecessor expects. Lintel aligns faces before it embeds them: a program that does not will find them less alike.')
    : msg(str`The templates have ${dimensions} numbers. The predecessor’s own network makes 128, so it cannot use them: another program must use the same network as Lintel, mobilefacenet-512.`);
}
