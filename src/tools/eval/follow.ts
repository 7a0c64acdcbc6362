/** What the worker is asked of a picture whose face is followed: the second look, once the first has found it. */
import type { DetectorKind } from '../../core/detector';
import { FOLLOWING } from '../../decision/thresholds';
import type { DetectorSettings, FrameWishes, HaarSearch } from '../../inference/protocol';

/** The second look, as the app plans it, but for the boxes that the first one gives. */
export interface Follow {
  readonly detector: DetectorSettings;
  readonly search: Omit<Extract<HaarSearch, { kind: 'follow' }>, 'boxes'>;
  readonly orExact: NonNullable<FrameWishes['orExact']>;
}

/** Null where UltraLight alone looks, which follows nobody. `first` is the detector of the first look. */
export function followOf(kind: DetectorKind, first: DetectorSettings): Follow | null {
  if (kind === 'ultralight') return null;
  return { detector: { ...first, kind: 'haar' }, search: { kind: 'follow', reach: FOLLOWING.reach, part: null }, orExact: kind === 'haar+ultralight' };
}
