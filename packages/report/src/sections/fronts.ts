import { formatQuantity } from "@neurofront/core";
import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { designPoints } from "../figures/design-points.ts";
import { energyDelayAxes, energyDelayFigure } from "../figures/energy-delay.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatMetric } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { longTable } from "../table.ts";
import { technologyName } from "../technology-name.ts";

/** Energy against delay under each accounting, and the designs of the fronts as numbers. */
export function frontsSection({ study, comparison, searches }: ReportContext): Markup {
  const designs = comparison.accountings.map((result) => designPoints(result, searches));
  const axes = energyDelayAxes(designs, study.publishedPoints);
  const figures = comparison.accountings.map((result, index) =>
    figureBlock(
      energyDelayFigure(result, designs[index]!, axes, study),
      `Energy against delay, ${ACCOUNTING_TITLES[result.accounting]}`,
    ),
  );
  const tables = comparison.accountings.map((result) => {
    const rows = result.technologies.flatMap((technology, index) =>
      technology.front.map((record) => {
        const { metrics } = record.assessment;
        return [
          technologyName(technology, index),
          record.candidate,
          formatMetric("energy", metrics.energy),
          formatMetric("delay", metrics.delay),
          formatMetric("edp", metrics.edp),
          formatMetric("accuracy", metrics.accuracy),
          formatQuantity(record.design.inputVoltage_V, "V"),
        ];
      }),
    );
    const caption = `Designs of the fronts, ${ACCOUNTING_TITLES[result.accounting]}`;
    const titles = ["candidate", "energy", "delay", "energy-delay product", "accuracy", "input voltage"];
    const columns = [{ title: "technology" }, ...titles.map((title) => ({ title, isNumeric: true }))];
    return longTable(caption, columns, rows);
  });
  return html`<section id="fronts" aria-labelledby="fronts-title">
    <h2 id="fronts-title">Fronts</h2>
    ${figures}${tables}
  </section> `;
}
