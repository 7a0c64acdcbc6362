/** Pictures of faces are overwritten once nobody looks at them any more. */
import type { Session } from '../decision/session-state';

/** Overwrites the aligned faces that a session held before and holds no longer. */
export function wipeDroppedCrops(before: Session, after: Session): void {
  const kept = new Set(cropsOf(after));
  for (const crop of cropsOf(before)) if (!kept.has(crop)) crop.fill(0);
}

function cropsOf({ phase }: Session): Uint8Array[] {
  const samples = phase.kind === 'saving' ? [phase.sample] : phase.kind === 'enrolled' ? phase.enrolment.samples : [];
  return samples.flatMap(({ crop }) => crop ?? []);
}
