/** Rewrites a network as its manifest says. The same input always gives the same bytes. */
import type { PreparationStep } from '../../core/manifest';
import { halveWeights } from './half-weights';
import { splitPRelus } from './split-prelu';

const STEPS: Readonly<Record<PreparationStep, (model: Uint8Array) => Uint8Array>> = {
  'split-prelu': splitPRelus,
  'halve-weights': halveWeights,
};

/** @throws Error when the bytes are no ONNX model of the expected kind. */
export function prepareOnnx(model: Uint8Array, steps: readonly PreparationStep[]): Uint8Array {
  return steps.reduce((prepared, step) => STEPS[step](prepared), model);
}
