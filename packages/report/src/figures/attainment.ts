import * as Plot from "@observablehq/plot";
import { formatQuantity } from "@neurofront/core";
import type { Attainment, EnergyDelayCorner } from "../compare/attainment.ts";
import type { AccountingCross, BestDesign } from "../compare/cross-comparison.ts";
import { attainmentTable } from "../compare/compare-tables.ts";
import { dataTableCsv } from "../data-table.ts";
import { draw, PAGE } from "./figure.ts";
import type { Figure } from "./figure.ts";
import { labelMarks } from "./label-marks.ts";
import { placeLabels } from "./label-placement.ts";
import type { Pixel } from "./label-placement.ts";
import { legend } from "./legend.ts";
import { logAxisAround, position_px } from "./log-axis.ts";
import { axisMarks, isoLabels, isoMarks } from "./log-frame.ts";
import type { EnergyDelayAxes } from "./log-frame.ts";
import { technologyStyle } from "./technology-style.ts";

const WIDTH_PX = 880;
const MARGIN = { left: 74, right: 20, bottom: 52 };
const FRAME = { width: WIDTH_PX - MARGIN.left - MARGIN.right, height: 500 };
const LABEL_PX = 12;
const BEST_RADIUS_PX = 7;

const place = { x: "delay_s", y: "energy_J" } as const;

interface BestMark extends EnergyDelayCorner {
  readonly index: number;
  readonly name: string;
}

/** What the runs of every technology attain in energy and delay: the median surface, the band from the best to the worst run, the best designs. */
export function attainmentFigure(cross: AccountingCross): Figure {
  const { attainments, entrants } = cross;
  const bests = entrants.flatMap(({ name, best }, index) => markOf(name, index, best));
  const corners = [...attainments.flatMap(({ best, worst }) => [...best, ...worst]), ...bests];
  const axes: EnergyDelayAxes = {
    delay: logAxisAround(
      corners.map(({ delay_s }) => delay_s),
      FRAME.width,
    ),
    energy: logAxisAround(
      corners.map(({ energy_J }) => energy_J),
      FRAME.height,
    ),
  };
  const at = ({ delay_s, energy_J }: EnergyDelayCorner): Pixel => ({
    x: position_px(axes.delay, delay_s),
    y: FRAME.height - position_px(axes.energy, energy_J),
  });
  const pixels = corners.map((corner) => at(corner));
  const isos = isoLabels(axes, pixels);
  const labels = placeLabels(
    bests.map((best) => ({
      ...at(best),
      radius: BEST_RADIUS_PX,
      text: `${best.name}: ${formatQuantity(best.energy_J, "J")}, ${formatQuantity(best.delay_s, "s")}`,
      isStrong: true,
    })),
    pixels,
    FRAME,
    LABEL_PX,
    isos.map(({ x, y }) => ({ x, y, radius: 7 })),
  );
  const key = legend(
    [
      entrants.map(({ name }, index) => {
        const { color, symbol } = technologyStyle(index);
        return { text: name, marker: { symbol, r: 5, fill: color } };
      }),
    ],
    FRAME.width,
  );
  const svg = draw(`Energy and delay that the runs of every technology attain, ${cross.accounting} accounting`, {
    width: WIDTH_PX,
    height: FRAME.height + key.height_px + MARGIN.bottom,
    marginTop: key.height_px,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "log", domain: [axes.delay.low, axes.delay.high] },
    y: { type: "log", domain: [axes.energy.low, axes.energy.high] },
    marks: [
      ...axisMarks(axes),
      ...isoMarks(axes, isos),
      ...attainments.map((attainment, index) => bandMark(attainment, index, axes)),
      ...attainments.map(({ median }, index) =>
        Plot.line(median, {
          ...place,
          curve: "step-after",
          stroke: technologyStyle(index).color,
          strokeWidth: 2,
          className: "attained-by-half",
        }),
      ),
      ...bests.map((best) => bestMark(best)),
      ...labelMarks(labels, LABEL_PX),
      ...key.marks,
    ],
  });
  return {
    id: `attainment-${cross.accounting}`,
    svg,
    csv: dataTableCsv(attainmentTable(cross)).replaceAll("\r\n", "\n").trimEnd(),
    notes: [
      attainments.some(({ runs }) => runs > 1)
        ? "Lines: what at least half of a technology's runs attain; bands: from what one run attains to what all attain."
        : "Lines: the fronts in energy and delay, one run each.",
      "Markers: the best designs. Dashed lines join designs of equal energy-delay product; a step down to the left is better.",
    ],
  };
}

function markOf(name: string, index: number, best: BestDesign | undefined): BestMark[] {
  const { energy, delay } = best?.metrics ?? {};
  return energy === undefined || delay === undefined ? [] : [{ index, name, delay_s: delay, energy_J: energy }];
}

function bestMark(best: BestMark): Plot.Markish {
  const { color, symbol } = technologyStyle(best.index);
  return Plot.dot([best], {
    ...place,
    symbol,
    r: BEST_RADIUS_PX,
    fill: color,
    stroke: PAGE,
    strokeWidth: 1,
    className: "best-designs",
  });
}

/** The region between what one run attains and what all do; nothing with one run. */
function bandMark({ best, worst, runs }: Attainment, index: number, axes: EnergyDelayAxes): Plot.Markish {
  const outline = runs > 1 ? [...steps(best, axes), ...steps(worst, axes).toReversed()] : [];
  return Plot.line(outline, {
    ...place,
    fill: technologyStyle(index).color,
    fillOpacity: 0.2,
    stroke: "none",
    className: "attainment-band",
  });
}

/** A surface from the top of the frame down its steps to the right edge; an empty one runs along both edges. */
function steps(surface: readonly EnergyDelayCorner[], { delay, energy }: EnergyDelayAxes): EnergyDelayCorner[] {
  const points: EnergyDelayCorner[] = [];
  let height_J = energy.high;
  for (const corner of surface) {
    points.push({ delay_s: corner.delay_s, energy_J: height_J }, corner);
    height_J = corner.energy_J;
  }
  return [...points, { delay_s: delay.high, energy_J: height_J }];
}
