import { isCounted, LEDGER_LINES, METRICS } from "@neurofront/core";
import type { LedgerWalk } from "../accounting-walk.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { ledgerBarsFigure } from "../figures/ledger-bars.ts";
import { femtojoules } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { table } from "../table.ts";

/** Relative difference above which a ledger does not add up to the energy the search used. */
const TOLERANCE = 1e-6;

/** Where the energy goes: every line of every best design. */
export function ledgerSection(context: ReportContext): Markup {
  const { comparison } = context;
  const figure = ledgerBarsFigure(comparison);
  const { rank } = comparison;
  const body = figure
    ? html`${figureBlock(figure, `Energy ledger of each technology's best design by ${METRICS[rank].title}`)}${mismatches(context)}${ledgerTable(comparison.ledgerWalks)}${meanings()}`
    : html`<p>No technology has a feasible design.</p> `;
  return html`${body}`;
}

function ledgerTable(walks: readonly LedgerWalk[]): Markup {
  const rows = (walks[0]?.steps ?? []).flatMap(({ line }, index): Insert[][] => {
    if (walks.every((walk) => walk.steps[index]!.added_J === 0)) return [];
    const cells = walks.map(({ steps, designedFor }): Insert => {
      const text = femtojoules(steps[index]!.added_J);
      return isCounted(line, designedFor) ? text : html`<span class="uncounted">(${text})</span>`;
    });
    return [[LEDGER_LINES[line].title, ...cells]];
  });
  const total = walks.map((walk): Insert => html`<b>${femtojoules(countedTotal_J(walk))}</b>`);
  return table(
    "Energy per neuron and decision by ledger line, fJ; lines in brackets are not counted by the accounting of their column",
    [
      { title: "line" },
      ...walks.map(({ technology, designedFor }) => ({
        title: html`${technology}<br /><small>${designedFor}</small>`,
        isNumeric: true,
      })),
    ],
    [...rows, [html`<b>counted</b>`, ...total]],
  );
}

function meanings(): Markup {
  const lines = Object.values(LEDGER_LINES).map(
    ({ title, meaning }) =>
      html`<div>
        <dt>${title}</dt>
        <dd>${meaning}</dd>
      </div> `,
  );
  return html`<details>
    <summary>What each line means</summary>
    <dl class="held">${lines}</dl>
  </details> `;
}

function countedTotal_J(walk: LedgerWalk): number {
  return walk.designedFor === "paper" ? walk.paper_J : walk.full_J;
}

/** A ledger that does not add up to the energy of its design is a mistake in a model, and is said aloud. */
function mismatches({ comparison }: ReportContext): Markup[] {
  return comparison.ledgerWalks.flatMap((walk) => {
    const result = comparison.accountings.find(({ accounting }) => accounting === walk.designedFor);
    const found = result?.technologies.find(({ technology }) => technology === walk.technology);
    const energy_J = found?.best?.assessment.metrics.energy;
    const total_J = countedTotal_J(walk);
    if (energy_J === undefined || Math.abs(total_J - energy_J) <= TOLERANCE * energy_J) return [];
    return [
      html`<p class="warning">
        The ledger of ${walk.technology} adds up to ${femtojoules(total_J)} fJ, but the search used
        ${femtojoules(energy_J)} fJ.
      </p> `,
    ];
  });
}
