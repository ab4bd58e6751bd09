import type { Design, NeuronCharacter, NeuronModel, OperatingPoint } from "@neurofront/core";

/** Error probabilities over increasing net currents. */
export interface ErrorSweep {
  readonly netCurrent_A: Float64Array;
  /** Of a decision that must switch, and of one that must hold. */
  readonly mustSwitch: Float64Array;
  readonly mustHold: Float64Array;
  /** Just below and just above the threshold current, of a decision that must switch. */
  readonly belowThreshold: number;
  readonly aboveThreshold: number;
}

/** How close to the threshold the half must be crossed: a part of the threshold, and a current below any device's. */
const NEAR = 0.01;
const NEAR_A = 1e-12;

const DECADES_A = Array.from({ length: 33 }, (_, k) => 1e-10 * 10 ** (k / 4));
const TINY_A = [1e-18, 1e-15, 1e-12];
const HUGE_A = [0.1, 1];

/** Magnitudes to sweep: tiny, huge, by decades, around the threshold, and evenly up to the current of a column. */
function magnitudes_A(threshold_A: number, column_A: number): number[] {
  const limit_A = Math.max(column_A, Number.isFinite(threshold_A) ? 2 * threshold_A : 0);
  const even = Array.from({ length: 16 }, (_, k) => (limit_A * (k + 1)) / 16);
  const around = Array.from({ length: 21 }, (_, k) => threshold_A * (0.8 + 0.02 * k));
  return [...TINY_A, ...DECADES_A, ...HUGE_A, ...even, ...around].filter(
    (current) => Number.isFinite(current) && current > 0,
  );
}

/**
 * Error probabilities of one design.
 *
 * @throws Error that names the decision at which the model threw
 */
export function sweepErrors(
  model: NeuronModel,
  design: Design,
  operating: OperatingPoint,
  { thresholdCurrent_A }: NeuronCharacter,
): ErrorSweep {
  const probability = (netCurrent_A: number, mustSwitch: boolean): number => {
    try {
      return model.errorProbability(design, operating, { netCurrent_A, mustSwitch });
    } catch (error) {
      throw new Error(
        `errorProbability with netCurrent_A = ${netCurrent_A}, mustSwitch = ${mustSwitch}: ${String(error)}`,
        { cause: error },
      );
    }
  };
  const positive = magnitudes_A(thresholdCurrent_A, operating.columnCurrent_A);
  const currents = [...new Set([0, ...positive, ...positive.map((current) => -current)])].toSorted((a, b) => a - b);
  const near_A = NEAR * thresholdCurrent_A + NEAR_A;
  return {
    netCurrent_A: Float64Array.from(currents),
    mustSwitch: Float64Array.from(currents, (current) => probability(current, true)),
    mustHold: Float64Array.from(currents, (current) => probability(current, false)),
    belowThreshold: probability(thresholdCurrent_A - near_A, true),
    aboveThreshold: probability(thresholdCurrent_A + near_A, true),
  };
}
