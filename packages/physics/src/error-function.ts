import { rational } from "./rational-function.ts";

// Coefficients: W. J. Cody, "Rational Chebyshev approximations for the error function",
// Math. Comp. 23, 631 (1969), for |x| <= 0.46875, up to 4, and above 4 (in 1/x²).
const nearZero = {
  numerator: [
    1.85777706184603153e-1, 3.1611237438705656, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3,
  ],
  denominator: [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3],
};
const middle = {
  numerator: [
    2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
    8.8195222124176909e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
  ],
  denominator: [
    1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
    3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
  ],
};
const tail = {
  numerator: [
    1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
    1.60837851487422766e-2, 6.58749161529837803e-4,
  ],
  denominator: [
    1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3,
  ],
};
const nearZeroLimit = 0.46875;
const middleLimit = 4;
const inverseSqrtPi = 1 / Math.sqrt(Math.PI);

/**
 * Error function erf(x) = 2/√π ∫₀ˣ exp(-t²) dt of any real x (also ±Infinity; NaN gives NaN).
 * Relative error below 1e-15 (Cody 1969).
 */
export function erf(x: number): number {
  if (Math.abs(x) <= nearZeroLimit) return erfNearZero(x);
  return x > 0 ? 1 - erfcPositive(x) : erfcPositive(-x) - 1;
}

/**
 * Complementary error function erfc(x) = 1 - erf(x) of any real x (also ±Infinity; NaN gives NaN).
 * Relative error below 1e-14 up to x = 26, where the value is near 1e-296; it underflows to 0 beyond 27 (Cody 1969).
 */
export function erfc(x: number): number {
  if (Math.abs(x) <= nearZeroLimit) return 1 - erfNearZero(x);
  return x > 0 ? erfcPositive(x) : 2 - erfcPositive(-x);
}

function erfNearZero(x: number): number {
  return x * rational(nearZero.numerator, nearZero.denominator, x * x);
}

/** erfc for x above `nearZeroLimit`. */
function erfcPositive(x: number): number {
  if (x > 28) return 0;
  if (x <= middleLimit) return expMinusSquare(x) * rational(middle.numerator, middle.denominator, x);
  const inverseSquare = 1 / (x * x);
  const correction = inverseSquare * rational(tail.numerator, tail.denominator, inverseSquare);
  return (expMinusSquare(x) * (inverseSqrtPi - correction)) / x;
}

/** exp(-x²); the square of the head is exact, else its rounding would cost x² units in the last place. */
function expMinusSquare(x: number): number {
  const head = Math.trunc(x * 16) / 16;
  return Math.exp(-head * head) * Math.exp((head - x) * (head + x));
}
