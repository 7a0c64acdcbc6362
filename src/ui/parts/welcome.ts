/** What a person sees before anybody is enrolled: what this is, and what happens before it happens. */
import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';

export const welcomeStyles = css`
  .welcome {
    display: grid;
    gap: 16px;
    align-content: center;
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

  .welcome a:not(.inline) {
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
`;

export function welcome(): TemplateResult {
  return html`<section class="welcome" aria-label=${msg('Welcome')}>
    <h1>${msg('Lintel knows nobody yet')}</h1>
    <p>
      ${msg('It looks through the camera of this device and says who it sees, how sure it is, and why. Everything happens here: no picture, no template and no name leaves this device.')}
    </p>
    <p>
      ${msg(html`Names and templates are encrypted, with the key on this device. If somebody could take its card, choose a passphrase in <a class="inline" href="#settings">Settings</a> before you enrol anybody.`)}
    </p>
    <p>${msg('Next, Chromium asks whether Lintel may use the camera. The camera is on only while you enrol or verify.')}</p>
    <a href="#enrol">${msg('Enrol the first person')}</a>
  </section>`;
}
