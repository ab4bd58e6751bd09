import { METRICS } from "@neurofront/core";
import type { Comparison } from "./comparison.ts";
import { convergenceCourses } from "./convergence-course.ts";
import { designData } from "./design-data.ts";
import { markupText } from "./escape.ts";
import { figureBlock } from "./figure-block.ts";
import { convergenceFigure } from "./figures/convergence.ts";
import { designPoints } from "./figures/design-points.ts";
import type { DrawnLimits } from "./figures/design-points.ts";
import { energyDelayAxes, energyDelayFigure } from "./figures/energy-delay.ts";
import type { Figure } from "./figures/figure.ts";
import { ledgerBarsFigure } from "./figures/ledger-bars.ts";
import { parallelCoordinates } from "./figures/parallel-coordinates.ts";
import { ACCOUNTING_TITLES } from "./headline.ts";
import type { LivePart } from "./render-live.ts";
import { candidatesBySearch } from "./report-input.ts";
import type { ReportInput } from "./report-input.ts";

/**
 * A page that follows a run is painted in the time that its marks take: beside the fronts it shows a sample, and where the others
 * are as squares.
 */
const LIMITS: DrawnLimits = { front: 3000, dominated: 600, infeasible: 200 };

/** Figures of a study that may still run. */
export function* liveFigures(input: ReportInput, comparison: Comparison): Generator<LivePart, void> {
  const { study } = input;
  const searches = candidatesBySearch(input.candidates);
  const designs = comparison.accountings.map((result) => designPoints(result, searches, study, LIMITS));
  const axes = energyDelayAxes(designs, study.publishedPoints);
  for (const [index, result] of comparison.accountings.entries()) {
    const { accounting } = result;
    const title = ACCOUNTING_TITLES[accounting];
    const points = designs[index]!;
    yield* live(energyDelayFigure(result, points, axes, study), `Energy against delay, ${title}`);
    yield* live(parallelCoordinates(result, points, study), `Designs by their parameters, ${title}`);
    const courses = convergenceCourses(result, searches, study);
    yield* live(
      convergenceFigure(courses, comparison.rank, `convergence-${accounting}`),
      `Course of each search, ${title}`,
    );
  }
  yield* live(
    ledgerBarsFigure(comparison),
    `Energy ledger of each technology's best design by ${METRICS[comparison.rank].title}`,
  );
  yield { designs: designData({ study, designs }) };
}

function live(figure: Figure | undefined, caption: string): LivePart[] {
  if (figure === undefined) return [];
  return [{ figure: { id: figure.id, markup: withoutOwnStyle(markupText(figureBlock(figure, caption))) } }];
}

/** The page's style sheet sets what the drawing library writes into each figure, so that a page may forbid inline style. */
function withoutOwnStyle(markup: string): string {
  return markup
    .replaceAll(/<style>[^<]*<\/style>/gu, "")
    .replaceAll(/ style="[^"]*"/gu, "")
    .replaceAll(` font-size="10"`, ` font-size="12"`);
}
