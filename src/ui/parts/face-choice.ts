/** A photograph with several faces, each of them a button: which one is meant? Drawn from memory. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, queryAll } from 'lit/decorators.js';
import type { FaceChoice } from '../../decision/photographs';
import { send } from '../send';
import { shared } from '../tokens';

@localized()
@customElement('lintel-face-choice')
export class LintelFaceChoice extends LitElement {
  static override readonly styles = [shared, css`
    :host {
      display: block;
    }

    .picture {
      position: relative;
      display: grid;
      justify-content: center;
    }

    .fitted {
      position: relative;
    }

    canvas {
      display: block;
      max-inline-size: 100%;
      max-block-size: 55dvh;
      border-radius: 8px;
    }

    button {
      position: absolute;
      min-inline-size: 48px;
      min-block-size: 48px;
      padding: 0;
      translate: -50% -50%;
      border: 3px solid #fff;
      background: #0003;
      box-shadow: 0 0 0 2px #000;
      color: #fff;
      font-size: 1.25rem;
      text-shadow: 0 0 4px #000, 0 0 2px #000;
      font-variant-numeric: tabular-nums;
    }

    button:hover,
    button:focus-visible {
      background: #0007;
    }

    button:active:not(:disabled) {
      translate: -50% -50%;
    }
  `];

  @property({ attribute: false }) choice!: FaceChoice;
  @property({ attribute: false }) picture!: ImageBitmap;

  @query('canvas') private readonly _canvas!: HTMLCanvasElement;
  @queryAll('button') private readonly _buttons!: NodeListOf<HTMLButtonElement>;

  override render(): TemplateResult {
    const { frame, boxes } = this.choice;
    return html`<div class="picture">
      <div class="fitted">
        <canvas width=${frame.width} height=${frame.height}></canvas>
        ${boxes.map(
          (_, index) => html`<button
            type="button"
            aria-label=${msg(str`Face ${index + 1} of ${boxes.length}`)}
            @click=${() => send(this, { kind: 'choose-face', index })}
          >
            ${index + 1}
          </button>`,
        )}
      </div>
    </div>`;
  }

  override updated(): void {
    const { frame, boxes } = this.choice;
    this._canvas.getContext('2d')?.drawImage(this.picture, 0, 0);
    // By properties, not by an attribute: the page allows no styles written into the document.
    boxes.forEach(({ x, y, width, height }, index) => {
      const { style } = this._buttons[index]!;
      style.left = `${(100 * (x + width / 2)) / frame.width}%`;
      style.top = `${(100 * (y + height / 2)) / frame.height}%`;
      style.width = `${(100 * width) / frame.width}%`;
      style.height = `${(100 * height) / frame.height}%`;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-face-choice': LintelFaceChoice;
  }
}
