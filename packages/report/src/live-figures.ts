import { METRICS } from "@neurofront/core";
import type { Comparison } from "./comparison.ts";
import { convergenceCourses } from "./convergence-course.ts";
import { designData } from "./design-data.ts";
import { markupText } from "./escape.ts";
import { figureBlock } from "./figure-block.ts";
import { convergenceFigure } from "./figures/convergence.ts";
import { designPoints } from "./figures/design-points.ts";
import { energyDelayAxes, energyDelayFigure } from "./figures/energy-delay.ts";
import type { Figure } from "./figures/figure.ts";
import { ledgerBarsFigure } from "./figures/ledger-bars.ts";
import { parallelCoordinates } from "./figures/parallel-coordinates.ts";
import { ACCOUNTING_TITLES } from "./headline.ts";
import type { LiveFigure, LiveFigures } from "./render-live.ts";
import { candidatesBySearch } from "./report-input.ts";
import type { ReportInput } from "./report-input.ts";

/** Figures of a study that may still run. */
export function liveFigures(input: ReportInput, comparison: Comparison): LiveFigures {
  const { study, verifications, notes, samples = [], sensitivities = [] } = input;
  const searches = candidatesBySearch(input.candidates);
  const designs = comparison.accountings.map((result) => designPoints(result, searches, study));
  const axes = energyDelayAxes(designs, study.publishedPoints);
  const perAccounting = comparison.accountings.flatMap((result, index) => {
    const title = ACCOUNTING_TITLES[result.accounting];
    return [
      live(energyDelayFigure(result, designs[index]!, axes, study), `Energy against delay, ${title}`),
      live(parallelCoordinates(result, designs[index]!, study), `Designs by their parameters, ${title}`),
      live(
        convergenceFigure(
          convergenceCourses(result, searches, study),
          comparison.rank,
          `convergence-${result.accounting}`,
        ),
        `Course of each search, ${title}`,
      ),
    ];
  });
  const ledger = live(
    ledgerBarsFigure(comparison),
    `Energy ledger of each technology's best design by ${METRICS[comparison.rank].title}`,
  );
  return {
    figures: [...perAccounting, ledger].filter((figure) => figure !== undefined),
    designs: designData({ study, comparison, searches, designs, verifications, notes, samples, sensitivities }),
  };
}

function live(figure: Figure | undefined, caption: string): LiveFigure | undefined {
  if (figure === undefined) return undefined;
  return { id: figure.id, markup: withoutOwnStyle(markupText(figureBlock(figure, caption))) };
}

/** The page's style sheet sets what the drawing library writes into each figure, so that a page may forbid inline style. */
function withoutOwnStyle(markup: string): string {
  return markup
    .replaceAll(/<style>[^<]*<\/style>/gu, "")
    .replaceAll(/ style="[^"]*"/gu, "")
    .replaceAll(` font-size="10"`, ` font-size="12"`);
}
