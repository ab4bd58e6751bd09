import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { parallelCoordinates } from "../figures/parallel-coordinates.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import type { ReportContext } from "../report-context.ts";

/** Designs as lines through all their numbers. */
export function parallelSection({ study, comparison, designs }: ReportContext): Markup | undefined {
  const blocks = comparison.accountings.flatMap((result, index) => {
    const figure = parallelCoordinates(result, designs[index]!, study);
    return figure ? [figureBlock(figure, `Designs by their parameters, ${ACCOUNTING_TITLES[result.accounting]}`)] : [];
  });
  return blocks.length === 0 ? undefined : html`${blocks}`;
}
