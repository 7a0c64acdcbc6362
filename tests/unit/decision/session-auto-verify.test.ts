/** Verification that starts by itself: once a face holds still, once per visit. */
import { describe, expect, it } from 'vitest';
import { normalise, templateOf } from '../../../src/core/embedding';
import type { SessionEvent } from '../../../src/decision/session-events';
import { wantsEmbedding } from '../../../src/decision/session-state';
import { ABSENCE_MS, RESULT_HOLD_MS, STILLNESS, VOTE } from '../../../src/decision/thresholds';
import { QUALITY } from '../../support/made-up-quality';
import { ADA, embedded, faceAt, located, missed, NOBODY, Visit } from './session-visit';

const STILL = located(faceAt(100));
const LEFT = located(NOBODY);

const watching = () => Visit.opened('verify', { autoVerify: true });

/** A visit in which a face that came at 1000 ms has been judged by itself, with the time it was judged at. */
function judgedByItself(): { visit: Visit; judgedAtMs: number } {
  const startMs = 1000 + STILLNESS.holdMs;
  const visit = watching().at(1000, STILL).at(startMs, STILL).tick(startMs + 3000).vote(startMs + 3100);
  return { visit, judgedAtMs: startMs + 3100 };
}

describe('a face that holds still', () => {
  it('grows stiller, and starts the countdown', () => {
    const visit = watching().at(1000, STILL);
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.at(1000 + STILLNESS.holdMs / 2, STILL).phase).toEqual({ kind: 'posing', stillness: 0.5 });
    expect(visit.at(999 + STILLNESS.holdMs, STILL).phase.kind).toBe('posing');
    const startMs = 1000 + STILLNESS.holdMs;
    expect(visit.at(startMs, STILL).phase).toEqual({ kind: 'counting', name: '', endsAtMs: startMs + 3000, secondsLeft: 3 });
  });

  it('may jitter', () => {
    expect(watching().at(1000, STILL).at(1400, located(faceAt(104))).at(1800, located(faceAt(98))).phase.kind).toBe('counting');
  });

  it('starts over when it moves', () => {
    const visit = watching().at(1000, STILL).at(1700, located(faceAt(200)));
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.at(1900, located(faceAt(200))).phase).toEqual({ kind: 'posing', stillness: 200 / STILLNESS.holdMs });
  });

  it('starts over when it was away', () => {
    const visit = watching().at(1000, STILL).at(1700, LEFT);
    expect(visit.session.stillSinceMs).toBeNull();
    expect(visit.at(1750, STILL).at(1900, STILL).phase).toEqual({ kind: 'posing', stillness: 150 / STILLNESS.holdMs });
  });

  it('is followed by the judged box, not by the first one', () => {
    const two = (x: number) => located({ ...faceAt(0), boxes: [faceAt(x).boxes[0]!, faceAt(400).boxes[0]!], judged: 1 });
    expect(watching().at(1000, two(0)).at(1400, two(150)).at(1800, two(300)).phase.kind).toBe('counting');
  });
});

describe('nothing starts by itself', () => {
  it.each([
    ['where it is not switched on', Visit.opened('verify', { autoVerify: false })],
    ['while enrolling', Visit.opened('enrol', { autoVerify: true })],
  ])('%s', (_, visit) => {
    visit.at(1000, STILL).at(9000, STILL);
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.session.stillSinceMs).toBe(1000);
  });

  it('without a face', () => {
    expect(watching().at(1000, LEFT).at(9000, LEFT).phase).toEqual({ kind: 'posing', stillness: 0 });
  });
});

describe('a verdict that came by itself', () => {
  it('stays for a while, then makes room', () => {
    const { visit, judgedAtMs } = judgedByItself();
    expect(visit.phase).toMatchObject({ kind: 'judged', judgedAtMs });
    expect(visit.tick(judgedAtMs + RESULT_HOLD_MS - 1).phase.kind).toBe('judged');
    expect(visit.tick(judgedAtMs + RESULT_HOLD_MS).phase).toEqual({ kind: 'posing', stillness: 0 });
  });

  it('is the only one while the face stays', () => {
    const { visit, judgedAtMs } = judgedByItself();
    const afterMs = judgedAtMs + RESULT_HOLD_MS;
    visit.tick(afterMs).at(afterMs + 100, STILL).at(afterMs + 60_000, STILL);
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
  });

  it('is followed by another once the face has left and one holds still again', () => {
    const { visit, judgedAtMs } = judgedByItself();
    const afterMs = judgedAtMs + RESULT_HOLD_MS;
    visit.tick(afterMs).at(afterMs + 100, STILL).at(afterMs + 100 + ABSENCE_MS, LEFT).at(afterMs + 2000, STILL);
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.at(afterMs + 2000 + STILLNESS.holdMs, STILL).phase.kind).toBe('counting');
  });

  it('is not followed by another because the detector missed the face for a moment', () => {
    const { visit, judgedAtMs } = judgedByItself();
    const afterMs = judgedAtMs + RESULT_HOLD_MS;
    visit.tick(afterMs).at(afterMs + 100, STILL).at(afterMs + 99 + ABSENCE_MS, LEFT).at(afterMs + 2000, STILL).at(afterMs + 9000, STILL);
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
  });

  it('makes room too when the face leaves before it', () => {
    const { visit, judgedAtMs } = judgedByItself();
    const afterMs = judgedAtMs + RESULT_HOLD_MS;
    expect(visit.at(judgedAtMs + 100 + ABSENCE_MS, LEFT).tick(afterMs).phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.at(afterMs + 100, STILL).at(afterMs + 100 + STILLNESS.holdMs, STILL).phase.kind).toBe('counting');
  });

  it('does not make room when somebody asked for it', () => {
    const visit = watching().at(1000, STILL).ask(1100).tick(4100).vote(4200);
    expect(visit.tick(4200 + 2 * RESULT_HOLD_MS).phase.kind).toBe('judged');
  });

  it('does not outlive the visit', () => {
    const { visit } = judgedByItself();
    visit.at(20_000, { kind: 'opened', purpose: 'verify' }).at(20_100, STILL).at(20_100 + STILLNESS.holdMs, STILL);
    expect(visit.phase.kind).toBe('counting');
  });
});

describe('a capture that began by itself and failed', () => {
  it('makes room for the next visitor', () => {
    const visit = watching().at(1000, STILL).at(1800, STILL).tick(4800);
    visit.at(4900, missed('no-face')).at(5000, missed('no-face')).at(7000, missed('no-face'));
    expect(visit.phase).toEqual({ kind: 'failed', problem: 'no-face', failedAtMs: 7000 });
    expect(visit.tick(6999 + RESULT_HOLD_MS).phase.kind).toBe('failed');
    expect(visit.tick(7000 + RESULT_HOLD_MS).phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.at(13_000, STILL).at(13_000 + STILLNESS.holdMs, STILL).phase.kind).toBe('counting');
  });
});

describe('a countdown that began by itself', () => {
  it('does not begin again when it is cancelled, until the face has left', () => {
    const visit = watching().at(1000, STILL).at(1800, STILL).at(2000, { kind: 'capture-cancelled' }).at(2100, STILL).at(9000, STILL);
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
    expect(visit.at(9000 + ABSENCE_MS, LEFT).at(11_000, STILL).at(11_000 + STILLNESS.holdMs, STILL).phase.kind).toBe('counting');
  });
});

describe('the votes of a face that holds still', () => {
  const { holdMs, votesFrom } = STILLNESS;
  const votesMs = 1000 + votesFrom * holdMs;
  const endMs = 1000 + holdMs;
  const holding = (rules = {}) => Visit.opened('verify', { autoVerify: true, countdownMs: 0, ...rules }).at(1000, STILL);
  const votesIn = ({ phase }: Visit): number | null => ('votes' in phase ? phase.votes.length : phase.kind === 'posing' ? (phase.early?.votes.length ?? null) : null);

  it('are wanted from a part of the time on, and one less than a verdict needs', () => {
    const visit = holding().at(votesMs - 1, STILL);
    expect([wantsEmbedding(visit.session, votesMs), votesIn(visit)]).toEqual([false, null]);
    visit.at(votesMs, STILL);
    expect([wantsEmbedding(visit.session, votesMs), votesIn(visit)]).toEqual([true, 0]);
    for (let vote = 1; vote < VOTE.needed; vote += 1) {
      expect(wantsEmbedding(visit.session, votesMs + vote)).toBe(true);
      visit.at(votesMs + vote, embedded());
      expect(visit.phase).toMatchObject({ kind: 'posing', stillness: votesFrom + vote / holdMs });
      expect(votesIn(visit)).toBe(vote);
    }
    expect(wantsEmbedding(visit.session, endMs - 1)).toBe(false);
    expect(votesIn(visit.at(endMs - 1, STILL))).toBe(VOTE.needed - 1);
    expect(wantsEmbedding(visit.session, endMs)).toBe(true);
  });

  it('suffice for a verdict with that of the frame that ends the hold, which begins the capture first', () => {
    const visit = holding().at(votesMs, STILL).at(votesMs + 1, embedded()).at(votesMs + 2, embedded()).at(endMs, embedded());
    expect([visit.phase.kind, votesIn(visit)]).toEqual(['capturing', 3]);
    expect(visit.tick(endMs).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'match', best: ADA }, judgedAtMs: endMs });
  });

  it('are timed by when their frames were shown, as is the hold', () => {
    const shown = (shownAtMs: number, event: SessionEvent) => ({ ...event, shownAtMs }) as SessionEvent;
    const visit = holding().at(1200, shown(1100, located(faceAt(300)))).at(1100 + holdMs, shown(1099 + holdMs, located(faceAt(300))));
    expect(visit.phase).toMatchObject({ kind: 'posing', stillness: 1 - 1 / holdMs });
    expect(visit.at(1300 + holdMs, shown(1100 + holdMs, located(faceAt(300)))).phase).toMatchObject({ kind: 'capturing', startedAtMs: 1300 + holdMs });
  });

  it('leave one frame to the verdict, after the hold', () => {
    const visit = holding().at(votesMs, STILL).at(votesMs + 1, embedded()).at(votesMs + 2, embedded()).at(endMs, STILL);
    expect(visit.phase).toMatchObject({ kind: 'capturing', startedAtMs: endMs, heardAtMs: endMs });
    expect(votesIn(visit)).toBe(2);
    expect(visit.at(endMs + 50, embedded()).phase).toMatchObject({ kind: 'judged', verdict: { kind: 'match', best: ADA }, judgedAtMs: endMs + 50 });
  });

  it('count with the frame that ends the hold, and no verdict comes before it', () => {
    const visit = holding().at(votesMs, STILL).at(votesMs + 1, embedded()).at(endMs, embedded());
    expect([visit.phase.kind, votesIn(visit)]).toEqual(['capturing', 2]);
  });

  it('are forgotten when it moves, or is another', () => {
    for (const x of [160, 400]) {
      const visit = holding().at(votesMs, STILL).at(votesMs + 1, embedded()).at(votesMs + 2, embedded({ faces: faceAt(x) }));
      expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
    }
    const visit = holding().at(votesMs, STILL).at(votesMs + 1, embedded()).at(votesMs + 2, missed('no-face'));
    expect(visit.phase).toEqual({ kind: 'posing', stillness: 0 });
  });

  it('are not those of a picture that is not good enough, and a miss costs none', () => {
    const visit = holding().at(votesMs, STILL).at(votesMs + 1, embedded({ quality: { ...QUALITY, brightness: 5 } }));
    expect(votesIn(visit)).toBe(0);
    visit.at(votesMs + 2, embedded()).at(votesMs + 3, missed('unreadable-face', faceAt(100)));
    expect(votesIn(visit)).toBe(1);
    expect(visit.phase).toMatchObject({ stillness: votesFrom + 3 / holdMs });
  });

  it('are not gathered before a countdown, nor where nothing starts by itself', () => {
    for (const rules of [{ countdownMs: 3000 }, { autoVerify: false }]) {
      const visit = holding(rules).at(votesMs, STILL);
      expect(wantsEmbedding(visit.session, endMs)).toBe(false);
      expect(visit.phase).not.toHaveProperty('early');
    }
  });

  it('go with their embeddings and readings, which the verdict rests on', () => {
    const [one, two] = [normalise(Float32Array.of(0, 1)), normalise(Float32Array.of(1, 0))];
    const visit = holding().at(votesMs, STILL).at(votesMs + 1, embedded({ embedding: one })).at(votesMs + 2, embedded({ embedding: one })).at(endMs, STILL);
    expect(visit.phase).toMatchObject({ readings: [{ network: 0.99 }, { network: 0.99 }] });
    expect(visit.at(endMs + 1, embedded({ embedding: two })).phase).toMatchObject({ probe: templateOf([one, one, two]) });
  });
});
