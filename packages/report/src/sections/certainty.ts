import { METRICS } from "@neurofront/core";
import { chipsText, standingsText } from "../certainty-lines.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { fidelityBiases } from "../fidelity-bias.ts";
import { formatShare, NO_NUMBER } from "../metric-text.ts";
import { nonDominanceProbabilities } from "../non-dominance.ts";
import type { ReportContext } from "../report-context.ts";
import { longTable, table } from "../table.ts";
import { technologyName } from "../technology-name.ts";

/** How sure the fronts are: chips, fidelities, and the chance that each design belongs there. Absent where all is exact. */
export function certaintySection(context: ReportContext): Markup | undefined {
  const { study, searches } = context;
  const chips = [...searches.values()].flat().flatMap(({ assessment }) => assessment.monteCarlo?.sampling ?? []);
  const hasLadder = study.technologies.some(({ fidelities }) => fidelities !== undefined);
  if (chips.length === 0 && !hasLadder) return undefined;
  return html`${chips.length === 0 ? undefined : chipsParagraph(context)}
  ${longTable("Where the numbers of the fronts come from", COLUMNS, frontRows(context))}
  ${hasLadder ? biasTable(context) : undefined}`;
}

const COLUMNS = [
  { title: "technology" },
  { title: "accounting" },
  { title: "candidate", isNumeric: true },
  { title: "fidelity" },
  { title: "chips" },
  { title: "constraints on chips" },
  { title: "belongs to the front", isNumeric: true },
];

function chipsParagraph({ study, samples, searches }: ReportContext): Markup {
  const drawn = samples.reduce((sum, { clean }) => sum + clean.length, 0);
  const assessed = [...searches.values()].flat().filter(({ assessment }) => assessment.status === "ok").length;
  const { chips, eliteChips, confidence } = study.variation;
  return html`<p>
    The searches drew ${drawn} chips of ${assessed} possible designs, at most ${chips} of each and ${eliteChips} other
    ones of a design of a front; drawing ${chips} of every design would have taken ${chips * assessed}. A constraint is
    decided at ${formatShare(confidence)} confidence for each design. The last column is the probability that a design
    is feasible and not dominated, by weighing the same chips anew.
  </p> `;
}

function frontRows({ study, comparison, searches, samples }: ReportContext): Insert[][] {
  const samplesBySearch = Map.groupBy(samples, ({ search }) => search);
  return comparison.accountings.flatMap(({ accounting, technologies }) =>
    technologies.flatMap((technology, index) => {
      const chances = nonDominanceProbabilities(
        searches.get(technology.search) ?? [],
        samplesBySearch.get(technology.search) ?? [],
        study,
      );
      return technology.front.map(({ candidate, assessment }): Insert[] => {
        const sampling = assessment.monteCarlo?.sampling;
        const standings = sampling === undefined ? NO_NUMBER : standingsText(sampling);
        return [
          technologyName(technology, index),
          accounting,
          candidate,
          assessment.fidelity ?? NO_NUMBER,
          sampling === undefined ? NO_NUMBER : chipsText(sampling),
          standings === "undecided" ? html`<span class="doubtful">${standings}</span>` : standings,
          formatShare(chances.get(candidate) ?? 0),
        ];
      });
    }),
  );
}

/** How far each lower fidelity was off. */
function biasTable({ comparison, searches }: ReportContext): Markup {
  const rows = comparison.accountings.flatMap(({ accounting, technologies }) =>
    technologies.flatMap((technology, index) =>
      fidelityBiases(searches.get(technology.search) ?? []).map((bias): Insert[] => [
        technologyName(technology, index),
        accounting,
        `${bias.fidelity} against ${bias.against}`,
        METRICS[bias.metric].title,
        bias.count,
        relative(bias.median),
        `${relative(bias.least)} to ${relative(bias.largest)}`,
      ]),
    ),
  );
  const columns = [
    { title: "technology" },
    { title: "accounting" },
    { title: "fidelity" },
    { title: "metric" },
    { title: "designs", isNumeric: true },
    { title: "median error", isNumeric: true },
    { title: "least to largest", isNumeric: true },
  ];
  return rows.length === 0
    ? html`<p>No design came to a higher fidelity.</p>`
    : table("How far the lower fidelities were off, on the designs that a higher one has assessed too", columns, rows);
}

function relative(error: number): string {
  const percent = 100 * error;
  return `${percent > 0 ? "+" : ""}${Number(percent.toPrecision(3))} %`;
}
