/** Beside the camera on Verify: what the verdict rests on. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { canDecline, type Challenge } from '../../decision/liveness/challenge';
import { referenceOf } from '../../decision/reference-scores';
import '../parts/person-choice';
import type { PersonChosenEvent } from '../parts/person-choice';
import { scoreList, scoreStyles } from '../parts/scores';
import { verdictFeedback, verdictFeedbackStyles } from '../parts/verdict-feedback';
import { formatNumber } from '../format';
import { challengeText, livenessText } from '../liveness-words';
import { send } from '../send';
import { cameraOffText, captureProblemText, falseAcceptText, legacyText, qualityHint } from '../strings';
import { shared } from '../tokens';
import type { ViewState } from '../view';

@localized()
@customElement('lintel-verify-panel')
export class LintelVerifyPanel extends LitElement {
  static override readonly styles = [shared, scoreStyles, verdictFeedbackStyles, css`
    :host {
      display: grid;
      gap: 12px;
      align-content: start;
    }

    .claim {
      font-weight: 650;
    }
  `];

  @property({ attribute: false }) state!: ViewState;

  /** How many people can be recognised. Counted when people change: the state changes with every frame. */
  #comparable = 0;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('state')?.people === this.state.people) return;
    this.#comparable = this.state.people.filter(({ isComparable }) => isComparable).length;
  }

  override render(): TemplateResult {
    const { phase } = this.state.session;
    if (phase.kind === 'judged' && phase.verdict.kind !== 'empty-gallery') {
      const { kind, best } = phase.verdict;
      return html`<p class="small">${best.isLegacy === true ? legacyText() : falseAcceptText(referenceOf(this.state.modelId ?? ''), best.score)}</p>
        ${kind === 'match' && best.isLegacy === true ? this.#enrolProperly(best.personId) : nothing}
        ${verdictFeedback(this, this.state)} ${scoreList(phase.verdict, this.state.threshold, this.#comparable)}
        <p class="small muted">
          ${msg('A score is how alike two faces look to the network, from −1 to 1. It is not a probability.')}
          ${kind === 'match' ? livenessText(this.state.settings.livenessMode) : nothing}
        </p>`;
    }
    if (phase.kind === 'challenged') return this.#challenge(phase.challenge);
    return html`<p>${this.#hint()}</p>
      ${this.#claim()} ${this.#strangers()}`;
  }

  #challenge(challenge: Challenge): TemplateResult {
    return html`<p>${challengeText(challenge)}</p>
      <p class="small muted">
        ${msg('Movements help to tell a head from a picture of one. What is asked is drawn anew each time.')}
        ${msg(str`${challenge.done} of ${challenge.movements.length} seen.`)}
      </p>
      ${canDecline(challenge)
        ? html`<button type="button" @click=${() => send(this, { kind: 'decline-movement' })}>${msg('I cannot do this: something else')}</button>`
        : nothing}`;
  }

  #enrolProperly(personId: string): TemplateResult {
    return html`<p>${msg('Enrol properly, and you are recognised more surely; the predecessor’s template is then dropped.')}</p>
      <button type="button" class="primary" @click=${() => send(this, { kind: 'add-samples', personId })}>${msg('Enrol properly')}</button>`;
  }

  /** Whom the verification is about. */
  #claim(): TemplateResult {
    const { people, claim } = this.state;
    return html`<lintel-person-choice
      class="claim"
      label=${msg('Whom to verify')}
      nobody=${msg('whoever it is')}
      .people=${people}
      .chosen=${claim}
      @lintel-person-chosen=${({ detail: personId }: PersonChosenEvent) => send(this, { kind: 'choose-claim', personId })}
    ></lintel-person-choice>`;
  }

  #hint(): string {
    const { session, settings, people } = this.state;
    if (people.length > 0 && this.#comparable === 0) {
      return msg('Nobody here can be recognised by the network that runs. Enrol them again, in People.');
    }
    switch (session.phase.kind) {
      case 'counting':
        return msg('Look at the camera. The picture is taken when the count is over.');
      case 'capturing':
        return session.hint === null ? msg('Hold still.') : qualityHint(session.hint);
      case 'failed':
        return captureProblemText(session.phase.problem);
      case 'off':
        return cameraOffText(this.state);
      default:
        return settings.autoVerify
          ? msg('Look at the camera and hold still: the rest goes by itself.')
          : msg('Look at the camera, 30 to 60 cm away, and capture.');
    }
  }

  #strangers(): TemplateResult | typeof nothing {
    const others = this.state.people.length - this.#comparable;
    if (others === 0) return nothing;
    const all = formatNumber(this.state.people.length);
    return html`<p class="small muted">
      ${others === 1
        ? msg(str`1 of ${all} has no template of the network that runs, and cannot be recognised.`)
        : msg(str`${formatNumber(others)} of ${all} have no template of the network that runs, and cannot be recognised.`)}
      <a href="#people">${msg('See who')}</a>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-verify-panel': LintelVerifyPanel;
  }
}
