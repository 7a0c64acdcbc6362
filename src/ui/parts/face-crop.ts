/** An aligned face, drawn from memory: it is in no file and has no address. */
import { localized } from '@lit/localize';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

const SIDE_PX = 112;

@localized()
@customElement('lintel-face-crop')
export class LintelFaceCrop extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      aspect-ratio: 1;
    }

    canvas {
      display: block;
      inline-size: 100%;
      border-radius: 8px;
      /* Mirrored like the picture that the person sees. */
      transform: scaleX(-1);
    }
  `;

  /** 112 × 112 × 3 bytes of red, green and blue. */
  @property({ attribute: false }) pixels!: Uint8Array;

  @query('canvas') private readonly _canvas!: HTMLCanvasElement;

  override render(): TemplateResult {
    return html`<canvas width=${SIDE_PX} height=${SIDE_PX}></canvas>`;
  }

  override updated(): void {
    const picture = new ImageData(SIDE_PX, SIDE_PX);
    for (let pixel = 0; pixel < SIDE_PX * SIDE_PX; pixel += 1) {
      picture.data.set(this.pixels.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
      picture.data[pixel * 4 + 3] = 255;
    }
    this._canvas.getContext('2d')?.putImageData(picture, 0, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lintel-face-crop': LintelFaceCrop;
  }
}
