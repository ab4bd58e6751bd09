import { METRICS } from "@neurofront/core";
import type { LedgerWalk, RatioWalk } from "../accounting-walk.ts";
import type { Comparison } from "../comparison.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { ratioStepsFigure, steppedMetric, stepsOf, stepTitle } from "../figures/ratio-steps.ts";
import { femtojoules, formatRatio, NO_NUMBER } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { table } from "../table.ts";

/** Why the factors of the paper's accounting become the factors of the full one. */
export function accountingStepsSection({ comparison }: ReportContext): Markup {
  const figure = ratioStepsFigure(comparison);
  const body = figure
    ? html`${figureBlock(figure, `Ratio of the ${METRICS[steppedMetric(comparison.rank)].title} to that of ${comparison.ratioWalks[0]!.to}, line by line`)}${stepsTable(comparison)}`
    : html`<p>Fewer than two technologies have a feasible design: there is no ratio to follow.</p> `;
  return html`${body}`;
}

function stepsTable(comparison: Comparison): Markup {
  const walks = comparison.ratioWalks;
  const metric = steppedMetric(comparison.rank);
  const first = walks[0]!;
  const names = [first.to, ...walks.map(({ of }) => of)];
  const ledgers = names.map((name) => ledgerOf(comparison, name, first.designedFor));
  const rows = stepsOf(comparison).map((step): Insert[] => {
    const energies = ledgers.map((ledger, index) => {
      if (step === "published") return NO_NUMBER;
      if (step === "paper") return ledger ? femtojoules(ledger.paper_J) : NO_NUMBER;
      if (step === "designed-again") {
        const again = ledgerOf(comparison, names[index]!, "full");
        return again ? femtojoules(again.full_J) : NO_NUMBER;
      }
      const found = ledger?.steps.find(({ line }) => line === step);
      return found ? femtojoules(found.cumulative_J) : NO_NUMBER;
    });
    return [stepTitle(step), ...energies, ...walks.map((walk) => ratioAt(walk, step, metric))];
  });
  return table(
    `Energy counted so far, fJ, and ${METRICS[metric].title} in units of ${first.to}`,
    [
      { title: "counted" },
      ...names.map((name) => ({ title: html`${name}<br /><small>fJ</small>`, isNumeric: true })),
      ...walks.map(({ of, to }) => ({ title: `${of} / ${to}`, isNumeric: true })),
    ],
    rows,
  );
}

function ledgerOf(comparison: Comparison, technology: string, accounting: string): LedgerWalk | undefined {
  return comparison.ledgerWalks.find((walk) => walk.technology === technology && walk.designedFor === accounting);
}

function ratioAt(walk: RatioWalk, step: string, metric: "energy" | "edp"): string {
  return formatRatio(walk.steps.find((taken) => taken.step === step)?.[metric]);
}
