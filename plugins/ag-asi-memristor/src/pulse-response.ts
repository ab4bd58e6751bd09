import { bracketedRoot } from "@neurofront/physics";

/**
 * Conductance after p of P equal pulses, between 0 and 1: (1 - exp(-p / (a P))) / (1 - exp(-1 / a)), the update law of
 * NeuroSim (Chen, Peng, Yu). Depression is the same curve from the other end.
 *
 * @param share p / P in [0, 1]
 * @param normalisedA a > 0; large is straight
 */
export function pulseResponse(share: number, normalisedA: number): number {
  return Math.expm1(-share / normalisedA) / Math.expm1(-1 / normalisedA);
}

/** Pulses over P that reach a level of {@link pulseResponse}; all of them for the end, of which a steep curve is short by rounding. */
export function pulsesForLevel(level: number, normalisedA: number): number {
  return Math.min(1, -normalisedA * Math.log1p(level * Math.expm1(-1 / normalisedA)));
}

/** Largest distance of the curve from the straight line, where its slope is that of the line. */
export function largestBow(normalisedA: number): number {
  const slope = -normalisedA * Math.expm1(-1 / normalisedA);
  const share = -normalisedA * Math.log(slope);
  return pulseResponse(share, normalisedA) - share;
}

/**
 * A label is the distance of the curve from the diagonal of its unit square in units of 0.07: found from NeuroSim's table, whose
 * entries the relation gives back to 1e-5. The distance along the axis is sqrt(2) times that.
 */
const BOW_PER_LABEL = 0.07 * Math.SQRT2;

/**
 * The constant a of a nonlinearity label: the root of largestBow(a) = 0.07 sqrt(2) label. NeuroSim tabulates it for 900 labels.
 *
 * @param label magnitude, 0.01 to 9
 */
export function normalisedConstant(label: number): number {
  // The bow falls with a: 1 / (8 a) for a straight curve, and near 1 for a step.
  const logarithm = bracketedRoot((x) => largestBow(Math.exp(x)) - BOW_PER_LABEL * label, {
    low: Math.log(5e-3),
    high: Math.log(200),
    tolerance: 1e-12,
  });
  return Math.exp(logarithm);
}
