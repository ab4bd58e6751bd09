import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import { COUNTING } from "../headline.ts";
import { formatMetric, formatRatio, formatShare } from "../metric-text.ts";
import type { AccountingCross } from "./cross-comparison.ts";
import type { FactorInterval, Gain } from "./gain.ts";

/** The answer under one accounting in plain sentences: who is best, over whom, by what factor and how surely. */
export function compareHeadline({ accounting, entrants, gains }: AccountingCross, rank: MetricName): string {
  const withDesign = entrants.filter(({ best }) => best !== undefined);
  const without = entrants
    .filter(({ best }) => best === undefined)
    .map(({ name }) => `${name} has no feasible design.`);
  const winnerName = gains[0]?.of ?? withDesign[0]?.name;
  const winner = entrants.find(({ name }) => name === winnerName);
  if (winner?.best === undefined)
    return [`${COUNTING[accounting]}, no technology has a feasible design.`, ...without].join(" ");
  const direction = METRICS[rank].better === "less" ? "lowest" : "highest";
  const answer = `${COUNTING[accounting]}, ${winner.title} has the ${direction} ${METRICS[rank].title}: ${formatMetric(rank, winner.best.metrics[rank])}.`;
  const beaten = gains.filter(({ of }) => of === winner.name).map((gain) => `${gainText(gain)}.`);
  return [answer, ...beaten, ...without].join(" ");
}

function gainText({ over, factor, overRuns, overChips, probability }: Gain): string {
  const doubts = [
    ...(overRuns ? [`${intervalText(overRuns)} over runs`] : []),
    ...(overChips ? [`${intervalText(overChips)} per correct decision over chips`] : []),
    ...(probability === undefined ? [] : [`chance ${formatShare(probability)}`]),
  ];
  return `It beats ${over} by a factor of ${formatRatio(factor)}${doubts.length === 0 ? "" : ` (${doubts.join("; ")})`}`;
}

function intervalText({ low, high }: FactorInterval): string {
  return `${formatRatio(low)} to ${formatRatio(high)}`;
}
