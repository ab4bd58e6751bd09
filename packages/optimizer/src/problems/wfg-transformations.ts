// The transformations of variables in [0, 1] of Huband, Hingston, Barone and While, IEEE Trans. Evol. Comput. 10, 477 (2006),
// Table XI.

/** Rounding may leave [0, 1] by a hair. */
const inUnit = (value: number): number => Math.min(Math.max(value, 0), 1);

/** Linear on both sides of its zero at `zero`. */
export function shiftLinear(y: number, zero: number): number {
  return inUnit(Math.abs(y - zero) / Math.abs(Math.floor(zero - y) + zero));
}

/** A narrow global minimum of half width `aperture` at `zero`, and two wide deceptive ones of depth `deceptive` at the ends. */
export function shiftDeceptive(y: number, zero: number, aperture: number, deceptive: number): number {
  const left = (Math.floor(y - zero + aperture) * (1 - deceptive + (zero - aperture) / aperture)) / (zero - aperture);
  const right =
    (Math.floor(zero + aperture - y) * (1 - deceptive + (1 - zero - aperture) / aperture)) / (1 - zero - aperture);
  return inUnit(1 + (Math.abs(y - zero) - aperture) * (left + right + 1 / aperture));
}

/** A minimum at `zero` among `minima` hills on either side, on a bowl of height `bowl`. */
export function shiftMultimodal(y: number, minima: number, bowl: number, zero: number): number {
  const distance = Math.abs(y - zero) / (2 * (Math.floor(zero - y) + zero));
  return inUnit((1 + Math.cos((4 * minima + 2) * Math.PI * (0.5 - distance)) + 4 * bowl * distance ** 2) / (bowl + 2));
}

/** Flat at `value` between `from` and `to`. */
export function biasFlat(y: number, value: number, from: number, to: number): number {
  const below = (Math.min(0, Math.floor(y - from)) * value * (from - y)) / from;
  const above = (Math.min(0, Math.floor(to - y)) * (1 - value) * (y - to)) / (1 - to);
  return inUnit(value + below - above);
}

/** A power that depends on others, from `low` to `high`. */
export function biasByOthers(y: number, others: number, middle: number, low: number, high: number): number {
  const v = middle - (1 - 2 * others) * Math.abs(Math.floor(0.5 - others) + middle);
  return inUnit(y ** (low + (high - low) * v));
}

/** Mean of y[from] to y[to - 1], with the weights of their places where wanted: 2 for the first of all, 4, 6, ... */
export function reduceMean(y: ArrayLike<number>, from: number, to: number, isWeighted = false): number {
  let [sum, weights] = [0, 0];
  for (let k = from; k < to; k++) {
    const weight = isWeighted ? 2 * (k + 1) : 1;
    sum += weight * y[k]!;
    weights += weight;
  }
  return inUnit(sum / weights);
}

/** A mean of y[from] to y[to - 1] that depends on the differences of each to the next `degree` - 1, in a circle. */
export function reduceNonSeparable(y: ArrayLike<number>, from: number, to: number, degree: number): number {
  const count = to - from;
  let sum = 0;
  for (let j = 0; j < count; j++) {
    sum += y[from + j]!;
    for (let k = 0; k <= degree - 2; k++) sum += Math.abs(y[from + j]! - y[from + ((1 + j + k) % count)]!);
  }
  const half = Math.ceil(degree / 2);
  return inUnit(sum / ((count / degree) * half * (1 + 2 * degree - 2 * half)));
}
