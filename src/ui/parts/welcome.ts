/** What a person sees before anybody is enrolled: what this is, and what happens before it happens. */
import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import type { ViewState } from '../view';
import { protectionChoice } from './protection-choice';

export const welcomeStyles = css`
  .welcome {
    display: grid;
    gap: 16px;
    align-content: safe center;
    justify-items: start;
    padding: 32px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: auto;
  }

  .welcome p {
    max-inline-size: 40rem;
  }

  .welcome a {
    display: inline-grid;
    place-items: center;
    min-block-size: 64px;
    padding-inline: 32px;
    border-radius: 12px;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 650;
    text-decoration: none;
  }

  /* Where not everything fits, the way on stays in sight. */
  @media (max-height: 560px), (max-width: 560px) {
    .welcome {
      gap: 12px;
      padding: 16px;
    }

    .welcome a {
      position: sticky;
      inset-block-end: 0;
      justify-self: stretch;
      min-block-size: 56px;
    }
  }
`;

export function welcome(host: EventTarget, state: ViewState): TemplateResult {
  return html`<section class="welcome" aria-label=${msg('Welcome')}>
    <h1>${msg('Lintel knows nobody yet')}</h1>
    <p>
      ${msg('It looks through the camera of this device and says who it sees, how sure it is, and why. Everything happens here: no picture, no template and no name leaves this device.')}
    </p>
    ${protectionChoice(host, state)}
    <p>${msg('Next, Chromium asks whether Lintel may use the camera. The camera is on only while you enrol or verify.')}</p>
    <a href="#enrol">${msg('Enrol the first person')}</a>
  </section>`;
}
