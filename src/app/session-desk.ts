/** Runs a visit: frames in, events through the reducer, effects out. */
import { toFaultRecord } from '../core/fault';
import { votesSoFar } from '../decision/gathered';
import { parseName } from '../decision/person-name';
import { stepSession } from '../decision/session';
import type { SessionEvent } from '../decision/session-events';
import { isUnderWay, type Purpose, type Session } from '../decision/session-state';
import type { Probe } from '../decision/verdict';
import type { VisionEngine } from '../inference/client/vision-engine';
import type { CameraDesk } from './camera-desk';
import { takeConsent } from './consent-form';
import { CorrectionsDesk } from './corrections-desk';
import type { DiagnosticsDesk } from './diagnostics-desk';
import type { LogBook } from './log-book';
import { EnrolmentDesk } from './enrolment-desk';
import { noteSeen } from './kept-people';
import type { KioskDesk } from './kiosk-desk';
import type { Matcher, Scores } from './matcher';
import type { PeopleDesk } from './people-desk';
import { runRecognitionLoop } from './recognition-loop';
import { SelfTestDesk } from './self-test-desk';
import type { ThreadDesk } from './thread-desk';
import type { ViewModel } from './view-model';
import { wipeDroppedCrops } from './wipe-crops';

/** How often countdowns and held verdicts are looked at. */
const TICK_MS = 50;

/** What a visit runs on. */
export interface SessionParts {
  readonly view: ViewModel;
  readonly people: PeopleDesk;
  readonly matcher: Matcher;
  readonly camera: CameraDesk;
  readonly engine: VisionEngine;
  readonly diagnostics: DiagnosticsDesk;
  /** Hears where the visit has come to, and from where. */
  readonly onStep: (session: Session, before: Session) => void;
  readonly kiosk: KioskDesk;
  readonly threads: Pick<ThreadDesk, 'see'>;
  readonly log: Pick<LogBook, 'follow'>;
}

export class SessionDesk {
  readonly enrolment: EnrolmentDesk;
  readonly corrections: CorrectionsDesk;
  readonly selfTest: SelfTestDesk;
  readonly #parts: SessionParts;
  #engineWaiters: (() => void)[] = [];

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.enrolment = new EnrolmentDesk(parts.view, parts.people, parts.matcher, (event) => this.dispatch(event));
    this.corrections = new CorrectionsDesk(parts.view, parts.people);
    this.selfTest = new SelfTestDesk(parts.view, () => this.askCapture(false));
    setInterval(() => this.dispatch({ kind: 'ticked' }), TICK_MS);
  }

  /** What the camera is for at the present destination; null where it should be off. */
  purpose(): Purpose | null {
    const { destination, gallery, people } = this.#parts.view.state;
    if (gallery.kind !== 'ready') return null;
    if (destination === 'enrol') return 'enrol';
    // With nobody to compare with, the camera is not needed and Chromium does not ask for it.
    return (destination === 'verify' || destination === 'self-test' || destination === 'kiosk') && people.length > 0 ? 'verify' : null;
  }

  /** Follows the frames of an opened camera until `signal` aborts. */
  begin(signal: AbortSignal): void {
    const purpose = this.purpose();
    if (purpose === null) return;
    const { view, camera, engine, diagnostics, kiosk, threads } = this.#parts;
    this.dispatch({ kind: 'opened', purpose });
    const loop = runRecognitionLoop(
      {
        nextFrame: () => camera.nextFrame(),
        engineReady: (until) => this.engineReady(until),
        analyse: (frame, task, detector, wishes) => engine.analyse(frame, task, detector, { ...wishes, wantsLegacy: this.#wantsLegacy }),
        session: () => view.state.session,
        detector: () => ({ ...view.state.settings, kind: view.state.settings.detector }),
        frameRateCap: () => kiosk.frameRateCap,
        chosen: () => kiosk.chosen,
        score: (probe) => this.#score(probe),
        dispatch: (event) => this.dispatch(event),
        onAnalysis: (analysis) => {
          diagnostics.add(analysis);
          kiosk.see(analysis);
          threads.see(analysis);
        },
      },
      signal,
    );
    loop.catch((error: unknown) => view.patch({ engine: { kind: 'faulted', fault: toFaultRecord(error) } }));
  }

  /** True while somebody could be recognised by a template of the predecessor alone. */
  get #wantsLegacy(): boolean {
    const { view, people } = this.#parts;
    return view.state.session.purpose === 'verify' && (people.gallery?.legacy.size ?? 0) > 0;
  }

  async #score(probe: Probe): Promise<Scores | null> {
    const { view, people, matcher } = this.#parts;
    const { session } = view.state;
    const claim = this.#claim;
    // Whoever enrols is compared with others only once they are enrolled.
    if (people.gallery === null || session.purpose === 'enrol') return { scores: [] };
    const scored = await matcher.vote(people.gallery, probe, votesSoFar(session.phase), claim);
    const isCompared = claim === null ? scored.scores.length > 0 : scored.scores.some(({ personId }) => personId === claim);
    return this.#wantsLegacy && !isCompared ? null : scored;
  }

  /** Whom a verification is about; in the kiosk, where nobody chooses, whoever it is. */
  get #claim(): string | null {
    const { destination, claim } = this.#parts.view.state;
    return destination === 'kiosk' ? null : claim;
  }

  /** The vision worker is ready: frames that waited for it go on. */
  wake(): void {
    for (const wake of this.#engineWaiters.splice(0)) wake();
  }

  dispatch(event: SessionEvent): void {
    const { view, kiosk } = this.#parts;
    const { settings, session: before, threshold, destination } = view.state;
    const { countdownSeconds, autoVerify, samplesWanted, livenessMode } = settings;
    // An attempt of the self-test is begun by hand, so that it is known what was before the camera.
    const isWanted = (autoVerify && destination === 'verify') || kiosk.isJudging;
    const startsByItself = isWanted && view.state.lock.verifyWaitMs === 0;
    const countdownMs = destination === 'kiosk' ? 0 : countdownSeconds * 1000;
    const rules = { countdownMs, autoVerify: startsByItself, samplesWanted, livenessMode, threshold, claim: this.#claim, chance: drawChance() };
    const { session, effects } = stepSession(before, event, performance.now(), rules);
    if (session !== before) {
      view.patch({ session });
      wipeDroppedCrops(before, session);
      this.selfTest.follow(session, before);
      this.#parts.onStep(session, before);
      this.#parts.log.follow(before, event, session);
    }
    const { phase } = session;
    const isNewMatch = phase.kind === 'judged' && before.phase.kind !== 'judged' && phase.verdict.kind === 'match';
    if (isNewMatch) void noteSeen(this.#parts.people, phase.verdict.best.personId, Date.now());
    if (session !== before) kiosk.follow(session);
    if (session.phase.kind !== 'judged') this.corrections.forgetLast();
    for (const effect of effects) void this.enrolment.run(effect);
    // Who has voted enough while holding still is judged at once, but not in the step with which the attempt begins.
    if (session.phase.kind === 'capturing' && before.phase.kind === 'posing') this.dispatch({ kind: 'ticked' });
  }

  /** Starts a capture, for whoever is named when enrolling; turns the camera on first where it is off. */
  askCapture(mayOverwrite: boolean): void {
    const { view, people } = this.#parts;
    const { destination, typedName, session } = view.state;
    if (isUnderWay(session.phase) || session.phase.kind === 'saving') return;
    if (destination === 'verify' && view.state.lock.verifyWaitMs > 0) return;
    let name = '';
    const isMoreSamples = session.phase.kind === 'enrolled' && typedName.trim() === '';
    if (destination === 'enrol' && !isMoreSamples) {
      const parsed = parseName(typedName);
      if (parsed.kind === 'problem') return view.patch({ nameProblem: parsed.problem });
      if (!takeConsent(view, Date.now())) return;
      name = parsed.name;
      const existing = people.named(name);
      if (existing !== undefined && !mayOverwrite) return view.patch({ dialog: { kind: 'overwrite', name: existing.name } });
    }
    void this.#whenLive(() => this.dispatch({ kind: 'capture-asked', name }));
  }

  /** Goes on with the guided enrolment of somebody who is enrolled already, once it is known what they are compared with. */
  addSamples(personId: string): void {
    void this.#whenLive(async () => {
      await this.engineReady(new AbortController().signal);
      this.enrolment.addSamples(personId);
    });
  }

  /** Another network runs: what was seen and asked so far is embedded by the one before, and cannot be gone on with. */
  startOver(): void {
    const { purpose, phase } = this.#parts.view.state.session;
    this.enrolment.keep();
    if (phase.kind !== 'off') this.dispatch({ kind: 'opened', purpose });
  }

  /** Steps back: out of the countdown or capture, and turns the camera off. */
  cancel(): void {
    const { view, camera } = this.#parts;
    if (isUnderWay(view.state.session.phase)) this.dispatch({ kind: 'capture-cancelled' });
    camera.close();
  }

  /** Now where the camera is on already, so that a press is answered at once. */
  async #whenLive(run: () => void | Promise<void>): Promise<void> {
    const { camera } = this.#parts;
    if (!camera.isLive) await camera.ready();
    await run();
  }

  /** Settles when the vision worker is ready, or `signal` aborts. */
  engineReady(signal: AbortSignal): Promise<void> {
    if (this.#parts.view.state.engine.kind === 'ready' || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.#engineWaiters.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}

/** Uniform from 0 to 1, from a source that nobody can foresee. */
function drawChance(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}
