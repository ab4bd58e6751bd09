import * as Plot from "@observablehq/plot";
import { formatShare } from "../metric-text.ts";

/** Accuracies between which the axis runs; what lies beyond stands on its end. */
const ENDS = { low: 1e-2, high: 1 - 1e-6 };
const TICKS = [0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999, 0.999999];
const GRID = { stroke: "currentColor", strokeOpacity: 0.09 };

/** The scale of an accuracy: its log-odds, so that 99 % and 99.99 % are told apart as 1 % and 10 % are. */
export const accuracyScale = {
  type: "linear",
  domain: [logOdds(ENDS.low), logOdds(ENDS.high)],
} as const;

/** Place of an accuracy on the scale. */
export function accuracyPlace(accuracy: number): number {
  return logOdds(Math.min(Math.max(accuracy, ENDS.low), ENDS.high));
}

/** Whether an accuracy lies beyond an end of the axis. */
export function isBeyondAxis(accuracy: number): boolean {
  return accuracy < ENDS.low || accuracy > ENDS.high;
}

/** Ticks, grid and label. */
export function accuracyAxisMarks(side: "x" | "y", label: string, labelOffset_px: number): Plot.Markish[] {
  const ticks = TICKS.map((accuracy) => logOdds(accuracy));
  const style = {
    tickFormat: (_: number, index: number) => formatShare(TICKS[index]!),
    label,
    labelAnchor: "center",
    labelArrow: "none",
    labelOffset: labelOffset_px,
  } as const;
  return side === "x"
    ? [Plot.gridX(ticks, GRID), Plot.axisX(ticks, style)]
    : [Plot.gridY(ticks, GRID), Plot.axisY(ticks, style)];
}

/** Accuracies a study asks for at least: dashed lines with their number. */
export function boundMarks(side: "x" | "y", bounds: readonly number[]): Plot.Markish[] {
  const style = { stroke: "currentColor", strokeDasharray: "5 3", strokeOpacity: 0.7, className: "accuracy-bound" };
  const places = bounds.map((bound) => accuracyPlace(bound));
  return [side === "x" ? Plot.ruleX(places, style) : Plot.ruleY(places, style)];
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
