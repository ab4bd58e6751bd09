import { METRICS, formatQuantity, partParameters } from "@neurofront/core";
import type { CandidateRecord, MetricName, ResolvedStudy } from "@neurofront/core";
import type { Comparison, ReportInput } from "@neurofront/report";
import { failureOf, searchesOf } from "@neurofront/study";
import type { CacheUse } from "@neurofront/study";
import { textTable } from "./text-table.ts";
import { wrapText } from "./wrapped-text.ts";

/** What a study would search, in one paragraph. */
export function searchText(study: ResolvedStudy, width?: number): string {
  const searches = searchesOf(study);
  const rows = study.technologies.map((technology) => {
    const searched = (["neuron", "synapse", "interconnect"] as const).flatMap((role) =>
      partParameters(technology[role])
        .filter(([, { value }]) => value === undefined)
        .map(([name]) => name),
    );
    if (technology.inputVoltage_V.value === undefined) searched.push("inputVoltage_V");
    for (const [name, { value }] of Object.entries(technology.training ?? {}))
      if (value === undefined) searched.push(name);
    return [
      technology.name,
      technology.neuron.model,
      technology.synapse.model,
      technology.interconnect.model,
      searched.join(", ") || "nothing: one design",
    ];
  });
  return [
    textTable(["technology", "neuron", "synapse", "interconnect", "searched"], rows, { width }),
    "",
    `${searches.length} searches of ${study.budget.evaluations} evaluations with ${study.optimizer.model}, seed ${study.seed}; hash ${study.hash.slice(0, 12)}`,
  ].join("\n");
}

/**
 * Winners and ratios for the terminal.
 *
 * @param width characters a line may have; without it, lines stay whole
 */
export function comparisonText(comparison: Comparison, input: ReportInput, width?: number): string {
  const verified = new Map(
    input.verifications.map((record) => [`${record.search} ${record.candidate}`, record.assessment.monteCarlo?.clean]),
  );
  const blocks = comparison.accountings.map(({ accounting, headline, technologies, ratios, winner }) => {
    const rows = technologies.map(({ technology, search, best, counts, violations }) => {
      if (best === undefined)
        return [
          technology,
          "no feasible design",
          "",
          "",
          "",
          `of ${counts.assessed}; mostly ${violations[0]?.code ?? "none assessed"}`,
        ];
      const { metrics } = best.assessment;
      const show = (metric: MetricName): string =>
        metrics[metric] === undefined ? "" : formatQuantity(metrics[metric], METRICS[metric].unit);
      const ratio =
        winner === undefined
          ? undefined
          : ratios.find(({ of, to }) => of === technology && to === winner.technology)?.ratios[comparison.rank];
      const clean = verified.get(`${search} ${best.candidate}`);
      const accuracy = metrics.accuracy === undefined ? "" : `${(100 * metrics.accuracy).toFixed(1)} %`;
      return [
        technology,
        show("energy"),
        show("delay"),
        show("edp"),
        ratio === undefined ? "1" : formatQuantity(ratio, "1"),
        `${accuracy}${clean === undefined ? "" : ` (${clean.chips} chips: ${(100 * clean.mean).toFixed(1)} %)`}`,
      ];
    });
    return `${wrapText(headline, width)}\n\n${textTable([`${accounting} accounting`, "energy", "delay", "EDP", `${comparison.rank} / winner`, "accuracy"], rows, { right: [1, 2, 3, 4], width })}`;
  });
  return blocks.join("\n\n");
}

/** Where the assessments of a run came from, in one line. */
export function cacheText({ path, found, computed, stored }: { readonly path: string } & CacheUse): string {
  return `cache    ${found} of ${found + computed} assessments found, ${stored} of the others kept: ${path}`;
}

/** Candidates on which models failed, a line for each search that has some; empty where none has. */
export function failuresText({ candidates }: Pick<ReportInput, "candidates">, width?: number): string {
  const lines = [...Map.groupBy(candidates, ({ search }) => search)].flatMap(([search, all]) => {
    const failed = all.filter(({ assessment }) => failureOf(assessment) !== undefined);
    if (failed.length === 0) return [];
    const [{ candidate, assessment }] = failed as [CandidateRecord];
    const text = `A model failed on ${failed.length} of ${all.length} candidates of ${search}; the first is ${search}/${candidate}: ${failureOf(assessment)!}`;
    return `${wrapText(text, width)}\n`;
  });
  return lines.join("");
}
