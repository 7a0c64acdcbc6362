/** Counts what has arrived. */

/** Bytes of assets that have arrived, from before anybody follows them. */
export class ByteCount {
  #loadedBytes = 0;
  #listener: (loadedBytes: number) => void = () => {};

  /** Takes bytes that just arrived. */
  readonly add = (bytes: number): void => {
    this.#loadedBytes += bytes;
    this.#listener(this.#loadedBytes);
  };

  /** Hears of every change from now on, and at once of what has arrived. */
  follow(listener: (loadedBytes: number) => void): void {
    this.#listener = listener;
    listener(this.#loadedBytes);
  }
}
