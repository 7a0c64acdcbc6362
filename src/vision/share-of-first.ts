/** What a network's raw outputs mean as shares. */

/**
 * The softmax of the first of a network's raw outputs, 0 to 1.
 * @throws RangeError when there is no choice between outputs, or one of them is no number.
 */
export function shareOfFirst(outputs: Float32Array): number {
  const sum = outputs.reduce((total, output) => total + Math.exp(output - outputs[0]!), 0);
  if (outputs.length < 2 || Number.isNaN(sum)) throw new RangeError('Expected numbers for several kinds from the network.');
  return 1 / sum;
}
