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
  if (!(shortest_m > 0 && longest_m < Infinity)) {
    throw new RangeError(`demagnetisingFactors: expected positive finite edges, got ${edgesText(x_m, y_m, z_m)}`);
  }
  if (longest_m > largestAspectRatio * shortest_m) {
    throw new RangeError(
      `demagnetisingFactors: expected edges within a ratio of ${largestAspectRatio}, got ${edgesText(x_m, y_m, z_m)}`,
    );
  }
  return factorsOf(x_m / shortest_m, y_m / shortest_m, z_m / shortest_m);
}

function edgesText(x_m: number, y_m: number, z_m: number): string {
  return `edges of ${x_m} m, ${y_m} m and ${z_m} m`;
}

/**
 * The three axes share their logarithms, written as ln[(r-a)/(r+a)] = -2 asinh(a/rbc) and ln[(rab+a)/(rab-a)] = 2 asinh(a/b): the
 * differences r - a lose digits for a long prism.
 */
function factorsOf(x: number, y: number, z: number): DemagnetisingFactors {
  const { asinh, sqrt } = Math;
  const alongX = asinh(x / sqrt(y * y + z * z));
  const alongY = asinh(y / sqrt(z * z + x * x));
  const alongZ = asinh(z / sqrt(x * x + y * y));
  const xy = asinh(x / y);
  const yx = asinh(y / x);
  const yz = asinh(y / z);
  const zy = asinh(z / y);
  const zx = asinh(z / x);
  const xz = asinh(x / z);
  return {
    x: factorAlongLast(y, z, x, alongY, alongZ, yz, zy, yx, zx),
    y: factorAlongLast(z, x, y, alongZ, alongX, zx, xz, zy, xy),
    z: factorAlongLast(x, y, z, alongX, alongY, xy, yx, xz, yz),
  };
}

/** Aharoni's eq. 1 for the axis of c, with the logarithms of the edges' ratios. */
function factorAlongLast(
  a: number,
  b: number,
  c: number,
  alongA: number,
  alongB: number,
  ab: number,
  ba: number,
  ac: number,
  bc: number,
): number {
  const { atan, sqrt, PI } = Math;
  const a2 = a * a;
  const b2 = b * b;
  const c2 = c * c;
  const rab = sqrt(a2 + b2);
  const rbc = sqrt(b2 + c2);
  const rac = sqrt(a2 + c2);
  const r = sqrt(a2 + b2 + c2);
  const logarithms =
    ((c2 - b2) / (b * c)) * alongA +
    ((c2 - a2) / (a * c)) * alongB +
    (b / c) * ab +
    (a / c) * ba -
    (c / a) * bc -
    (c / b) * ac;
  const cubes = rab * rab * rab + rbc * rbc * rbc + rac * rac * rac;
  const powers = a * a2 + b * b2 - 2 * c * c2 + (a2 + b2 - 2 * c2) * r + 3 * c2 * (rac + rbc) - cubes;
  return (logarithms + 2 * atan((a * b) / (c * r)) + powers / (3 * a * b * c)) / PI;
}
