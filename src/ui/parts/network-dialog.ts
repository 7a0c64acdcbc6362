/** What running another recognition network would mean, before it is done. */
import { html, nothing, type TemplateResult } from 'lit';
import { send } from '../send';
import { countPeople } from '../strings';
import type { DialogView } from '../view';

/** Names that are listed; of the others it is said how many they are. */
const MOST_NAMES = 5;

/** `dismiss` closes the dialog. */
export function networkDialog(
  host: EventTarget,
  { to, stranded, regained, isThresholdByHand }: Extract<DialogView, { kind: 'switch-network' }>,
  dismiss: (event: Event) => void,
): TemplateResult {
  const switchTo = (enrolsAgain: boolean) => () => send(host, { kind: 'switch-network', enrolsAgain });
  return html`<h2 id="title">Switch to ${to.id}?</h2>
    ${stranded.length === 0
      ? html`<p>Nobody is stranded: everybody who is enrolled can be recognised by it.</p>`
      : html`<p>${nameList(stranded)} ${stranded.length === 1 ? 'has' : 'have'} no template of it, and cannot be recognised before enrolling again.</p>`}
    ${regained.length === 0 ? nothing : html`<p>${nameList(regained)} can be recognised again.</p>`}
    <p class="small muted">Every template is kept: switching back loses nothing. Loading the network takes a few seconds.</p>
    ${isThresholdByHand
      ? html`<p class="small muted">
          Your threshold was set by hand and stays as it is, but strangers reach other scores with another network. A preset
          follows the network by itself.
        </p>`
      : nothing}
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>Cancel</button>
      <button type="button" class=${stranded.length === 0 ? 'primary' : ''} @click=${switchTo(false)}>Switch</button>
      ${stranded.length === 0
        ? nothing
        : html`<button type="button" class="primary" @click=${switchTo(true)}>Switch and enrol again</button>`}
    </div>`;
}

/** Each name apart from the text around it: it may run in another direction. */
function nameList(names: readonly string[]): TemplateResult {
  const others = names.length - MOST_NAMES;
  const listed = names.slice(0, MOST_NAMES).map((name, index) => html`${index === 0 ? nothing : separator(index, names.length)}<bdi>${name}</bdi>`);
  return html`${listed}${others > 0 ? ` and ${countPeople(others)} more` : nothing}`;
}

function separator(index: number, count: number): string {
  return index === count - 1 ? ' and ' : ', ';
}
