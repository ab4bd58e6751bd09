import { METRICS } from "@neurofront/core";
import type { Accounting, MetricName, ResolvedConstraint } from "@neurofront/core";
import type { TechnologyResult } from "./accounting-comparison.ts";
import { formatInterval, formatMetric, formatRatio, formatShare } from "./metric-text.ts";
import { ratioOf } from "./ratio.ts";
import { sentence } from "./sentence.ts";
import { judgeAccuracy } from "./verdict.ts";

/** How a sentence about an accounting begins. */
export const COUNTING: Readonly<Record<Accounting, string>> = {
  paper: "Counting only the lines the paper counts",
  full: "Counting every line of the ledger",
};

/** What an accounting is called in a title. */
export const ACCOUNTING_TITLES: Readonly<Record<Accounting, string>> = {
  paper: "the paper's accounting",
  full: "full accounting",
};

/**
 * The answer under one accounting in plain sentences: the winner, its number, the factor to every other technology from the
 * closest to the farthest, doubts that drawn chips raise about the winner, and who found no feasible design and why.
 */
export function headline(result: {
  readonly accounting: Accounting;
  readonly technologies: readonly TechnologyResult[];
  readonly winner: TechnologyResult | undefined;
  readonly rank: MetricName;
  readonly constraints: readonly ResolvedConstraint[];
}): string {
  const { accounting, technologies, winner, rank } = result;
  const losers = technologies.filter(({ best }) => best === undefined);
  const lost = losers.map((loser) => sentence(`${loser.title} has no feasible design${reasonOf(loser)}.`));
  if (winner?.best === undefined)
    return [`${COUNTING[accounting]}, no technology has a feasible design.`, ...lost].join(" ");

  const metric = METRICS[rank];
  const direction = metric.better === "less" ? "lowest" : "highest";
  const { metrics } = winner.best.assessment;
  const conditions =
    rank === "edp" ? ` (${formatMetric("energy", metrics.energy)} in ${formatMetric("delay", metrics.delay)})` : "";
  const answer = `${COUNTING[accounting]}, ${winner.title} has the ${direction} ${metric.title}: ${formatMetric(rank, metrics[rank])}${conditions}`;
  const others = technologies
    .filter((other) => other !== winner && other.best !== undefined)
    .map((other) => {
      const ratio = ratioOf(other.best!.assessment.metrics[rank], metrics[rank]);
      return { other, factor: ratio !== undefined && ratio < 1 ? 1 / ratio : ratio };
    })
    .toSorted((a, b) => (a.factor ?? Infinity) - (b.factor ?? Infinity))
    .map(({ other, factor }) => `${factorText(factor, metric.better)} ${other.title}`);
  const versus = others.length === 0 ? "; no other technology has a feasible design" : `, ${listed(others)}`;
  return [`${answer}${versus}.`, ...doubts(winner, result.constraints), ...lost].join(" ");
}

function factorText(factor: number | undefined, better: "less" | "more"): string {
  if (factor === undefined || !Number.isFinite(factor)) return "not comparable by a factor with";
  const text = formatRatio(factor);
  if (text === "1") return "level with";
  return `${text} times ${better === "less" ? "below" : "above"}`;
}

/** What drawn chips say when they do not confirm that the winner keeps the study's bound on the accuracy. */
function doubts({ best, drawn }: TechnologyResult, constraints: readonly ResolvedConstraint[]): string[] {
  if (drawn === undefined) return [];
  const { clean } = drawn;
  const { standing, text } = judgeAccuracy(clean, best?.assessment.metrics.accuracy, constraints);
  if (standing !== "below") return [];
  const interval = formatInterval(clean.low, clean.high);
  return [`But on drawn chips its accuracy is ${formatShare(clean.mean)} (${interval}), ${text}.`];
}

/** The rule most often broken, when there is one. */
function reasonOf({ counts, violations }: TechnologyResult): string {
  if (counts.assessed === 0) return " because none was assessed";
  const [most] = violations;
  if (most === undefined) return "";
  return ` among ${counts.assessed}; most often broken: ${most.code} (${Math.round(most.share * 100)} %)`;
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`;
}
