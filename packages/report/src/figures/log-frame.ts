import * as Plot from "@observablehq/plot";
import { formatQuantity } from "@neurofront/core";
import { FAINT, PAGE } from "./figure.ts";
import { isoAngle_deg, isoLabelPlace, isoLines } from "./iso-edp.ts";
import { textWidth_px } from "./label-placement.ts";
import type { Pixel } from "./label-placement.ts";
import { labelledTicks, minorTicks } from "./log-axis.ts";
import type { LogAxis } from "./log-axis.ts";

const ISO_LABEL_PX = 11;

/** Axes of energy against delay; figures of several accountings share them, so that they compare at a glance. */
export interface EnergyDelayAxes {
  readonly delay: LogAxis;
  readonly energy: LogAxis;
}

/**
 * Frame, grid, ticks and labels with SI prefixes. The labels are a channel of their own, because a format of ticks leaves out some
 * on a logarithmic axis.
 */
export function axisMarks({ delay, energy }: EnergyDelayAxes): Plot.Markish[] {
  const grid = { stroke: "currentColor", strokeOpacity: 0.09 };
  const minor = { tickFormat: () => "", tickSize: 3, label: null, strokeOpacity: 0.5 };
  return [
    Plot.gridX(labelledTicks(delay), grid),
    Plot.gridY(labelledTicks(energy), grid),
    Plot.axisX(minorTicks(delay), minor),
    Plot.axisY(minorTicks(energy), minor),
    Plot.axisX(labelledTicks(delay), {
      text: (value: number) => formatQuantity(value, "s"),
      label: "delay of one decision",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 42,
    }),
    Plot.axisY(labelledTicks(energy), {
      text: (value: number) => formatQuantity(value, "J"),
      label: "energy per neuron and decision",
      labelAnchor: "center",
      labelArrow: "none",
      labelOffset: 66,
    }),
    Plot.frame({ stroke: "currentColor", strokeOpacity: 0.45 }),
  ];
}

/** A label of a line of equal energy-delay product, in pixels from the top left. */
export interface IsoLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** One label on each line of equal energy-delay product that is long enough, where few points lie. */
export function isoLabels({ delay, energy }: EnergyDelayAxes, points: readonly Pixel[]): IsoLabel[] {
  return isoLines(delay, energy).flatMap((line) => {
    const text = `${line.edp_J_s} J s`;
    const found = isoLabelPlace(line, delay, energy, points, textWidth_px(text, ISO_LABEL_PX) / 2);
    return found ? [{ text, x: found.x, y: found.y }] : [];
  });
}

/** Lines of equal energy-delay product with their labels. */
export function isoMarks(axes: EnergyDelayAxes, labels: readonly IsoLabel[]): Plot.Markish[] {
  const lines = isoLines(axes.delay, axes.energy).map((line) =>
    Plot.line([line.from, line.to], {
      x: "delay_s",
      y: "energy_J",
      stroke: FAINT,
      strokeOpacity: 0.75,
      strokeDasharray: "2 4",
      strokeWidth: 1,
      className: "iso-edp",
    }),
  );
  const texts = labels.map(({ text, x, y }) =>
    Plot.text([text], {
      frameAnchor: "top-left",
      textAnchor: "middle",
      lineAnchor: "middle",
      dx: x,
      dy: y,
      rotate: isoAngle_deg(axes.delay, axes.energy),
      fontSize: ISO_LABEL_PX,
      fill: FAINT,
      stroke: PAGE,
      strokeWidth: 5,
      className: "iso-edp-label",
    }),
  );
  return [...lines, ...texts];
}
