import { formatQuantity, METRICS } from "@neurofront/core";
import type { Assessment, ResolvedConstraint, ResolvedStudy, Sampling } from "@neurofront/core";
import { formatShare } from "./metric-text.ts";

const END_TEXT: Readonly<Record<Sampling["end"], string>> = {
  decided: "every constraint was decided",
  infeasible: "it was certain to be infeasible",
  dominated: "it was certain to be dominated",
  maximum: "no more were allowed",
};

/** Where the numbers of an assessment come from, in plain sentences: its fidelity and its chips. Empty where all is exact. */
export function certaintyLines(
  { fidelity, lower = [], monteCarlo }: Assessment,
  study: Pick<ResolvedStudy, "constraints" | "variation">,
): string[] {
  const lines: string[] = [];
  if (fidelity !== undefined)
    lines.push(
      `fidelity ${fidelity}${lower.length === 0 ? "" : `, after ${lower.map((one) => one.fidelity).join(", ")}`}`,
    );
  const sampling = monteCarlo?.sampling;
  if (sampling === undefined) return lines;
  lines.push(`${chipsText(sampling)}, until ${END_TEXT[sampling.end]}`);
  for (const [index, standing] of sampling.standings.entries())
    if (standing !== null)
      lines.push(
        `${constraintText(study.constraints[index]!)}: ${standing} at ${formatShare(study.variation.confidence)} confidence${standing === "undecided" ? ": the estimate was taken" : ""}`,
      );
  return lines;
}

/** How many chips were drawn of how many. */
export function chipsText({ purpose, drawn, most }: Sampling): string {
  return `${drawn} of ${most} chips ${purpose === "elite" ? "drawn again for the front" : "of the search"}`;
}

/** A constraint as a person says it. */
function constraintText({ metric, statistic, atLeast, atMost }: ResolvedConstraint): string {
  const name = statistic === "mean" ? METRICS[metric].title : `${statistic} of ${METRICS[metric].title}`;
  const limit = formatQuantity(atLeast ?? atMost!, METRICS[metric].unit);
  return `${name} ${atLeast === undefined ? "at most" : "at least"} ${limit}`;
}

/** What chips say of the constraints that they judge, in a few words. */
export function standingsText({ standings }: Sampling): string {
  const known = standings.filter((one) => one !== null);
  if (known.length === 0) return "none to decide";
  if (known.every((one) => one === "met")) return "met";
  return known.includes("broken") ? "broken" : "undecided";
}
