import { METRICS } from "@neurofront/core";
import type { Comparison } from "./comparison.ts";
import { markupText } from "./escape.ts";
import { designPoints } from "./figures/design-points.ts";
import { energyDelayAxes, energyDelayFigure } from "./figures/energy-delay.ts";
import type { Figure } from "./figures/figure.ts";
import { ledgerBarsFigure } from "./figures/ledger-bars.ts";
import { ACCOUNTING_TITLES } from "./headline.ts";
import type { LiveFigure } from "./render-live.ts";
import { candidatesBySearch } from "./report-input.ts";
import type { ReportInput } from "./report-input.ts";

/** Figures of a study that may still run. */
export function liveFigures({ study, candidates }: ReportInput, comparison: Comparison): LiveFigure[] {
  const searches = candidatesBySearch(candidates);
  const designs = comparison.accountings.map((result) => designPoints(result, searches));
  const axes = energyDelayAxes(designs, study.publishedPoints);
  const fronts = comparison.accountings.map((result, index) =>
    live(
      energyDelayFigure(result, designs[index]!, axes, study),
      `Energy against delay, ${ACCOUNTING_TITLES[result.accounting]}`,
    ),
  );
  const ledger = ledgerBarsFigure(comparison);
  const caption = `Energy ledger of each technology's best design by ${METRICS[comparison.rank].title}`;
  return [...fronts, ...(ledger === undefined ? [] : [live(ledger, caption)])];
}

function live({ id, svg, csv, notes }: Figure, caption: string): LiveFigure {
  return { id, caption, svg: withoutOwnStyle(markupText(svg)), csv, notes };
}

/** The page's style sheet sets what the drawing library writes into each figure, so that a page may forbid inline style. */
function withoutOwnStyle(svg: string): string {
  return svg
    .replaceAll(/<style>[^<]*<\/style>/gu, "")
    .replaceAll(/ style="[^"]*"/gu, "")
    .replace(` font-size="10"`, ` font-size="12"`);
}
