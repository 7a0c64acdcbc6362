/** In Settings: the kiosk. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { localized, msg, str } from '@lit/localize';
import { SETTING_LIMITS, type Settings } from '../../decision/settings';
import { formatTime } from '../format';
import { fieldStyles, sectionStyles } from '../section-styles';
import { send } from '../send';
import { shared } from '../tokens';

type Hour = 'nightFromHour' | 'nightToHour';

@localized()
@customElement('lintel-kiosk-settings')
export class LintelKioskSettings extends LitElement {
  static override readonly styles = [shared, sectionStyles, fieldStyles];

  @property({ attribute: false }) settings!: Settings;

  override render(): TemplateResult {
    const { letsScreenSleep } = this.settings;
    return html`<section aria-labelledby="title">
      <h2 id="title">${msg('Kiosk')}</h2>
      <p>${msg('For a screen beside a door: Lintel fills the window, verifies whoever comes by itself, and leads back here by the lock in the corner.')}</p>
      <div class="choices">
        ${this.#hour('nightFromHour', msg('Night from'))} ${this.#hour('nightToHour', msg('Night until'))}
      </div>
      <p class="small muted">${this.#nightText()}</p>
      <label class="check">
        <input
          type="checkbox"
          .checked=${letsScreenSleep}
          aria-describedby="sleep-help"
          @change=${(event: Event) => this.#change({ letsScreenSleep: (event.target as HTMLInputElement).checked })}
        />
        ${msg('Let the screen go off while nobody is there')}
      </label>
      <p id="sleep-help" class="small muted">
        ${msg('When it goes off is set on the desktop. A screen that is off may need a touch to come back; one that is only dimmed comes back with a face.')}
      </p>
      <p><button type="button" @click=${() => send(this, { kind: 'go', to: 'kiosk' })}>${msg('Open the kiosk')}</button></p>
    </section>`;
  }

  #hour(key: Hour, label: string): TemplateResult {
    const { min, max } = SETTING_LIMITS[key];
    const hours = Array.from({ length: max - min + 1 }, (_, index) => min + index);
    return html`<label>
      ${label}
      <select @change=${(event: Event) => this.#change({ [key]: Number((event.target as HTMLSelectElement).value) })}>
        ${hours.map((hour) => html`<option value=${hour} .selected=${hour === this.settings[key]}>${hourText(hour)}</option>`)}
      </select>
    </label>`;
  }

  #nightText(): string {
    const { nightFromHour, nightToHour } = this.settings;
    if (nightFromHour === nightToHour) return msg('There is no night: the kiosk is as bright as by day.');
    return msg(str`From ${hourText(nightFromHour)} to ${hourText(nightToHour)} the kiosk is dark and dim. Choose the same hour twice for no night.`);
  }

  #change(change: Partial<Settings>): void {
    send(this, { kind: 'change-settings', change });
  }
}

/** A whole hour as clocks show it here. */
function hourText(hour: number): string {
  return formatTime(new Date(2000, 0, 1, hour).getTime());
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-kiosk-settings': LintelKioskSettings;
  }
}
