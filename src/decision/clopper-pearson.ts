/** The exact interval of an error rate that was counted (Clopper and Pearson, 1934). */

/** Two ends of a range, each 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The rates that `errors` of `trials` do not contradict at this confidence: 0 of 20 still allows 0.168. Exact for
 * independent trials; pairs that share a photograph are not quite independent, so the truth is somewhat wider.
 * `errors` need not be whole: a mean of `trials` numbers between 0 and 1 may stand in for a count, and is then given an
 * interval that is too wide rather than too narrow. Without trials anything is possible: 0 to 1.
 * @throws RangeError when `errors` is not between 0 and `trials`, or `confidence` not between 0 and 1.
 */
export function clopperPearson(errors: number, trials: number, confidence = 0.95): Interval {
  if (!(errors >= 0 && errors <= trials)) throw new RangeError(`There cannot be ${errors} errors in ${trials} trials.`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`A confidence lies between 0 and 1, not at ${confidence}.`);
  const tail = (1 - confidence) / 2;
  return {
    low: errors === 0 ? 0 : betaQuantile(tail, errors, trials - errors + 1),
    high: errors === trials ? 1 : betaQuantile(1 - tail, errors + 1, trials - errors),
  };
}

/** The x at which the regularised incomplete beta function reaches `probability`, by bisection to the last bit. */
function betaQuantile(probability: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) return middle;
    if (regularisedBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
}

/** Regularised incomplete beta function: the chance that a Beta(a, b) number is at most x. */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  return (front * betaFraction(x, a, b)) / a;
}

/** The continued fraction of the incomplete beta function, by Lentz's method; about √max(a, b) steps. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 1_000_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

/** Lanczos' coefficients for g = 7. */
const LANCZOS = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
] as const;

/** Natural logarithm of Γ(x), x ≥ 0.5. */
function logGamma(x: number): number {
  const z = x - 1;
  const t = z + 7.5;
  const sum = LANCZOS.reduce((total, coefficient, index) => (index === 0 ? coefficient : total + coefficient / (z + index)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
