/** Takes files that are dropped on the page, and keeps Chromium from leaving Lintel to show them. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { send } from '../send';

/** Dropping is over when no drag is heard of for so long: Chromium repeats `dragover` about three times in a second. */
const SILENCE_MS = 700;

export class PhotoDrop implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #isWelcome: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  /** `isWelcome` says whether files that are dropped now can be used. */
  constructor(host: ReactiveControllerHost & EventTarget, isWelcome: () => boolean) {
    this.#host = host;
    this.#isWelcome = isWelcome;
    host.addController(this);
  }

  /** True while files that can be used are held over the page. */
  get isOver(): boolean {
    return this.#isOver;
  }

  hostConnected(): void {
    addEventListener('dragover', this.#onOver);
    addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#onOver);
    removeEventListener('drop', this.#onDrop);
    clearTimeout(this.#timer);
  }

  #onOver = (event: DragEvent): void => {
    const { dataTransfer } = event;
    if (dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    const isWelcome = this.#isWelcome();
    dataTransfer.dropEffect = isWelcome ? 'copy' : 'none';
    this.#show(isWelcome);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(false), SILENCE_MS);
  };

  #onDrop = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#show(false);
    const files = [...event.dataTransfer.files];
    if (this.#isWelcome()) send(this.#host, { kind: 'add-photographs', files });
  };

  #show(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }
}
