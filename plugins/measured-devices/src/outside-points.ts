import { formatQuantity, unitSuffix } from "@neurofront/core";
import type { Unit, Violation } from "@neurofront/core";

/**
 * Violations for a place outside the measured points, none inside: nothing is extrapolated in silence.
 *
 * @param name of the axis with its unit, for the message
 */
export function outsidePoints(name: string, unit: Unit, at: number, axis: Float64Array): Violation[] {
  const low = axis[0]!;
  const high = axis.at(-1)!;
  if (at >= low && at <= high) return [];
  const bound = at < low ? low : high;
  return [
    {
      kind: "invalid",
      code: "outside-measured-points",
      message: `${name.slice(0, name.length - unitSuffix(unit).length)} is ${formatQuantity(at, unit)}; measured is ${formatQuantity(low, unit)} to ${formatQuantity(high, unit)}`,
      amount: Math.abs(at - bound) / bound,
    },
  ];
}
