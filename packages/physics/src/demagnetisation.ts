/** Edge lengths of a rectangular prism along x, y and z. */
export interface Prism {
  readonly x_m: number;
  readonly y_m: number;
  readonly z_m: number;
}

/** Magnetometric demagnetising factors along the three axes; positive, with sum 1. */
export interface DemagnetisingFactors {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Beyond this ratio of edges the terms of Aharoni's formula cancel to fewer than seven digits. */
const largestAspectRatio = 1e4;

/**
 * Demagnetising factors of a uniformly magnetised rectangular prism: mean field -N·M inside, energy µ0 N M²/2 per volume.
 * Only the ratios of the edges matter. Source: A. Aharoni, J. Appl. Phys. 83, 3432 (1998), eq. 1.
 * Absolute error below 1e-9 for edges within a ratio of 1000, 1e-7 within 10000.
 *
 * @throws RangeError if an edge is not positive and finite, or if two edges differ by more than a factor of 10000.
 */
export function demagnetisingFactors({ x_m, y_m, z_m }: Prism): DemagnetisingFactors {
  const shortest_m = Math.min(x_m, y_m, z_m);
  const longest_m = Math.max(x_m, y_m, z_m);
  const edges = `edges of ${x_m} m, ${y_m} m and ${z_m} m`;
  if (!(shortest_m > 0 && longest_m < Infinity)) {
    throw new RangeError(`demagnetisingFactors: expected positive finite edges, got ${edges}`);
  }
  if (longest_m > largestAspectRatio * shortest_m) {
    throw new RangeError(`demagnetisingFactors: expected edges within a ratio of ${largestAspectRatio}, got ${edges}`);
  }
  const x = x_m / shortest_m;
  const y = y_m / shortest_m;
  const z = z_m / shortest_m;
  return { x: factorAlongLast(y, z, x), y: factorAlongLast(z, x, y), z: factorAlongLast(x, y, z) };
}

/**
 * Aharoni's eq. 1 for the axis of c. His logarithms are written as ln[(r-a)/(r+a)] = -2 asinh(a/rbc) and
 * ln[(rab+a)/(rab-a)] = 2 asinh(a/b): the differences r - a lose digits for a long prism.
 */
function factorAlongLast(a: number, b: number, c: number): number {
  const { asinh, atan, sqrt, PI } = Math;
  const a2 = a * a;
  const b2 = b * b;
  const c2 = c * c;
  const rab = sqrt(a2 + b2);
  const rbc = sqrt(b2 + c2);
  const rac = sqrt(a2 + c2);
  const r = sqrt(a2 + b2 + c2);
  const logarithms =
    ((c2 - b2) / (b * c)) * asinh(a / rbc) +
    ((c2 - a2) / (a * c)) * asinh(b / rac) +
    (b / c) * asinh(a / b) +
    (a / c) * asinh(b / a) -
    (c / a) * asinh(b / c) -
    (c / b) * asinh(a / c);
  const powers =
    a * a2 + b * b2 - 2 * c * c2 + (a2 + b2 - 2 * c2) * r + 3 * c2 * (rac + rbc) - rab ** 3 - rbc ** 3 - rac ** 3;
  return (logarithms + 2 * atan((a * b) / (c * r)) + powers / (3 * a * b * c)) / PI;
}
