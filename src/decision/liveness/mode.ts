/** How much a verification asks of whoever is recognised before it says MATCH. */

/**
 * `convenience` looks at the picture alone; `careful` also asks for two movements, `strict` for three, and doubts more.
 * [Note: careful asks everybody] *Careful* could have asked only those whose picture is doubtful. But a photograph without
 * a trace of its medium scores as the face in it does, so no passive score can spare anybody.
 */
export const LIVENESS_MODES = ['convenience', 'careful', 'strict'] as const;
export type LivenessMode = (typeof LIVENESS_MODES)[number];

/** How many movements are asked for, and how often a challenge may begin anew after something else than what was asked. */
export const CHALLENGES: Readonly<Record<LivenessMode, { readonly movements: number; readonly slips: number } | null>> = {
  convenience: null,
  careful: { movements: 2, slips: 2 },
  strict: { movements: 3, slips: 1 },
};
