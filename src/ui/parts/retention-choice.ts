/** In Settings: how long people are kept. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { KEEPING_DAYS, type KeepingDays } from '../../decision/retention';
import type { Settings } from '../../decision/settings';
import { keepingDaysText } from '../rights-words';
import { send } from '../send';

const CHOICES: readonly (KeepingDays | null)[] = [null, ...KEEPING_DAYS];

export function retentionChoice(host: EventTarget, { expiresAfterDays, unseenDays }: Settings): TemplateResult {
  const choice = (label: string, chosen: KeepingDays | null, changeOf: (days: KeepingDays | null) => Partial<Settings>): TemplateResult => html`<label>
    ${label}
    <select
      @change=${(event: Event) => {
        const days = CHOICES[(event.target as HTMLSelectElement).selectedIndex] ?? null;
        send(host, { kind: 'change-settings', change: changeOf(days) });
      }}
    >
      ${CHOICES.map((days) => html`<option .selected=${days === chosen}>${keepingDaysText(days)}</option>`)}
    </select>
  </label>`;
  return html`<div class="choices">
      ${choice(msg('New people expire'), expiresAfterDays, (days) => ({ expiresAfterDays: days }))}
      ${choice(msg('Delete people who are not seen'), unseenDays, (days) => ({ unseenDays: days }))}
    </div>
    <p class="small muted">
      ${msg('Whoever expires is not recognised from that moment. People are deleted for either reason only after People has announced it for a day in which they can be kept. “Not seen” counts from today at the earliest.')}
    </p>`;
}
