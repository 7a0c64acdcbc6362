/** What a person may change. Every change is kept at once. */
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  type NumericSetting,
  RESOLUTIONS,
  SETTING_LIMITS,
  type Settings,
  THEMES,
} from '../../decision/settings';
import { THRESHOLD } from '../../decision/thresholds';
import { send } from '../send';
import { formatScore } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';

const PRESETS = [
  { label: 'Lenient', threshold: THRESHOLD.presets.lenient },
  { label: 'Balanced', threshold: THRESHOLD.presets.balanced },
  { label: 'High security', threshold: THRESHOLD.presets.high },
] as const;

const THEME_LABELS: Record<Settings['theme'], string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };

@customElement('lintel-settings')
export class LintelSettings extends LitElement {
  static override readonly styles = [shared, css`
    :host {
      display: grid;
      gap: 24px;
      align-content: start;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 16px;
      align-items: center;
      justify-content: space-between;
    }

    section {
      display: grid;
      gap: 16px;
      padding: 24px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
    }

    .setting {
      display: grid;
      gap: 4px;
    }

    .setting .top {
      display: flex;
      gap: 16px;
      justify-content: space-between;
      font-weight: 650;
    }

    input[type='range'] {
      inline-size: 100%;
      block-size: 48px;
      margin: 0;
      accent-color: var(--accent);
    }

    .presets {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    .presets button[aria-pressed='true'] {
      border-color: var(--accent);
      background: var(--accent);
      color: var(--on-accent);
    }

    .check {
      display: flex;
      gap: 12px;
      align-items: center;
      min-block-size: 48px;
      font-weight: 650;
    }

    input[type='checkbox'] {
      inline-size: 24px;
      block-size: 24px;
      accent-color: var(--accent);
    }

    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
      gap: 16px;
    }

    .choices label {
      display: grid;
      gap: 4px;
      font-weight: 650;
    }

    select {
      inline-size: 100%;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  override render(): TemplateResult {
    return html`<div class="head">
        <h1>Settings</h1>
        <button type="button" @click=${() => send(this, { kind: 'ask-reset-settings' })}>Reset to defaults</button>
      </div>
      ${this.#decision()} ${this.#capture()} ${this.#camera()} ${this.#detection()} ${this.#device()}`;
  }

  #decision(): TemplateResult {
    const { threshold } = this.state.settings;
    return html`<section aria-label="Decision">
      ${this.#slider(
        'threshold',
        'Threshold',
        formatScore(threshold),
        'The score from which a face counts as a match. Higher lets strangers pass more rarely, and refuses people who are enrolled more often.',
      )}
      <div class="presets" role="group" aria-label="Presets">
        ${PRESETS.map(
          (preset) =>
            html`<button
              type="button"
              aria-pressed=${preset.threshold === threshold ? 'true' : 'false'}
              @click=${() => this.#change({ threshold: preset.threshold })}
            >
              ${preset.label}
            </button>`,
        )}
      </div>
    </section>`;
  }

  #capture(): TemplateResult {
    const { countdownSeconds, autoVerify } = this.state.settings;
    return html`<section aria-label="Picture taking">
      ${this.#slider('countdownSeconds', 'Countdown', `${countdownSeconds} s`, 'The picture is taken when the count is over.')}
      <label class="check">
        <input
          type="checkbox"
          .checked=${autoVerify}
          @change=${(event: Event) => this.#change({ autoVerify: (event.target as HTMLInputElement).checked })}
        />
        Start by itself once a face holds still
      </label>
    </section>`;
  }

  #camera(): TemplateResult {
    const { settings, cameras } = this.state;
    const { cameraId, resolution, frameRateCap } = settings;
    const isConnected = cameraId === null || cameras.some(({ id }) => id === cameraId);
    return html`<section aria-label="Camera settings">
      <div class="choices">
        ${this.#select('Camera', cameraId ?? '', [
          ['', 'Chosen by Chromium'],
          ...cameras.map(({ id, label }, index): [string, string] => [id, label || `Camera ${index + 1}`]),
          ...(isConnected ? [] : [[cameraId, 'Not connected now'] as [string, string]]),
        ], (value) => ({ cameraId: value === '' ? null : value }))}
        ${this.#select('Resolution', resolution, RESOLUTIONS.map((size) => [size, size.replace('x', ' × ')]), (value) => ({
          resolution: RESOLUTIONS.find((size) => size === value) ?? resolution,
        }))}
      </div>
      ${this.#slider('frameRateCap', 'Frames per second at most', String(frameRateCap), 'Fewer keep the device cooler.')}
    </section>`;
  }

  #detection(): TemplateResult {
    const { scaleFactor, minNeighbors, minFacePx } = this.state.settings;
    return html`<section aria-label="Detection">
      ${this.#slider('minFacePx', 'Smallest face', `${minFacePx} px`, 'Smaller finds faces further away and is slower.')}
      ${this.#slider('scaleFactor', 'Scale factor', scaleFactor.toFixed(2), 'Smaller searches more sizes: finds more and is slower.')}
      ${this.#slider('minNeighbors', 'Min neighbours', String(minNeighbors), 'Smaller finds more faces, and more that are none.')}
    </section>`;
  }

  #device(): TemplateResult {
    const { settings, isStoragePersistent, modelId } = this.state;
    const persistence =
      isStoragePersistent === null
        ? 'Asking Chromium whether it keeps the data for good…'
        : isStoragePersistent
          ? 'Chromium keeps the data for good.'
          : 'Chromium may clear the data when the disk runs full. It usually promises to keep them once Lintel is installed.';
    return html`<section aria-label="Device">
      <div class="choices">
        ${this.#select('Theme', settings.theme, THEMES.map((theme) => [theme, THEME_LABELS[theme]]), (value) => ({
          theme: THEMES.find((theme) => theme === value) ?? settings.theme,
        }))}
      </div>
      <p>${persistence}</p>
      <p class="muted">Recognition model: ${modelId ?? 'not loaded yet'}</p>
      <p><button type="button" @click=${() => send(this, { kind: 'show-keys' })}>Show the keys</button></p>
    </section>`;
  }

  #slider(key: NumericSetting, label: string, shown: string, help: string): TemplateResult {
    const { min, max, step } = SETTING_LIMITS[key];
    const read = (event: Event): number => (event.target as HTMLInputElement).valueAsNumber;
    return html`<div class="setting">
      <label class="top" for=${key}><span>${label}</span><span class="numbers" aria-hidden="true">${shown}</span></label>
      <input
        id=${key}
        type="range"
        aria-label=${label}
        aria-describedby=${`${key}-help`}
        aria-valuetext=${shown}
        min=${min}
        max=${max}
        step=${step}
        .value=${String(this.state.settings[key])}
        @input=${(event: Event) => this.#change({ [key]: read(event) })}
      />
      <span id=${`${key}-help`} class="small muted">${help}</span>
    </div>`;
  }

  #select(
    label: string,
    chosen: string,
    options: readonly (readonly [string, string])[],
    changeOf: (value: string) => Partial<Settings>,
  ): TemplateResult {
    return html`<label>
      ${label}
      <select @change=${(event: Event) => this.#change(changeOf((event.target as HTMLSelectElement).value))}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
    </label>`;
  }

  #change(change: Partial<Settings>): void {
    send(this, { kind: 'change-settings', change });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-settings': LintelSettings;
  }
}
