/** What importing and exporting the predecessor's database would do, before it is done. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { ImportPlan } from '../../migration/transfer';
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
  return html`<h2 id="title">Import <bdi>${file}</bdi>?</h2>
    ${nameGroup(`${countPeople(added.length)} would be added`, 'Added', added.map(({ name }) => html`<bdi>${name}</bdi>`))}
    ${nameGroup(`${countPeople(known.length)} ${known.length === 1 ? 'is' : 'are'} enrolled already`, 'Enrolled already', known.map(knownText))}
    ${nameGroup(refused.length === 1 ? '1 entry cannot be used' : `${refused.length} entries cannot be used`, 'Refused', refused.map(refusedText))}
    ${isEmpty
      ? html`<p>There is nobody to import.</p>`
      : html`<p>
          These templates come from the predecessor’s way of preparing faces, which errs more. They are kept as legacy
          templates and are compared in that way alone, and only with mobilefacenet-128, until each person enrols properly.
        </p>`}
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>${isEmpty ? 'Close' : 'Cancel'}</button>
      ${importButtons(host, plan)}
    </div>`;
}

function importButtons(host: EventTarget, { added, known }: ImportPlan): TemplateResult {
  const start = (replacesKnown: boolean) => () => send(host, { kind: 'confirm-import', replacesKnown });
  return html`${known.length === 0
      ? nothing
      : html`<button type="button" class="danger" @click=${start(true)}>
          ${added.length === 0 ? `Replace ${known.length}` : `Add ${added.length} and replace ${known.length}`}
        </button>`}
    ${added.length === 0 ? nothing : html`<button type="button" class="primary" @click=${start(false)}>Add ${added.length}</button>`}`;
}

function knownText({ incoming, existing }: ImportPlan['known'][number]): TemplateResult {
  return incoming.name === existing.name ? html`<bdi>${existing.name}</bdi>` : html`<bdi>${incoming.name}</bdi>, as <bdi>${existing.name}</bdi>`;
}

function refusedText({ index, name, reason }: ImportPlan['refused'][number]): TemplateResult {
  return html`Entry ${index + 1}${name === null ? nothing : html`, <bdi>${name}</bdi>,`} ${reason}.`;
}

/** Names under a heading that says how many they are; nothing where there are none. */
export function nameGroup(heading: string, label: string, entries: readonly TemplateResult[]): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const others = entries.length - MOST_NAMES;
  return html`<div>
    <p>${heading}</p>
    <ul class="entries" aria-label=${label} tabindex="0">
      ${entries.slice(0, MOST_NAMES).map((entry) => html`<li>${entry}</li>`)}
      ${others > 0 ? html`<li>and ${others} more</li>` : nothing}
    </ul>
  </div>`;
}

/** What the file holds, whom to keep it from, and what another program needs to use it. */
export function exportDialog(host: EventTarget, plan: Of<'export'>, dismiss: (event: Event) => void): TemplateResult {
  const { people, dimensions, legacy, leftOut } = plan;
  return html`<h2 id="title">Export faces_db.pkl?</h2>
    <p>The file holds the names and templates of ${countPeople(people)}.${leftOut === 0 ? '' : ` ${leftOutText(leftOut)}`}</p>
    <p>
      It is not encrypted, and it is personal data: whoever has the file can tell these people apart. Keep it where only
      you can read it, and delete it when it has served.
    </p>
    ${dimensions === null ? nothing : html`<p>${networkText(dimensions)}</p>`}
    ${legacy === 0 ? nothing : html`<p>${legacy} of them ${legacy === 1 ? 'has' : 'have'} a template of the predecessor, which is written as it came.</p>`}
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>Cancel</button>
      <button type="button" class="primary" ?disabled=${people === 0} @click=${() => send(host, { kind: 'confirm-dialog' })}>Download</button>
    </div>`;
}

function leftOutText(count: number): string {
  return `${countPeople(count)} enrolled with another model ${count === 1 ? 'is' : 'are'} left out.`;
}

function networkText(dimensions: number): string {
  return dimensions === 128
    ? 'The templates have 128 numbers, as the predecessor expects. Lintel aligns faces before it embeds them: a program that does not will find them less alike.'
    : `The templates have ${dimensions} numbers. The predecessor’s own network makes 128, so it cannot use them: another program must use the same network as Lintel, mobilefacenet-512.`;
}
