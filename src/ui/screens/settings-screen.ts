/** What a person may change. Every change is kept at once. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  type NumericSetting,
  RESOLUTIONS,
  SETTING_LIMITS,
  type Settings,
  THEMES,
} from '../../decision/settings';
import { DETECTOR_KINDS } from '../../core/detector';
import { falseIdentificationRateAt } from '../../decision/match-threshold';
import { formatDecimals } from '../format';
import '../parts/kiosk-settings';
import { languageChoice } from '../parts/language-choice';
import { livenessChoice, livenessChoiceStyles } from '../parts/liveness-choice';
import '../parts/lock';
import { networkChoice, networkChoiceStyles } from '../parts/network-choice';
import '../parts/protection';
import { retentionChoice } from '../parts/retention-choice';
import { fieldStyles } from '../section-styles';
import { send } from '../send';
import { detectorLabel, presets, rateText, themeLabel } from '../settings-words';
import { formatScore } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';


@localized()
@customElement('lintel-settings')
export class LintelSettings extends LitElement {
  static override readonly styles = [shared, fieldStyles, networkChoiceStyles, livenessChoiceStyles, css`
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

    select {
      inline-size: 100%;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  override render(): TemplateResult {
    return html`<div class="head">
        <h1>${msg('Settings')}</h1>
        <button type="button" @click=${() => send(this, { kind: 'ask-reset-settings' })}>${msg('Reset to defaults')}</button>
      </div>
      ${this.#decision()}
      <section aria-label=${msg('Liveness')}>${livenessChoice(this, this.state)}</section>
      ${this.#capture()} ${this.#camera()} ${this.#detection()}
      <section aria-label=${msg('Recognition')}>${networkChoice(this, this.state)}</section>
      ${this.#device()}
      <lintel-kiosk-settings .settings=${this.state.settings}></lintel-kiosk-settings>
      <section aria-label=${msg('How long people are kept')}>${retentionChoice(this, this.state.settings)}</section>
      <lintel-protection .view=${this.state}></lintel-protection>
      <lintel-lock .view=${this.state}>${this.#lockAfter()}</lintel-lock>
      <section aria-label=${msg('Log')}>
        <a class="way" href="#log">${msg('Log: who tried to be recognised, and what was done')}</a>
      </section>`;
  }

  #decision(): TemplateResult {
    const { settings, threshold, people, modelId } = this.state;
    const { manualThreshold, falseIdentificationRate } = settings;
    const comparable = people.filter(({ isComparable }) => isComparable).length;
    const rate = falseIdentificationRateAt(threshold, modelId ?? '', comparable);
    return html`<section aria-label=${msg('Decision')}>
      <div class="presets" role="group" aria-label=${msg('Presets')}>
        ${presets().map(
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
        msg('Threshold'),
        formatScore(threshold),
        msg('The score from which a face counts as a match. Higher lets strangers pass more rarely, and refuses people who are enrolled more often.'),
        threshold,
      )}
      <p class="small muted">
        ${manualThreshold === null
          ? msg('It follows from the preset and rises with the number of people.')
          : msg('It was set by hand and stays as it is; a preset lets it follow the number of people again.')}
        ${rateText(rate, comparable)}
      </p>
      <a class="way" href="#safety">${msg('How safe is my gallery?')}</a>
    </section>`;
  }

  #capture(): TemplateResult {
    const { countdownSeconds, autoVerify, samplesWanted } = this.state.settings;
    return html`<section aria-label=${msg('Picture taking')}>
      ${this.#slider('countdownSeconds', msg('Countdown'), `${countdownSeconds} s`, msg('The picture is taken when the count is over.'))}
      ${this.#slider('samplesWanted', msg('Samples per person'), String(samplesWanted), msg('Five make a template much surer than one; ten are slower to take.'))}
      <label class="check">
        <input
          type="checkbox"
          .checked=${autoVerify}
          @change=${(event: Event) => this.#change({ autoVerify: (event.target as HTMLInputElement).checked })}
        />
        ${msg('Start by itself once a face holds still')}
      </label>
    </section>`;
  }

  #camera(): TemplateResult {
    const { settings, cameras } = this.state;
    const { cameraId, resolution, frameRateCap } = settings;
    const isConnected = cameraId === null || cameras.some(({ id }) => id === cameraId);
    return html`<section aria-label=${msg('Camera settings')}>
      <div class="choices">
        ${this.#select(msg('Camera'), cameraId ?? '', [
          ['', msg('Chosen by Chromium')],
          ...cameras.map(({ id, label }, index): [string, string] => [id, label || msg(str`Camera ${index + 1}`)]),
          ...(isConnected ? [] : [[cameraId, msg('Not connected now')] as [string, string]]),
        ], (value) => ({ cameraId: value === '' ? null : value }))}
        ${this.#select(msg('Resolution'), resolution, RESOLUTIONS.map((size) => [size, size.replace('x', ' × ')]), (value) => ({
          resolution: RESOLUTIONS.find((size) => size === value) ?? resolution,
        }))}
      </div>
      ${this.#slider('frameRateCap', msg('Frames per second at most'), String(frameRateCap), msg('Fewer keep the device cooler.'))}
    </section>`;
  }

  #detection(): TemplateResult {
    const { scaleFactor, minNeighbors, minFacePx, detector } = this.state.settings;
    return html`<section aria-label=${msg('Detection')}>
      <div class="choices">
        ${this.#select(msg('Detector'), detector, DETECTOR_KINDS.map((kind) => [kind, detectorLabel(kind)]), (value) => ({
          detector: DETECTOR_KINDS.find((kind) => kind === value) ?? detector,
        }))}
      </div>
      ${this.#slider('minFacePx', msg('Smallest face'), msg(str`${minFacePx} px`), msg('Smaller finds faces further away and is slower.'))}
      ${this.#slider('scaleFactor', msg('Scale factor'), formatDecimals(scaleFactor, 2), msg('Smaller searches more sizes: finds more and is slower.'))}
      ${this.#slider('minNeighbors', msg('Min neighbours'), String(minNeighbors), msg('Smaller finds more faces, and more that are none.'))}
    </section>`;
  }

  #device(): TemplateResult {
    const { settings, isStoragePersistent } = this.state;
    const persistence =
      isStoragePersistent === null
        ? msg('Asking Chromium whether it keeps the data for good…')
        : isStoragePersistent
          ? msg('Chromium keeps the data for good.')
          : msg('Chromium may clear the data when the disk runs full. It usually promises to keep them once Lintel is installed.');
    return html`<section aria-label=${msg('Device')}>
      <div class="choices">
        ${this.#select(msg('Theme'), settings.theme, THEMES.map((theme) => [theme, themeLabel(theme)]), (value) => ({
          theme: THEMES.find((theme) => theme === value) ?? settings.theme,
        }))}
        ${languageChoice(this, settings.language)}
      </div>
      <p>${persistence}</p>
      <p><button type="button" @click=${() => send(this, { kind: 'show-keys' })}>${msg('Show the keys')}</button></p>
    </section>`;
  }

  #lockAfter(): TemplateResult {
    const minutes = this.state.settings.lockAfterMinutes;
    return this.#slider('lockAfterMinutes', msg('Lock by itself after'), msg(str`${minutes} min`), msg('Without a touch or a key. Lintel also locks whenever it starts.'));
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

declare global {
  interface HTMLElementTagNameMap {
    'lintel-settings': LintelSettings;
  }
}
