import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatRatio, NO_NUMBER } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { table } from "../table.ts";
import { technologyName } from "../technology-name.ts";

/** Every best design in units of every other. */
export function ratiosSection({ comparison }: ReportContext): Markup {
  const tables = comparison.accountings.map((result) => ratioTable(result, comparison.rank));
  const compared = tables.filter((markup) => markup !== undefined);
  return html`${compared.length > 0 ? compared : html`<p>Fewer than two technologies have a feasible design: there is nothing to divide.</p>`}`;
}

function ratioTable(result: AccountingComparison, rank: MetricName): Markup | undefined {
  if (result.ratios.length === 0) return undefined;
  const main = rank === "energy" || rank === "delay" ? "edp" : rank;
  const rest = (["edp", "energy", "delay"] as const).filter((metric) => metric !== main);
  const compared = result.technologies.filter(({ best }) => best !== undefined);
  const rows = result.technologies.flatMap((of, index): Insert[][] => {
    if (of.best === undefined) return [];
    const cells = compared.map((to): Insert => {
      const found = result.ratios.find((ratio) => ratio.of === of.technology && ratio.to === to.technology);
      if (found === undefined) return NO_NUMBER;
      const details = rest.map((metric) => `${METRICS[metric].title} ${formatRatio(found.ratios[metric])}`);
      return html`<b>${formatRatio(found.ratios[main])}</b
        >${details.map((detail) => html`<br /><small>${detail}</small>`)}`;
    });
    return [[technologyName(of, index), ...cells]];
  });
  return table(
    `${METRICS[main].title} of the row divided by that of the column, ${ACCOUNTING_TITLES[result.accounting]}`,
    [{ title: "technology" }, ...compared.map(({ technology }) => ({ title: `/ ${technology}`, isNumeric: true }))],
    rows,
  );
}
