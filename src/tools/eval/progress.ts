/** Says how far a long job is: a bar in a terminal, a line every tenth elsewhere. */

/** The part of a stream that is used. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const BAR_WIDTH = 30;

/** Of a job that takes less than this nothing is said. */
const QUIET_MS = 1000;

/** One job of `total` steps. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #label: string;
  readonly #total: number;
  readonly #nowMs: () => number;
  readonly #startMs: number;
  #done = 0;
  #saidTenth = 0;
  #saidPercent = -1;

  constructor(stream: ProgressStream, label: string, total: number, nowMs: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#label = label;
    this.#total = total;
    this.#nowMs = nowMs;
    this.#startMs = nowMs();
  }

  /** `steps` more are done. */
  advance(steps = 1): void {
    this.#done += steps;
    if (this.#nowMs() - this.#startMs < QUIET_MS) return;
    const share = this.#total === 0 ? 1 : this.#done / this.#total;
    if (this.#stream.isTTY === true) this.#drawBar(share);
    else this.#sayTenth(share);
  }

  /** The next thing written begins on a line of its own. */
  end(): void {
    if (this.#stream.isTTY === true && this.#saidPercent >= 0) this.#stream.write('\n');
  }

  #drawBar(share: number): void {
    const percent = Math.floor((this.#done * 100) / Math.max(1, this.#total));
    if (percent === this.#saidPercent) return;
    this.#saidPercent = percent;
    const filled = Math.round(share * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    this.#stream.write(`\r${this.#label} ${bar} ${percent} %, ${this.#remaining(share)}   `);
  }

  #sayTenth(share: number): void {
    const tenth = Math.floor((this.#done * 10) / Math.max(1, this.#total));
    if (tenth <= this.#saidTenth) return;
    this.#saidTenth = tenth;
    this.#stream.write(`${this.#label}: ${this.#done} of ${this.#total} (${tenth * 10} %), ${this.#remaining(share)}\n`);
  }

  #remaining(share: number): string {
    if (share >= 1) return 'done';
    const seconds = ((this.#nowMs() - this.#startMs) / 1000) * (1 / share - 1);
    return seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`;
  }
}
