/** The self-test counts verdicts, and nothing else. */
import { describe, expect, it } from 'vitest';
import { SelfTestDesk } from '../../../src/app/self-test-desk';
import { ViewModel } from '../../../src/app/view-model';
import { NEW_SELF_TEST, SELF_TEST_ATTEMPTS } from '../../../src/decision/liveness/self-test';
import { closedSession, type Phase, type Session } from '../../../src/decision/session-state';
import type { Verdict } from '../../../src/decision/verdict';
import { ADA, MATCH } from '../decision/session-visit';
import { capturing, POSING } from './loop-outcomes';

const SPOOF: Verdict = { kind: 'spoof-suspected', reason: 'flat', best: ADA, threshold: 0.4, scores: [ADA] };

const judged = (verdict: Verdict): Phase => ({ kind: 'judged', verdict, probe: Float32Array.of(1) as never, judgedAtMs: 0 });
const visit = (phase: Phase): Session => ({ ...closedSession('verify'), phase });

class World {
  readonly view = new ViewModel(() => {});
  captures = 0;
  readonly desk = new SelfTestDesk(this.view, () => {
    this.captures += 1;
  });

  /** Presents, and lets the visit end in a phase. */
  attempt(end: Phase): void {
    this.desk.present();
    const [before, during] = [visit(POSING), visit(capturing())];
    this.desk.follow(during, before);
    this.desk.follow(visit(end), during);
  }

  get counts() {
    return this.view.state.selfTest;
  }
}

describe('an attempt', () => {
  it('counts as accepted after a match, and as refused after anything else that is said', () => {
    const world = new World();
    world.attempt(judged(MATCH));
    world.attempt(judged(SPOOF));
    expect(world.counts.live).toEqual({ attempts: 2, accepted: 1 });
    expect(world.captures).toBe(2);
  });

  it('does not count when it was stopped, or had no face to judge', () => {
    const world = new World();
    world.attempt(POSING);
    world.attempt({ kind: 'failed', problem: 'no-face', failedAtMs: 0 });
    expect(world.counts).toBe(NEW_SELF_TEST);
  });

  it('is not made of a verification that nobody began here', () => {
    const world = new World();
    world.desk.follow(visit(judged(MATCH)), visit(capturing()));
    expect(world.counts).toBe(NEW_SELF_TEST);
  });

  it('counts for the phone once the living attempts are made', () => {
    const world = new World();
    for (let count = 0; count <= SELF_TEST_ATTEMPTS; count += 1) world.attempt(judged(MATCH));
    expect(world.counts).toMatchObject({ live: { attempts: SELF_TEST_ATTEMPTS }, phone: { attempts: 1, accepted: 1 }, print: { attempts: 0 } });
  });

  it('is forgotten with the others when it starts over', () => {
    const world = new World();
    world.attempt(judged(MATCH));
    world.desk.restart();
    expect(world.counts).toBe(NEW_SELF_TEST);
  });
});
