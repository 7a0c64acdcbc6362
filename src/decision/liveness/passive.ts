/** What the frames of one track say together about whether the face is alive, without asking it for anything. */
import type { LivenessReading } from '../../core/liveness';
import { PASSIVE } from './limits';

/** `unknown`: too few readings. `doubtful`: neither clearly a living face nor clearly a picture. */
export type PassiveJudgement = 'unknown' | 'spoof' | 'doubtful' | 'live';

/**
 * The passive score of one track, 0 (a picture) to 1 (a living face): the mean of what the network said of each frame.
 * Null below `PASSIVE.minReadings`. Readings of another track, or another person, must not be among them.
 */
export function passiveScoreOf(readings: readonly LivenessReading[]): number | null {
  if (readings.length < PASSIVE.minReadings) return null;
  return readings.reduce((sum, { network }) => sum + network, 0) / readings.length;
}

/** The score against the limits. */
export function judgePassive(readings: readonly LivenessReading[]): PassiveJudgement {
  const score = passiveScoreOf(readings);
  if (score === null) return 'unknown';
  if (score < PASSIVE.spoof) return 'spoof';
  return score < PASSIVE.live ? 'doubtful' : 'live';
}
