import { METRICS } from "@neurofront/core";
import { convergenceCourses } from "../convergence-course.ts";
import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { convergenceFigure } from "../figures/convergence.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import type { ReportContext } from "../report-context.ts";

/** What more evaluations still brought. */
export function convergenceSection({ study, comparison, searches }: ReportContext): Markup | undefined {
  const blocks = comparison.accountings.flatMap((result) => {
    const courses = convergenceCourses(result, searches, study);
    const figure = convergenceFigure(courses, study.rank, `convergence-${result.accounting}`);
    const caption = `${METRICS[study.rank].title} and hypervolume against evaluations, ${ACCOUNTING_TITLES[result.accounting]}`;
    return figure ? [figureBlock(figure, caption)] : [];
  });
  return blocks.length === 0 ? undefined : html`${blocks}`;
}
