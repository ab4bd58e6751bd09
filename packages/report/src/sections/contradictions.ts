import type { ResolvedStudy } from "@neurofront/core";
import { shortCitation } from "../bibtex.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import type { ReportContext } from "../report-context.ts";
import { formatRatio, formatValue } from "../metric-text.ts";
import { ratioOf } from "../ratio.ts";
import { table } from "../table.ts";

/** Where the sources of the models contradict themselves, with recomputed numbers, and what was done about it. */
export function contradictionsSection({ study }: ReportContext): Markup {
  const rows = study.discrepancies.map((discrepancy): Insert[] => [
    html`<code>${discrepancy.id}</code><br /><small
        >${citation(study, discrepancy.reference)}; ${discrepancy.plugin}</small
      >`,
    discrepancy.statement,
    discrepancy.problem,
    discrepancy.checks.map(
      ({ quantity, unit, stated, found }) =>
        html`<div class="check">
          ${quantity}: stated ${formatValue(stated, unit)}, found <b>${formatValue(found, unit)}</b>, ratio
          ${formatRatio(ratioOf(found, stated))}
        </div>`,
    ),
    discrepancy.treatment,
  ]);
  return html`${
    rows.length > 0
      ? table(
          "Found when the study was resolved, recomputed from the models",
          [
            { title: "where" },
            { title: "the source says" },
            { title: "the problem" },
            { title: "stated and found" },
            { title: "what the models do" },
          ],
          rows,
        )
      : html`<p>The models of this study name no contradiction of their sources.</p>`
  }`;
}

/** The short citation of a key, or the key itself where the study does not list it. */
export function citation(study: ResolvedStudy, key: string): string {
  const reference = study.references.find((known) => known.key === key);
  return reference ? shortCitation(reference) : key;
}
