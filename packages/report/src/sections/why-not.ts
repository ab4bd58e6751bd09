import type { Violation } from "@neurofront/core";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import type { ReportContext } from "../report-context.ts";
import { table } from "../table.ts";
import { technologyName } from "../technology-name.ts";

/** Rules shown per search. */
const MOST = 6;

/** What the best designs warn of, and which rules stand between the other candidates and feasibility. */
export function whyNotSection({ comparison }: ReportContext): Markup {
  const warnings = comparison.accountings.flatMap(({ accounting, technologies }) =>
    technologies.flatMap((technology, index) =>
      (technology.best?.assessment.violations ?? []).map((violation: Violation): Insert[] => [
        technologyName(technology, index),
        accounting,
        html`<code>${violation.code}</code>`,
        violation.message,
      ]),
    ),
  );
  const shares = comparison.accountings.flatMap(({ accounting, technologies }) =>
    technologies.flatMap((technology, index) => {
      const { counts, violations } = technology;
      const rejected = counts.impossible + counts.infeasible;
      return violations
        .slice(0, MOST)
        .map(({ code, count, share, closest }): Insert[] => [
          technologyName(technology, index),
          accounting,
          html`<code>${code}</code>`,
          `${Math.round(share * 100)} % (${count} of ${rejected})`,
          html`<small>${closest}</small>`,
        ]);
    }),
  );
  const where = [{ title: "technology" }, { title: "accounting" }];
  return html`<section id="why-not" aria-labelledby="why-not-title">
    <h2 id="why-not-title">Warnings, and why not better</h2>
    ${
      warnings.length > 0
        ? table("What the best designs warn of", [...where, { title: "rule" }, { title: "warning" }], warnings)
        : html`<p>No best design carries a warning.</p>`
    }
    ${
      shares.length > 0
        ? table(
            "Rules broken by the candidates that are not feasible; one candidate may break several",
            [
              ...where,
              { title: "rule" },
              { title: "share", isNumeric: true },
              { title: "what it said to the candidate closest to feasible" },
            ],
            shares,
          )
        : html`<p>Every candidate is feasible.</p>`
    }
  </section> `;
}
