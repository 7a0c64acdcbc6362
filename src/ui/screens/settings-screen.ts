/** What a person may change. Every change is kept at once. */
import { msg } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  type NumericSetting,
  RESOLUTIONS,
  SETTING_LIMITS,
  type Settings,
  THEMES,
} from '../../decision/settings';
import { DETECTOR_KINDS, type DetectorKind } from '../../core/detector';
import { falseIdentificationRateAt } from '../../decision/match-threshold';
import { FALSE_IDENTIFICATION_RATES } from '../../decision/thresholds';
import { livenessChoice, livenessChoiceStyles } from '../parts/liveness-choice';
import '../parts/lock';
import { networkChoice, networkChoiceStyles } from '../parts/network-choice';
import '../parts/protection';
import { send } from '../send';
import { formatScore } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';

const PRESETS = [
  { label: 'Lenient', rate: FALSE_IDENTIFICATION_RATES.lenient },
  { label: 'Balanced', rate: FALSE_IDENTIFICATION_RATES.balanced },
  { label: 'High security', rate: FALSE_IDENTIFICATION_RATES.high },
] as const;

const DETECTOR_LABELS: Record<DetectorKind, string> = {
  'haar+ultralight': 'Haar and UltraLight',
  haar: 'Haar alone',
  ultralight: 'UltraLight alone',
};

const THEME_LABELS: Record<Settings['theme'], string> = { system: 'Like the system', light: 'Light', dark: 'Dark' };

@customElement('lintel-settings')
export class LintelSettings extends LitElement {
  static override readonly styles = [shared, networkChoiceStyles, livenessChoiceStyles, css`
    :host {
      display: grid;
      gap: 24px;
      align-content: start;
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
      ${this.#decision()}
      <section aria-label="Liveness">${livenessChoice(this, this.state)}</section>
      ${this.#capture()} ${this.#camera()} ${this.#detection()}
      <section aria-label="Recognition">${networkChoice(this, this.state)}</section>
      ${this.#device()}
      <lintel-protection .view=${this.state}></lintel-protection>
      <lintel-lock .view=${this.state.lock}></lintel-lock>
      <section aria-label=${msg('Log')}>
        <a class="way" href="#log">${msg('Log: who tried to be recognised, and what was done')}</a>
      </section>`;
  }

  #decision(): TemplateResult {
    const { settings, threshold, people, modelId } = this.state;
    const { manualThreshold, falseIdentificationRate } = settings;
    const comparable = people.filter(({ isComparable }) => isComparable).length;
    const rate = falseIdentificationRateAt(threshold, modelId ?? '', comparable);
    return html`<section aria-label="Decision">
      <div class="presets" role="group" aria-label="Presets">
        ${PRESETS.map(
          (preset) =>
            html`<button
              type="button"
              aria-pressed=${manualThreshold === null && preset.rate === falseIdentificationRate ? 'true' : 'false'}
              @click=${() => this.#change({ falseIdentificationRate: preset.rate, manualThreshold: null })}
            >
              ${preset.label}
            </button>`,
        )}
      </div>
      ${this.#slider(
        'manualThreshold',
        'Threshold',
        formatScore(threshold),
        'The score from which a face counts as a match. Higher lets strangers pass more rarely, and refuses people who are enrolled more often.',
        threshold,
      )}
      <p class="small muted">
        ${manualThreshold === null
          ? 'It follows from the preset and rises with the number of people.'
          : 'It was set by hand and stays as it is; a preset lets it follow the number of people again.'}
        ${rateText(rate, comparable)}
      </p>
      <a class="way" href="#safety">How safe is my gallery?</a>
    </section>`;
  }

  #capture(): TemplateResult {
    const { countdownSeconds, autoVerify, samplesWanted } = this.state.settings;
    return html`<section aria-label="Picture taking">
      ${this.#slider('countdownSeconds', 'Countdown', `${countdownSeconds} s`, 'The picture is taken when the count is over.')}
      ${this.#slider('samplesWanted', 'Samples per person', String(samplesWanted), 'Five make a template much surer than one; ten are slower to take.')}
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
    const { scaleFactor, minNeighbors, minFacePx, detector } = this.state.settings;
    return html`<section aria-label="Detection">
      <div class="choices">
        ${this.#select('Detector', detector, DETECTOR_KINDS.map((kind) => [kind, DETECTOR_LABELS[kind]]), (value) => ({
          detector: DETECTOR_KINDS.find((kind) => kind === value) ?? detector,
        }))}
      </div>
      ${this.#slider('minFacePx', 'Smallest face', `${minFacePx} px`, 'Smaller finds faces further away and is slower.')}
      ${this.#slider('scaleFactor', 'Scale factor', scaleFactor.toFixed(2), 'Smaller searches more sizes: finds more and is slower.')}
      ${this.#slider('minNeighbors', 'Min neighbours', String(minNeighbors), 'Smaller finds more faces, and more that are none.')}
    </section>`;
  }

  #device(): TemplateResult {
    const { settings, isStoragePersistent } = this.state;
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
      <p><button type="button" @click=${() => send(this, { kind: 'show-keys' })}>Show the keys</button></p>
    </section>`;
  }

  #slider(key: NumericSetting, label: string, shown: string, help: string, value = this.state.settings[key]): TemplateResult {
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
        .value=${String(value)}
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

/** What a rate means to somebody who wonders who may come in. */
function rateText(rate: number, people: number): string {
  const who = people === 1 ? 'the one person' : `one of the ${people} people`;
  if (people === 0) return '';
  return rate > 0.5
    ? `At this threshold most strangers would be taken for ${who} enrolled.`
    : `At this threshold about 1 stranger in ${Number((1 / rate).toPrecision(2)).toLocaleString('en')} would be taken for ${who} enrolled, going by reference photographs.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-settings': LintelSettings;
  }
}
