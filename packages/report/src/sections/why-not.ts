import { METRICS } from "@neurofront/core";
import type { Violation } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { frontLimitsFigure } from "../figures/front-limits.ts";
import { ruleSharesFigure } from "../figures/rule-shares.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatShare, NO_NUMBER } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { longTable, table } from "../table.ts";
import { technologyName } from "../technology-name.ts";
import type { Share } from "../why-not/rule-shares.ts";
import { whyNotOf } from "../why-not/why-not.ts";
import type { WhyNot } from "../why-not/why-not.ts";
import { sensitivityBlocks } from "./sensitivity.ts";

/** What the best designs warn of, which rules the candidates break, what holds the fronts in place, and what would move them. */
export function whyNotSection(context: ReportContext): Markup {
  const { study, comparison, searches } = context;
  const blocks = comparison.accountings.map((result) => {
    const title = ACCOUNTING_TITLES[result.accounting];
    const limits = result.technologies.map((technology) =>
      whyNotOf(technology, searches.get(technology.search) ?? [], study),
    );
    const [objective] = study.objectives;
    const rules = ruleSharesFigure(limits, `rules-${result.accounting}`);
    const held = frontLimitsFigure(limits, METRICS[objective!.metric].title, `limits-${result.accounting}`);
    return html`<h3>${title}</h3>
      ${rules && figureBlock(rules, `Rules and constraints that candidates break, ${title}`)}
      ${rulesTable(limits, title)}${held && figureBlock(held, `What holds each front, ${title}`)}
      ${limitsTable(limits, title)}${sensitivityBlocks(context, result)}`;
  });
  return html`${warningsTable(comparison.accountings)}${blocks}`;
}

function warningsTable(accountings: readonly AccountingComparison[]): Markup {
  const warnings = accountings.flatMap(({ accounting, technologies }) =>
    technologies.flatMap((technology, index) =>
      (technology.best?.assessment.violations ?? []).map((violation: Violation): Insert[] => [
        technologyName(technology, index),
        accounting,
        html`<code>${violation.code}</code>`,
        violation.message,
      ]),
    ),
  );
  if (warnings.length === 0) return html`<p>No best design carries a warning.</p>`;
  const columns = ["technology", "accounting", "rule", "warning"].map((title) => ({ title }));
  return table("What the best designs warn of", columns, warnings);
}

function rulesTable(searches: readonly WhyNot[], title: string): Markup {
  const rows = searches.flatMap((search) =>
    search.rules.map(({ code, whole, near, closest }): Insert[] => [
      technologyName(search, search.technologyIndex),
      html`<code>${code}</code>`,
      shareText(whole),
      shareText(near),
      html`<small>${closest}</small>`,
    ]),
  );
  if (rows.length === 0) return html`<p>Every candidate is feasible.</p>`;
  return longTable(
    `Rules and constraints that candidates break, ${title}`,
    [
      { title: "technology" },
      { title: "rule" },
      { title: "of all candidates", isNumeric: true },
      { title: "near the front", isNumeric: true },
      { title: "what it said to the candidate closest to feasible" },
    ],
    rows,
  );
}

function limitsTable(searches: readonly WhyNot[], title: string): Markup | undefined {
  const rows = searches.flatMap((search) =>
    search.limits.map((limit): Insert[] => {
      const of = search.bindings.length;
      return [
        technologyName(search, search.technologyIndex),
        html`<code>${limit.title}</code>`,
        shareText({ count: limit.isActive.filter(Boolean).length, of }),
        shareText({ count: limit.stops.filter(Boolean).length, of }),
      ];
    }),
  );
  if (rows.length === 0) return undefined;
  return longTable(
    `What holds the designs of each front, ${title}`,
    [
      { title: "technology" },
      { title: "constraint, rule or end of a range" },
      { title: "no room left", isNumeric: true },
      { title: "broken by the nearest better designs", isNumeric: true },
    ],
    rows,
  );
}

function shareText({ count, of }: Share): string {
  return of === 0 ? NO_NUMBER : `${formatShare(count / of)} (${count} of ${of})`;
}
