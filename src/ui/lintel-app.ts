/** The shell: five destinations, the stage or a page, one status, and what stands in front of it all. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isUnderWay } from '../decision/session-state';
import { appStyles } from './app-styles';
import { destinationIcon } from './icons';
import { type KeyContext, meaningOfKey } from './keyboard';
import { canCapture, captureBar, captureBarStyles } from './parts/capture-bar';
import './parts/dialog';
import { missingLanguage } from './parts/language-choice';
import { missingNetwork } from './parts/network-choice';
import { PhotoDrop } from './parts/photo-drop';
import { canAddPhotographs } from './parts/photo-enrol-rules';
import { faultNotice, missingScreen, noticeStyles } from './parts/notices';
import './parts/stage';
import { protectionChoiceStyles } from './parts/protection-choice';
import { status, statusStyles } from './parts/status';
import { unlock, unlockStyles } from './parts/unlock';
import { welcome, welcomeStyles } from './parts/welcome';
import './screens/kiosk-screen';
import type { LintelPeople } from './screens/people-screen';
import './screens/verify-panel';
import { everythingErasedText } from './rights-words';
import { send } from './send';
import { countPeople, destinationLabel, formatMegabytes, statusText } from './strings';
import { shared, tokens } from './tokens';
import { DESTINATIONS, type Tab, tabOf, type ViewState } from './view';

// It stands on the page already, so it must know of languages before it is defined: decorators work from below.
@customElement('lintel-app')
@localized()
export class LintelApp extends LitElement {
  static override readonly styles = [
    tokens, shared, noticeStyles, statusStyles, captureBarStyles, welcomeStyles, protectionChoiceStyles, unlockStyles, appStyles,
  ];

  @property({ attribute: false }) state: ViewState | null = null;

  /** The script of the other screens could not be loaded. */
  @state() private _lacksScreens = false;

  @query('main.page') private readonly _page!: HTMLElement | null;
  @query('lintel-people') private readonly _people!: LintelPeople | null;

  readonly #drop = new PhotoDrop(this, () => this.state !== null && this.state.dialog === null && canAddPhotographs(this.state));
  readonly #systemTheme = matchMedia('(prefers-color-scheme: dark)');

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    this.#systemTheme.addEventListener('change', this.#onSystemTheme);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
    this.#systemTheme.removeEventListener('change', this.#onSystemTheme);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('state') || this.state === null) return;
    this.#applyTheme(this.state);
    const isElsewhere = changed.get('state')?.destination !== this.state.destination;
    // Its element shows itself once it is defined.
    if (isElsewhere && !isSeenAtStart(this.state)) import('./late-screens').catch(() => (this._lacksScreens = true));
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('state');
    // Another page begins at its top.
    if (before?.destination !== this.state?.destination) this._page?.scrollTo(0, 0);
  }

  override render(): TemplateResult {
    const { state } = this;
    if (state === null) return html``;
    const isBehindDialog = state.dialog !== null;
    if (isKiosk(state)) {
      return html`<lintel-kiosk .state=${state} ?inert=${isBehindDialog} aria-hidden=${isBehindDialog ? 'true' : nothing}></lintel-kiosk>
        <lintel-dialog .view=${state.dialog}></lintel-dialog>`;
    }
    return html`<div class="shell" ?inert=${isBehindDialog} aria-hidden=${isBehindDialog ? 'true' : nothing}>
        <nav aria-label=${msg('Destinations')}>${DESTINATIONS.map((destination) => this.#tab(destination, state))}</nav>
        ${this.#screen(state)} ${this.#undoToast(state)}
        ${this.#drop.isOver ? html`<p class="drop-here">${msg('Drop photographs to enrol from them.')}</p>` : nothing}
      </div>
      <lintel-dialog .view=${state.dialog}></lintel-dialog>`;
  }

  #tab(destination: Tab, state: ViewState): TemplateResult {
    return html`<button
      type="button"
      class="tab"
      aria-current=${destination === tabOf(state.destination) ? 'page' : nothing}
      @click=${() => send(this, { kind: 'go', to: destination })}
    >
      ${destinationIcon(destination)}<span>${destinationLabel(destination)}</span>
    </button>`;
  }

  #screen(state: ViewState): TemplateResult {
    if (state.gallery.kind === 'locked') return unlock(this, state.gallery, state.protection.kind);
    return isCameraScreen(state) ? this.#cameraScreen(state) : this.#page(state);
  }

  #cameraScreen(state: ViewState): TemplateResult {
    const { destination, gallery, people, camera, session, settings } = state;
    const isFirstRun = destination !== 'enrol' && gallery.kind === 'ready' && people.length === 0;
    return html`<main class="with-camera ${isFirstRun ? 'first-run' : ''}">
      <h1 class="visually-hidden">${destinationLabel(destination)}</h1>
      ${isFirstRun
        ? welcome(this, state)
        : html`<lintel-stage
            .camera=${camera}
            .report=${state.cameraReport}
            .session=${session}
            .rules=${settings}
            .isCameraUseful=${gallery.kind === 'ready'}
          ></lintel-stage>`}
      <section class="panel" aria-label=${msg('Result')}>
        ${status(statusText(state), false)}
        <div class="details" tabindex=${session.phase.kind === 'judged' ? 0 : nothing}>
          ${this.#notices(state)}
          ${isFirstRun ? nothing : panelOf(state)}
        </div>
        ${isFirstRun ? nothing : captureBar(this, state)}
      </section>
    </main>`;
  }

  #page(state: ViewState): TemplateResult {
    return html`<main class="page">
      ${status(statusText(state), true)} ${this.#notices(state)} ${pageOf(state)}
    </main>`;
  }

  #notices(state: ViewState): TemplateResult {
    const { engine, gallery, storeFault, isUpdateReady, session } = state;
    const isBusy = isUnderWay(session.phase) || session.phase.kind === 'saving';
    return html`${gallery.kind === 'faulted' ? faultNotice(this, gallery.fault) : nothing}
      ${engine.kind === 'faulted' ? faultNotice(this, engine.fault) : nothing}
      ${missingNetwork(this, state)}
      ${state.isLanguageMissing ? missingLanguage(this) : nothing}
      ${this._lacksScreens && !isSeenAtStart(state) ? missingScreen(this) : nothing}
      ${storeFault === null
        ? nothing
        : faultNotice(this, storeFault, { kind: 'dismiss-store-fault' })}
      ${state.rights.wasErased
        ? html`<div class="notice" role="alert">
            <p>${everythingErasedText()}</p>
            <button type="button" @click=${() => send(this, { kind: 'rights', ask: { kind: 'dismiss-erased' } })}>${msg('Understood')}</button>
          </div>`
        : nothing}
      ${isUpdateReady && !isBusy
        ? html`<div class="notice">
            <p>${msg('A new Lintel is here. Everybody who is enrolled stays.')}</p>
            <button type="button" @click=${() => send(this, { kind: 'apply-update' })}>${msg('Reload to update')}</button>
          </div>`
        : nothing}
      ${engine.kind === 'loading' ? this.#loading(engine.loadedBytes, engine.totalBytes) : nothing}
      ${gallery.kind === 'opening' && gallery.progress !== undefined ? this.#loadingPeople(gallery.progress) : nothing}`;
  }

  #loading(loadedBytes: number, totalBytes: number): TemplateResult {
    const text =
      totalBytes === 0
        ? msg('Loading models…')
        : msg(str`Loading models, ${formatMegabytes(loadedBytes)} of ${formatMegabytes(totalBytes)} MB`);
    return html`<div class="loading">
      <label for="loading" class="numbers">${text}</label>
      <progress id="loading" max=${totalBytes || 1} .value=${loadedBytes}></progress>
    </div>`;
  }

  #loadingPeople({ people, share }: { people: number; share: number }): TemplateResult {
    return html`<div class="loading">
      <label for="loading-people" class="numbers">${msg(str`Loading ${countPeople(people)}…`)}</label>
      <progress id="loading-people" .value=${share}></progress>
    </div>`;
  }

  #undoToast({ undo }: ViewState): TemplateResult | typeof nothing {
    if (undo === null) return nothing;
    return html`<div class="toast">
      <p>${msg(html`Deleted <bdi>${undo.name}</bdi>`)}</p>
      <button type="button" @click=${() => send(this, { kind: 'undo-delete' })}>${msg('Undo')}</button>
      <div class="time-left" aria-hidden="true"></div>
    </div>`;
  }

  #applyTheme(state: ViewState): void {
    const { theme } = state.settings;
    // Beside a door, dark is quieter.
    const isDark = isKiosk(state) ? theme !== 'light' || state.kiosk.isNight : theme === 'dark' || (theme === 'system' && this.#systemTheme.matches);
    this.dataset.theme = isDark ? 'dark' : 'light';
  }

  #onSystemTheme = (): void => {
    if (this.state !== null) this.#applyTheme(this.state);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (this.state === null || isKiosk(this.state) || event.ctrlKey || event.altKey || event.metaKey) return;
    const meaning = meaningOfKey(event.key, this.#keyContext(event, this.state));
    if (meaning === null) return;
    event.preventDefault();
    if (meaning.kind === 'focus-search') void this.#focusSearch();
    else if (meaning.kind !== 'capture' || canCapture(this.state)) send(this, meaning);
  };

  #keyContext(event: KeyboardEvent, state: ViewState): KeyContext {
    return { focus: focusOf(event.composedPath()[0]), hasDialog: state.dialog !== null, isCameraScreen: isCameraScreen(state) };
  }

  async #focusSearch(): Promise<void> {
    send(this, { kind: 'go', to: 'people' });
    await this.updateComplete;
    await customElements.whenDefined('lintel-people');
    await this._people?.updateComplete;
    this._people?.focusSearch();
  }
}

function panelOf(state: ViewState): TemplateResult {
  if (state.destination === 'enrol') return html`<lintel-enrol-panel .state=${state}></lintel-enrol-panel>`;
  return state.destination === 'self-test'
    ? html`<lintel-self-test-panel .counts=${state.selfTest}></lintel-self-test-panel>`
    : html`<lintel-verify-panel .state=${state}></lintel-verify-panel>`;
}

function isCameraScreen({ destination }: ViewState): boolean {
  return destination === 'verify' || destination === 'enrol' || destination === 'self-test';
}

/** The code of the other screens comes late, for nobody sees them at the start. */
function isSeenAtStart({ destination }: ViewState): boolean {
  return destination === 'verify' || destination === 'kiosk';
}

/** People who are locked are unlocked first, there as elsewhere. */
function isKiosk({ destination, gallery }: ViewState): boolean {
  return destination === 'kiosk' && gallery.kind !== 'locked';
}

function pageOf(state: ViewState): TemplateResult | typeof nothing {
  switch (state.destination) {
    case 'people':
      return html`<lintel-people .view=${state}></lintel-people>`;
    case 'settings':
      return html`<lintel-settings .state=${state}></lintel-settings>`;
    case 'diagnostics':
      return html`<lintel-diagnostics .state=${state}></lintel-diagnostics>`;
    case 'log':
      return html`<lintel-log-screen .log=${state.log} .people=${state.people} .settings=${state.settings}></lintel-log-screen>`;
    case 'safety': {
      const { manualThreshold, falseIdentificationRate } = state.settings;
      const wanted = manualThreshold === null ? falseIdentificationRate : null;
      return html`<lintel-safety .survey=${state.safety} .threshold=${state.threshold} .wanted=${wanted}></lintel-safety>`;
    }
    case 'verify':
    case 'enrol':
    case 'self-test':
    case 'kiosk':
      return nothing;
  }
}

function focusOf(target: EventTarget | undefined): KeyContext['focus'] {
  if (target instanceof HTMLElement && target.matches('input.passphrase')) return 'text';
  if (target instanceof HTMLInputElement && target.matches('[type="text"], .consent')) return 'name';
  if (!(target instanceof HTMLElement)) return 'page';
  // Digits belong into a date; typing into a list of choices jumps to the choice that starts so.
  if (target.matches('input[type="search"], input[type="date"], select')) return 'text';
  // Pressing the destination one is at means nothing, so the key may mean what it means there.
  return target.matches('button:not([aria-current]), a, input') ? 'control' : 'page';
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-app': LintelApp;
  }
}
