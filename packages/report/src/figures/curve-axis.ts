import * as Plot from "@observablehq/plot";
import { formatQuantity } from "@neurofront/core";
import type { Unit } from "@neurofront/core";
import { labelledTicks, logAxisAround, minorTicks } from "./log-axis.ts";

/** Decades below the largest value that a logarithmic axis still shows. */
export const MOST_DECADES = 15;

/** A quantity along one side of a frame. */
export interface Quantity {
  readonly title: string;
  readonly unit: Unit;
  readonly scale: "linear" | "log";
}

/** Ends of an axis in its quantity's unit. */
export interface AxisEnds extends Quantity {
  readonly low: number;
  readonly high: number;
}

/** The ends of an axis that runs exactly from the least to the largest of the values. */
export function exactAxis(quantity: Quantity, values: ArrayLike<number>): AxisEnds {
  const known = Array.from(values).filter((value) => isShown(value, quantity.scale));
  const low = Math.min(...known);
  const high = Math.max(...known);
  return low < high ? { ...quantity, low, high } : roomyAxis(quantity, known);
}

/** The ends of an axis with room around the values; a logarithmic one reaches at most {@link MOST_DECADES} down. */
export function roomyAxis(quantity: Quantity, values: readonly number[]): AxisEnds {
  const known = values.filter((value) => isShown(value, quantity.scale));
  if (quantity.scale === "log") {
    const floor = Math.max(...known) * 10 ** -MOST_DECADES;
    const { low, high } = logAxisAround(
      known.filter((value) => value >= floor),
      1,
    );
    return { ...quantity, low, high };
  }
  const least = known.length > 0 ? Math.min(...known) : 0;
  const largest = known.length > 0 ? Math.max(...known) : 1;
  const room = 0.05 * (largest - least) || 0.05 * Math.abs(largest) || 1;
  return { ...quantity, low: least - room, high: largest + room };
}

/** Whether a value has a place on a scale. */
export function isShown(value: number, scale: "linear" | "log"): boolean {
  return Number.isFinite(value) && (scale === "linear" || value > 0);
}

/** Ticks, grid and label of an axis, with SI prefixes. */
export function axisMarks(side: "x" | "y", axis: AxisEnds, labelOffset_px: number): Plot.Markish[] {
  const labelled = {
    text: (value: number) => formatQuantity(value, axis.unit, 4),
    label: axis.title,
    labelAnchor: "center",
    labelArrow: "none",
    labelOffset: labelOffset_px,
  } as const;
  const faint = { stroke: "currentColor", strokeOpacity: 0.09 };
  if (axis.scale === "linear") {
    const ticks = side === "x" ? 8 : 6;
    return side === "x"
      ? [Plot.gridX({ ...faint, ticks }), Plot.axisX({ ...labelled, ticks })]
      : [Plot.gridY({ ...faint, ticks }), Plot.axisY({ ...labelled, ticks })];
  }
  // Labels of a logarithmic axis pass through a filter by this count, which is not to drop any.
  const all = { ...labelled, ticks: 1000 };
  const minor = { tickFormat: () => "", tickSize: 3, label: null, strokeOpacity: 0.5 };
  const logAxis = { low: axis.low, high: axis.high, length_px: 1 };
  const [values, minorValues] = [labelledTicks(logAxis), minorTicks(logAxis)];
  return side === "x"
    ? [Plot.gridX(values, faint), Plot.axisX(minorValues, minor), Plot.axisX(values, all)]
    : [Plot.gridY(values, faint), Plot.axisY(minorValues, minor), Plot.axisY(values, all)];
}
