import { formatQuantity } from "@neurofront/core";
import { designKey, searchNames } from "../design-key.ts";
import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { energyDelayAxes, energyDelayFigure } from "../figures/energy-delay.ts";
import { designFilters } from "../design-filters.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatMetric } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { longTable } from "../table.ts";
import { technologyName } from "../technology-name.ts";

/** Energy against delay under each accounting, and the designs of the fronts as numbers. */
export function frontsSection({ study, comparison, designs }: ReportContext): Markup {
  const names = searchNames(study);
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
          html`<a href="#design=${designKey(names.indexOf(technology.search), record)}">${record.candidate}</a>`,
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
  return html`${designFilters(study)}${figures}${tables}`;
}
