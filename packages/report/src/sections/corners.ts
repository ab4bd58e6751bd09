import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { cornerBoxes } from "../figures/corner-boxes.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import type { ReportContext } from "../report-context.ts";

/** The best designs at the corners of the study; absent where it names none. */
export function cornersSection({ comparison }: ReportContext): Markup | undefined {
  const metrics: readonly MetricName[] = [...new Set([comparison.rank, "accuracy"] as const)];
  const blocks = comparison.accountings.flatMap((result) =>
    metrics.flatMap((metric) => {
      const figure = cornerBoxes(result, metric, `corners-${metric}-${result.accounting}`);
      const caption = `${METRICS[metric].title} of each best design at the corners of the study, ${ACCOUNTING_TITLES[result.accounting]}`;
      return figure ? [figureBlock(figure, caption)] : [];
    }),
  );
  return blocks.length === 0 ? undefined : html`${blocks}`;
}
