/** What running another recognition network would mean, before it is done. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { listParts } from '../format';
import { plural } from '../plural';
import { send } from '../send';
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
  return html`<h2 id="title">${msg(str`Switch to ${to.id}?`)}</h2>
    ${stranded.length === 0
      ? html`<p>${msg('Nobody is stranded: everybody who is enrolled can be recognised by it.')}</p>`
      : html`<p>${strandedText(stranded)}</p>`}
    ${regained.length === 0 ? nothing : html`<p>${msg(html`${nameList(regained)} can be recognised again.`)}</p>`}
    <p class="small muted">${msg('Every template is kept: switching back loses nothing. Loading the network takes a few seconds.')}</p>
    ${isThresholdByHand
      ? html`<p class="small muted">
          ${msg('Your threshold was set by hand and stays as it is, but strangers reach other scores with another network. A preset follows the network by itself.')}
        </p>`
      : nothing}
    <div class="buttons">
      <button type="button" autofocus @click=${dismiss}>${msg('Cancel')}</button>
      <button type="button" class=${stranded.length === 0 ? 'primary' : ''} @click=${switchTo(false)}>${msg('Switch')}</button>
      ${stranded.length === 0
        ? nothing
        : html`<button type="button" class="primary" @click=${switchTo(true)}>${msg('Switch and enrol again')}</button>`}
    </div>`;
}

function strandedText(names: readonly string[]): string | TemplateResult {
  return names.length === 1
    ? msg(html`${nameList(names)} has no template of it, and cannot be recognised before enrolling again.`)
    : msg(html`${nameList(names)} have no template of it, and cannot be recognised before enrolling again.`);
}

/** Each name apart from the text around it: it may run in another direction. */
function nameList(names: readonly string[]): TemplateResult {
  const others = names.length - MOST_NAMES;
  const more = others > 0 ? [plural(others, msg('1 person more|# people more'))] : [];
  const parts = listParts([...names.slice(0, MOST_NAMES), ...more]);
  return html`${parts.map(({ type, value }) => (type === 'element' ? html`<bdi>${value}</bdi>` : value))}`;
}
