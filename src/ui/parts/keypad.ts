/** Digits to touch, for a PIN where there is no keyboard. */
import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export const keypadStyles = css`
  .keypad {
    display: none;
    grid-template-columns: repeat(6, minmax(48px, 1fr));
    gap: 8px;
  }

  .keypad button {
    padding: 0;
    font-size: 1.25rem;
  }

  .keypad .delete {
    grid-column: span 2;
    font-size: 1rem;
  }

  /* Only where there are fingers on the screen. */
  @media (any-pointer: coarse) {
    .keypad {
      display: grid;
    }
  }
`;

/** `type` takes a digit in, `takeBack` takes the last one away. */
export function keypad(type: (digit: string) => void, takeBack: () => void): TemplateResult {
  return html`<div class="keypad" role="group" aria-label=${msg('Digits')}>
    ${DIGITS.map((digit) => html`<button type="button" @click=${() => type(digit)}>${digit}</button>`)}
    <button type="button" class="delete" @click=${takeBack}>${msg('Delete')}</button>
  </div>`;
}
