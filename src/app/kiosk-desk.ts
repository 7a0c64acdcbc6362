/** Runs the kiosk: whose turn it is, when the screen sleeps, and what is shown while something is missing. */
import type { Box } from '../core/geometry';
import { type Crowd, faceInTurn, followTurn, forgetOld, NOBODY_THERE, seeFaces } from '../decision/kiosk/crowd';
import { KIOSK } from '../decision/kiosk/limits';
import { isNight } from '../decision/kiosk/night';
import type { Session } from '../decision/session-state';
import type { Analysis } from '../inference/client/vision-client';
import { type KioskView, NEW_KIOSK } from '../ui/kiosk-view';
import type { VisionEngine } from '../inference/client/vision-engine';
import type { CameraDesk } from './camera-desk';
import { KioskWatch } from './kiosk-watch';
import type { ViewModel } from './view-model';
import { WakeLock } from './wake-lock';

/** How often the clock, the night and what is missing are looked at. */
const TICK_MS = 1000;
const MINUTE_MS = 60_000;

export interface KioskParts {
  readonly view: ViewModel;
  readonly camera: CameraDesk;
  readonly engine: VisionEngine;
  /** Forgets what was seen of the face before: it is another one's turn. */
  readonly nextFace: () => void;
  readonly applyUpdate: () => void;
}

export class KioskDesk {
  readonly #parts: KioskParts;
  readonly #watch: KioskWatch;
  readonly #wakeLock = new WakeLock();
  #ticking: ReturnType<typeof setInterval> | undefined;
  #presentAtMs = 0;
  /** True once the page has shown the kiosk: then it is where the app returns to. */
  wasShown = false;

  constructor(parts: KioskParts) {
    this.#parts = parts;
    const { camera, engine } = parts;
    this.#watch = new KioskWatch({ camera: () => void camera.open(), recognition: () => void engine.start(), page: () => location.reload() });
  }

  get #isOn(): boolean {
    return this.#parts.view.state.destination === 'kiosk';
  }

  /** The face that is to be judged, where it was last seen; null where the choice is free. */
  get chosen(): Box<'frame'> | null {
    return this.#isOn ? (faceInTurn(this.#crowd)?.box ?? null) : null;
  }

  /** Whether judging may begin by itself: it is somebody's turn, and their picture is good enough. */
  get isJudging(): boolean {
    return this.chosen !== null && this.#parts.view.state.session.hint === null;
  }

  /** Frames a second at most. */
  get frameRateCap(): number {
    const { settings } = this.#parts.view.state;
    const isIdle = this.#isOn && this.#crowd.faces.length === 0;
    return isIdle ? Math.min(KIOSK.idleFramesPerSecond, settings.frameRateCap) : settings.frameRateCap;
  }

  /** Begins or ends. */
  show(isShown: boolean): void {
    if (!isShown && this.#ticking === undefined) return;
    clearInterval(this.#ticking);
    this.#ticking = undefined;
    this.#wakeLock.hold(false);
    this.#parts.view.patch({ kiosk: NEW_KIOSK });
    if (!isShown) return;
    this.wasShown = true;
    this.#watch.hear(performance.now());
    this.touch();
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Somebody is there. */
  touch(): void {
    this.#presentAtMs = performance.now();
    if (this.#isOn) this.#tick();
  }

  /** Takes in a frame, before the session does. */
  see({ outcome }: Analysis): void {
    if (!this.#isOn) return;
    const nowMs = performance.now();
    this.#watch.hear(nowMs);
    if (outcome.faces.boxes.length > 0) this.#presentAtMs = nowMs;
    const isQuiet = outcome.faces.boxes.length === 0 && this.#crowd.faces.length === 0;
    // An empty room is not drawn anew with every frame.
    if (!isQuiet) this.#become(followTurn(seeFaces(this.#crowd, outcome.faces, nowMs), this.#parts.view.state.session.phase, nowMs));
  }

  /** Takes in how the judging stands. */
  follow({ phase }: Session): void {
    if (this.#isOn && this.#crowd.turn !== null) this.#become(followTurn(this.#crowd, phase, performance.now()));
  }

  get #crowd(): Crowd {
    return this.#parts.view.state.kiosk.crowd;
  }

  #become(crowd: Crowd): void {
    const before = this.#crowd;
    if (crowd === before) return;
    this.#patch({ crowd, isAsleep: this.#isAsleep(performance.now()) });
    if (crowd.turn?.id !== before.turn?.id) this.#parts.nextFace();
  }

  #tick(): void {
    const { view } = this.#parts;
    const nowMs = performance.now();
    const { settings, camera } = view.state;
    const found = this.#watch.look(view.state, nowMs);
    const { trouble: shown } = view.state.kiosk;
    // It is told anew every second, mostly with the same words.
    const trouble = JSON.stringify(found) === JSON.stringify(shown) ? shown : found;
    const crowd = camera.kind === 'live' ? forgetOld(this.#crowd, nowMs) : NOBODY_THERE;
    const isAsleep = this.#isAsleep(nowMs);
    const minuteMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    this.#become(crowd);
    this.#patch({ trouble, isAsleep, minuteMs, isNight: isNight(new Date(minuteMs).getHours(), settings) });
    this.#wakeLock.hold(!settings.letsScreenSleep || !isAsleep);
    this.#help(isAsleep);
  }

  /** Does what elsewhere somebody presses a button for. */
  #help(isAsleep: boolean): void {
    const { view, camera, applyUpdate } = this.#parts;
    const { gallery, people, isUpdateReady } = view.state;
    // People were unlocked, or enrolled in another tab.
    if (gallery.kind === 'ready' && people.length > 0 && view.state.camera.kind === 'off') void camera.open();
    if (!isUpdateReady || !isAsleep) return;
    view.patch({ isUpdateReady: false });
    applyUpdate();
  }

  #isAsleep(nowMs: number): boolean {
    return nowMs - this.#presentAtMs >= KIOSK.asleepMs;
  }

  /** Draws only what has changed. */
  #patch(change: Partial<KioskView>): void {
    const { view } = this.#parts;
    const { kiosk } = view.state;
    const isNews = (Object.keys(change) as (keyof KioskView)[]).some((key) => change[key] !== kiosk[key]);
    if (isNews) view.patch({ kiosk: { ...kiosk, ...change } });
  }
}
