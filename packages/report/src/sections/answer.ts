import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import type { AccountingComparison, TechnologyResult } from "../accounting-comparison.ts";
import { countedAccuracy } from "../counted-accuracy.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatMetric, formatRatio } from "../metric-text.ts";
import { ratioOf } from "../ratio.ts";
import type { ReportContext } from "../report-context.ts";
import { table } from "../table.ts";
import { technologyName } from "../technology-name.ts";

const SHOWN: readonly MetricName[] = ["edp", "energy", "delay", "area", "accuracy"];

/** The answer first: one sentence per accounting, then the numbers behind it. */
export function answerSection(context: ReportContext): Markup {
  const { accountings } = context.comparison;
  return html`${accountings.map(({ headline }) => html`<p class="headline">${unbroken(headline)}</p> `)}
    ${accountings.map((result) => resultTable(context.comparison.rank, result))}
    <p class="note">
      The column "/ winner" gives the ${METRICS[context.comparison.rank].title} in units of the winner's. Energies are
      per neuron and decision. The accuracy is the analytic estimate the search used; beside it stands the accuracy
      counted on chips drawn at random, with its 95 % interval, where the design was verified.
    </p>`;
}

function resultTable(rank: MetricName, result: AccountingComparison): Markup {
  const metrics = SHOWN.filter((metric) => metric !== rank);
  const columns = [
    { title: "technology" },
    { title: METRICS[rank].title, isNumeric: true },
    { title: "/ winner", isNumeric: true },
    ...metrics.map((metric) => ({ title: METRICS[metric].title, isNumeric: true })),
    { title: "on drawn chips", isNumeric: true },
    { title: "feasible / assessed", isNumeric: true },
  ];
  const rows = result.technologies.map((technology, index) => {
    const { best, counts } = technology;
    const values = best?.assessment.metrics;
    return [
      html`${technologyName(technology, index)}<br /><small>${technology.title}</small>`,
      values ? formatMetric(rank, values[rank]) : "no feasible design",
      formatRatio(ratioOf(values?.[rank], result.winner?.best?.assessment.metrics[rank])),
      ...metrics.map((metric): Insert => formatMetric(metric, values?.[metric])),
      countedAccuracy(technology.drawn?.clean),
      `${counts.feasible} / ${counts.assessed}`,
    ];
  });
  const caption = `Best feasible design of each technology by ${METRICS[rank].title}, ${ACCOUNTING_TITLES[result.accounting]}`;
  return table(caption, columns, rows, (row) => isWinner(result, result.technologies[row]));
}

/** Keeps numbers and their units on one line. */
function unbroken(sentence: string): Insert[] {
  return sentence
    .split(/(\d[\d.e+-]* (?:J s|[a-zA-Z]{1,2}\b))/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="value">${part}</span>` : part));
}

function isWinner(result: AccountingComparison, technology: TechnologyResult | undefined): boolean {
  return result.winner !== undefined && technology === result.winner;
}
