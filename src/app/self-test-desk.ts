/** Counts the attempts of the guided self-test. Nothing else of them is kept, and the counts only while the page is shown. */
import { NEW_SELF_TEST, nextOf, type SelfTestKind, withAttempt } from '../decision/liveness/self-test';
import { isUnderWay, type Session } from '../decision/session-state';
import type { ViewModel } from './view-model';

export class SelfTestDesk {
  readonly #view: ViewModel;
  readonly #capture: () => void;
  /** What is before the camera in the attempt under way; null between attempts. */
  #presented: SelfTestKind | null = null;

  /** `capture` asks for a verification. */
  constructor(view: ViewModel, capture: () => void) {
    this.#view = view;
    this.#capture = capture;
  }

  /** Begins the next attempt; nothing when all are made. */
  present(): void {
    const next = nextOf(this.#view.state.selfTest);
    if (next === null || isUnderWay(this.#view.state.session.phase)) return;
    this.#presented = next;
    this.#capture();
  }

  /** Takes in where the visit has come to. An attempt without a face to judge, or one that was stopped, does not count. */
  follow({ phase }: Session, before: Session): void {
    const presented = this.#presented;
    if (presented === null || phase === before.phase || !isUnderWay(before.phase) || isUnderWay(phase)) return;
    this.#presented = null;
    if (phase.kind !== 'judged') return;
    this.#view.patch({ selfTest: withAttempt(this.#view.state.selfTest, presented, phase.verdict.kind === 'match') });
  }

  /** Forgets the counts. */
  restart(): void {
    this.#presented = null;
    if (this.#view.state.selfTest !== NEW_SELF_TEST) this.#view.patch({ selfTest: NEW_SELF_TEST });
  }
}
