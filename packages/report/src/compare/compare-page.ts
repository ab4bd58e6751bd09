import { METRICS } from "@neurofront/core";
import { html } from "../escape.ts";
import type { Markup } from "../escape.ts";
import type { DataTable } from "../data-table.ts";
import { dataTableCsv, shownTable } from "../data-table.ts";
import { figureBlock, saveButton } from "../figure-block.ts";
import { attainmentFigure } from "../figures/attainment.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatMetric } from "../metric-text.ts";
import { pageShell } from "../page-shell.ts";
import { longTable, table } from "../table.ts";
import { technologyName } from "../technology-name.ts";
import { compareHeadline } from "./compare-headline.ts";
import { compareTables } from "./compare-tables.ts";
import type { AccountingCross, CrossComparison } from "./cross-comparison.ts";

/** Longer tables stand behind a disclosure. */
const OPEN_ROWS = 12;

/** How the numbers come about, once for the page. */
const METHODS = [
  "Gain: geometric mean of the best designs of the runs of the one divided by that of the other. Its interval over runs is the percentile bootstrap, runs of both sides drawn again; with few runs it is narrow.",
  "Per correct decision: the ranked cost divided by the accuracy of a chip. The interval runs from the 5th-percentile chip of the one against the 95th of the other to the opposite.",
  "Chance: that a random run and a random chip of the one is better than of the other. A chip's accuracy is read linearly between the 5th, 50th and 95th percentile of the verification.",
  "Hypervolume, additive epsilon and coverage are those of the objectives; what is minimised counts in decades, so that an additive step is a factor.",
  "Crossovers are read from all candidates that keep every rule but the bound that moves. Beyond the study's own bound nothing was searched for: what is better there may have been missed.",
];

/** The whole page of a comparison. Same input, same bytes. */
export function comparePage(comparison: CrossComparison): string {
  return pageShell({
    title: "Technologies compared",
    meta: `${comparison.archives.length} archives; ranked by ${METRICS[comparison.rank].title}; ${wantedText(comparison)}`,
    sections: [
      ...comparison.accountings.map((cross) => ({
        id: cross.accounting,
        title: ACCOUNTING_TITLES[cross.accounting],
        heading: `Under ${ACCOUNTING_TITLES[cross.accounting]}`,
        body: accountingBody(comparison, cross),
      })),
      {
        id: "methods",
        title: "How it is computed",
        heading: "How it is computed",
        body: html`<ul>
          ${METHODS.map((sentence) => html`<li>${sentence}</li> `)}
        </ul>`,
      },
      { id: "archives", title: "Archives", heading: "Archives", body: archivesTable(comparison) },
    ],
  });
}

function wantedText({ constraints }: CrossComparison): string {
  if (constraints.length === 0) return "no bounds";
  return constraints
    .map(({ metric, statistic, atLeast, atMost }) =>
      [
        `${statistic} ${METRICS[metric].title}`,
        ...(atLeast === undefined ? [] : [`at least ${formatMetric(metric, atLeast)}`]),
        ...(atMost === undefined ? [] : [`at most ${formatMetric(metric, atMost)}`]),
      ].join(" "),
    )
    .join(", ");
}

function accountingBody(comparison: CrossComparison, cross: AccountingCross): Markup {
  const { accounting } = cross;
  const caption = `What the runs attain in energy and delay, ${ACCOUNTING_TITLES[accounting]}`;
  return html`<p class="headline">${compareHeadline(cross, comparison.rank)}</p>
    ${cross.notes.map((note) => html`<p class="warning">${note}</p> `)}
    ${cross.reference === undefined ? undefined : figureBlock(attainmentFigure(cross), caption)}
    ${compareTables(comparison, cross).map((data) => tableBlock(data, cross))}`;
}

function tableBlock(data: DataTable, { entrants }: AccountingCross): Markup {
  const shown = shownTable(data);
  const rows = shown.rows.map((row) =>
    row.map((cell, column) => {
      const index = column === 0 ? entrants.findIndex(({ name }) => name === cell) : -1;
      return index < 0 ? cell : technologyName({ technology: cell }, index);
    }),
  );
  const source = `data-table-${data.id}`;
  const layOut = rows.length > OPEN_ROWS ? longTable : table;
  return html`${layOut(data.caption, shown.columns, rows)}
    <p class="save">${saveButton(source, `${data.id}.csv`, "text/csv", "Save data (CSV)")}</p>
    <pre hidden id="${source}">${dataTableCsv(data).replaceAll("\r\n", "\n").trimEnd()}</pre> `;
}

function archivesTable({ archives }: CrossComparison): Markup {
  const columns = [
    { title: "archive" },
    { title: "study" },
    { title: "seed", isNumeric: true },
    { title: "SHA-256 of the resolved study" },
  ];
  const rows = archives.map(({ label, title, seed, hash }) => [label, title, seed, html`<code>${hash}</code>`]);
  return table("What was compared", columns, rows);
}
