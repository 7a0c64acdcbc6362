/** Several readings of one track as a score and a judgement. */
import { describe, expect, it } from 'vitest';
import type { LivenessReading } from '../../../../src/core/liveness';
import { PASSIVE } from '../../../../src/decision/liveness/limits';
import { judgePassive, passiveScoreOf } from '../../../../src/decision/liveness/passive';

const readings = (...networks: number[]): LivenessReading[] => networks.map((network) => ({ network, patternDb: 8 }));
const patterned = (network: number): LivenessReading => ({ network, patternDb: PASSIVE.maxPatternDb + 0.1 });

describe('the passive score', () => {
  it('is the mean over the frames', () => {
    expect(passiveScoreOf(readings(1, 0.5, 0, 0.5))).toBeCloseTo(0.5, 10);
  });

  it('takes a frame with a pattern for a picture, whatever the network says', () => {
    expect(passiveScoreOf([...readings(0.9, 0.9), patterned(1)])).toBeCloseTo(0.6, 10);
    expect(passiveScoreOf([patterned(1), patterned(1), patterned(1)])).toBe(0);
    expect(passiveScoreOf(readings(0.9, 0.9, 0.9).map((reading) => ({ ...reading, patternDb: PASSIVE.maxPatternDb })))).toBeCloseTo(0.9, 10);
  });

  it('is unknown from fewer readings than are needed', () => {
    for (let count = 0; count < PASSIVE.minReadings; count += 1) expect(passiveScoreOf(readings(...new Array<number>(count).fill(1)))).toBeNull();
    expect(passiveScoreOf(readings(...new Array<number>(PASSIVE.minReadings).fill(1)))).toBe(1);
  });
});

describe('the judgement', () => {
  const of = (score: number) => judgePassive(readings(score, score, score));

  it('changes at the limits', () => {
    expect(of(PASSIVE.live)).toBe('live');
    expect(of(PASSIVE.live - 0.001)).toBe('doubtful');
    expect(of(PASSIVE.spoof)).toBe('doubtful');
    expect(of(PASSIVE.spoof - 0.001)).toBe('spoof');
    expect([of(0), of(1)]).toEqual(['spoof', 'live']);
  });

  it('needs enough readings: one good frame is no living face', () => {
    expect(judgePassive([])).toBe('unknown');
    expect(judgePassive(readings(1, 1))).toBe('unknown');
  });

  it('has limits in order', () => {
    expect(PASSIVE.spoof).toBeGreaterThan(0);
    expect(PASSIVE.spoof).toBeLessThan(PASSIVE.live);
    expect(PASSIVE.live).toBeLessThan(1);
  });
});
