import type { ScalarFunction } from "./root-finding.ts";

/** What to integrate over, and how exactly. */
export interface Quadrature {
  readonly from: number;
  readonly to: number;
  /** Wanted error relative to the integral of the magnitude. Default 1e-9. */
  readonly relativeTolerance?: number;
}

/** Abscissas in (0, 1] of the 15-point Kronrod rule, from the outermost; every second one belongs to the 7-point Gauss rule. */
const ABSCISSAS = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911,
  0.4058451513773972, 0.20778495500789848, 0,
] as const;
const KRONROD_WEIGHTS = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679,
  0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
] as const;
const GAUSS_WEIGHTS = [0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694] as const;

const MOST_PIECES = 400;

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly integral: number;
  readonly magnitude: number;
  readonly error: number;
}

/**
 * Integral of a function by the 7-15 point Gauss-Kronrod pair, halving the worst piece until the sum of the differences
 * between the two rules is within the tolerance, or after 400 pieces. The ends themselves are never evaluated. A pole inside
 * gives what the pieces add up to, Infinity where the function is.
 *
 * Source: R. Piessens et al., "QUADPACK" (Springer 1983), rule qk15 with global subdivision.
 */
export function integral(f: ScalarFunction, { from, to, relativeTolerance = 1e-9 }: Quadrature): number {
  const pieces = [pieceOf(f, from, to)];
  for (;;) {
    let sum = 0;
    let magnitude = 0;
    let error = 0;
    let worst = 0;
    for (const [k, piece] of pieces.entries()) {
      sum += piece.integral;
      magnitude += piece.magnitude;
      error += piece.error;
      if (piece.error > pieces[worst]!.error) worst = k;
    }
    if (!(error > relativeTolerance * magnitude) || pieces.length >= MOST_PIECES || !Number.isFinite(error)) return sum;
    const { from: low, to: high } = pieces[worst]!;
    const middle = low + (high - low) / 2;
    pieces.splice(worst, 1, pieceOf(f, low, middle), pieceOf(f, middle, high));
  }
}

function pieceOf(f: ScalarFunction, from: number, to: number): Piece {
  const centre = from + (to - from) / 2;
  const half = (to - from) / 2;
  let kronrod = 0;
  let gauss = 0;
  let magnitude = 0;
  for (const [k, abscissa] of ABSCISSAS.entries()) {
    const offset = half * abscissa;
    const right = f(centre + offset);
    const left = offset === 0 ? 0 : f(centre - offset);
    kronrod += KRONROD_WEIGHTS[k]! * (left + right);
    magnitude += KRONROD_WEIGHTS[k]! * (Math.abs(left) + Math.abs(right));
    if (k % 2 === 1) gauss += GAUSS_WEIGHTS[(k - 1) / 2]! * (left + right);
  }
  return {
    from,
    to,
    integral: half * kronrod,
    magnitude: Math.abs(half) * magnitude,
    error: Math.abs(half * (kronrod - gauss)),
  };
}
