/** What the frames of one track say together about whether the face is alive, without asking it for anything. */
import type { LivenessReading } from '../../core/liveness';
import { PASSIVE } from './limits';

/** `unknown`: too few readings. `doubtful`: neither clearly a living face nor clearly a picture. */
export type PassiveJudgement = 'unknown' | 'spoof' | 'doubtful' | 'live';

/**
 * The passive score of one track, 0 (a picture) to 1 (a living face): the mean over its frames of what the network said,
 * and 0 of a frame that shows a pattern no skin has. Null below `PASSIVE.minReadings`. Readings of another track, or another person, must not be among them.
 */
export function passiveScoreOf(readings: readonly LivenessReading[]): number | null {
  if (readings.length < PASSIVE.minReadings) return null;
  return readings.reduce((sum, reading) => sum + shareOf(reading), 0) / readings.length;
}

function shareOf({ network, patternDb }: LivenessReading): number {
  return patternDb > PASSIVE.maxPatternDb ? 0 : network;
}

/** The score against the limits. */
export function judgePassive(readings: readonly LivenessReading[]): PassiveJudgement {
  const score = passiveScoreOf(readings);
  if (score === null) return 'unknown';
  if (score < PASSIVE.spoof) return 'spoof';
  return score < PASSIVE.live ? 'doubtful' : 'live';
}
