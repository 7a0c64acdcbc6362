/** What Lintel says while it asks for movements, and of the modes. */
import { describe, expect, it } from 'vitest';
import { beginChallenge, type Challenge } from '../../../src/decision/liveness/challenge';
import { LIVENESS_MODES } from '../../../src/decision/liveness/mode';
import { MOVEMENTS } from '../../../src/decision/liveness/movements';
import { challengeText, livenessText, modeWords, movementText, slipText } from '../../../src/ui/liveness-words';
import { signsAt } from '../decision/liveness/sitting';

const SENTENCES = /^([A-Z][^.!?]*[.?] ?)+$/;
const BEGUN = beginChallenge({ movements: 2, slips: 2 }, 0, 0.5);
const SLIPS: readonly NonNullable<Challenge['lastSlip']>[] = ['other-movement', 'too-early', 'too-late', 'flat'];

describe('the words for a challenge', () => {
  it('ask for every movement in other words', () => {
    for (const movement of MOVEMENTS) expect(movementText(movement)).toMatch(SENTENCES);
    expect(new Set(MOVEMENTS.map(movementText)).size).toBe(MOVEMENTS.length);
    expect(movementText('turn-left')).toContain('left');
    expect(movementText('turn-right')).toContain('right');
  });

  it('say what to do now, and nothing of what will be asked', () => {
    expect(challengeText(BEGUN)).toBe('Look straight at the camera.');
    const asked: Challenge = { ...BEGUN, movements: ['closer', 'turn-left'], step: { kind: 'asked', sinceMs: 0, atRest: signsAt(), held: [], other: [], flat: [] } };
    expect(challengeText(asked)).toBe(movementText('closer'));
  });

  it('say why it begins anew, and nothing where it does not', () => {
    expect(slipText(BEGUN)).toBe('');
    const texts = SLIPS.map((lastSlip) => slipText({ ...BEGUN, lastSlip }));
    for (const text of texts) expect(text).toMatch(SENTENCES);
    expect(new Set(texts).size).toBe(SLIPS.length);
  });
});

describe('the words for a mode', () => {
  it.each(LIVENESS_MODES)('say what it asks, what it stops and what it lets pass: %s', (mode) => {
    const { label, asks, stops, lets } = modeWords(mode);
    expect(label).toMatch(/^[A-Z][a-z]+$/);
    for (const text of [asks, stops]) expect(text).toMatch(SENTENCES);
    expect(lets).toMatch(/^(Lets|May let) /);
    expect(livenessText(mode)).toMatch(SENTENCES);
  });

  it('say under a match what was checked', () => {
    expect(livenessText('convenience')).toContain('a good photograph can pass');
    for (const mode of ['careful', 'strict'] as const) expect(livenessText(mode)).toContain(modeWords(mode).label);
  });
});
