import { formatQuantity, METRICS } from "@neurofront/core";
import type { DesignSensitivity, MetricName } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { figureBlock } from "../figure-block.ts";
import { designMapFigure } from "../figures/design-map.ts";
import { elasticitiesFigure } from "../figures/elasticities.ts";
import { sobolFigure } from "../figures/sobol.ts";
import { tornadoFigure } from "../figures/tornado.ts";
import { ACCOUNTING_TITLES } from "../headline.ts";
import { formatRatio, NO_NUMBER } from "../metric-text.ts";
import type { ReportContext } from "../report-context.ts";
import { longTable } from "../table.ts";
import { technologyName } from "../technology-name.ts";
import { technologyOf } from "../technology-of.ts";
import { tornado } from "../why-not/tornado.ts";

const PICTURES = { interactions: "The picture of Sobol indices", map: "The map" } as const;

/** How the fronts and the best designs of one accounting react to their parameters; nothing where that was not computed. */
export function sensitivityBlocks(
  { study, comparison, sensitivities, exploration }: ReportContext,
  { accounting, technologies }: AccountingComparison,
): Markup | undefined {
  if (sensitivities.length === 0) return undefined;
  const title = ACCOUNTING_TITLES[accounting];
  const metrics = [...new Set(study.objectives.map(({ metric }) => metric))];
  const fronts = technologies.map(({ technology, search }, technologyIndex) => ({
    technology,
    technologyIndex,
    members: sensitivities.filter((each) => each.search === search),
  }));
  const bests = technologies.flatMap(({ technology, best }, technologyIndex) => {
    const sensitivity = fronts[technologyIndex]!.members.find(({ candidate }) => candidate === best?.candidate);
    if (sensitivity === undefined) return [];
    return [{ technology, technologyIndex, sensitivity, rows: tornado(sensitivity, comparison.rank) }];
  });
  const curves = elasticitiesFigure(fronts, metrics, `elasticities-${accounting}`);
  const storm = tornadoFigure(
    bests.map(({ sensitivity, ...best }) => ({ ...best, candidate: sensitivity.candidate })),
    comparison.rank,
    `tornado-${accounting}`,
  );
  const isHere = ({ search }: { readonly search: string }): boolean =>
    technologies.some((each) => each.search === search);
  const sobol = sobolFigure(
    (exploration?.interactions ?? [])
      .filter(isHere)
      .map((interactions) => ({ ...technologyOf(study, interactions.search), interactions })),
    comparison.rank,
    `sobol-${accounting}`,
  );
  const maps = designMapFigure(
    (exploration?.maps ?? []).filter(isHere).flatMap((map) => {
      const best = technologies.find(({ search }) => search === map.search)?.best?.assessment.metrics[comparison.rank];
      return best === undefined ? [] : [{ technology: technologyOf(study, map.search).technology, map, best }];
    }),
    comparison.rank,
    `map-${accounting}`,
  );
  return html`${curves && figureBlock(curves, `Elasticities along each front, ${title}`)}
  ${storm && figureBlock(storm, `${METRICS[comparison.rank].title} of each best design under changes of its parameters, ${title}`)}
  ${sobol && figureBlock(sobol, `${METRICS[comparison.rank].title} of each best design under changes of all its parameters at once, ${title}`)}
  ${maps && figureBlock(maps, `${METRICS[comparison.rank].title} around each best design, ${title}`)}
  ${(exploration?.leftOut ?? [])
    .filter(isHere)
    .map(
      ({ search, candidate, picture, reason }) =>
        html`<p class="note">
          ${PICTURES[picture]} around candidate ${candidate} of ${search} is left out: ${reason}.
        </p>`,
    )}
  ${bests.map(({ technologyIndex, sensitivity, technology }) =>
    elasticityTable(technology, technologyIndex, sensitivity, metrics, comparison.rank, title),
  )}`;
}

function elasticityTable(
  technology: string,
  index: number,
  sensitivity: DesignSensitivity,
  objectives: readonly MetricName[],
  rank: MetricName,
  title: string,
): Markup {
  const metrics = [...new Set([...objectives, rank])];
  const rows = sensitivity.parameters.map(({ name, unit, value, elasticity, changes }): Insert[] => [
    html`${technologyName({ technology }, index)} <code>${name}</code>`,
    typeof value === "number" ? formatQuantity(value, unit, 4) : value,
    ...metrics.map((metric) =>
      elasticity[metric] === undefined ? NO_NUMBER : (Math.round(1000 * elasticity[metric]) / 1000 + 0).toFixed(3),
    ),
    html`<small
      >${changes
        .map(({ value: other, metrics: changed, broken }) => {
          const own = sensitivity.metrics[rank];
          const ratio = own === undefined || changed[rank] === undefined ? undefined : changed[rank] / own;
          const to = typeof other === "number" ? formatQuantity(other, unit, 4) : other;
          return `${to}: ${ratio === undefined ? "impossible" : `times ${formatRatio(ratio)}`}${broken.length === 0 ? "" : `, breaks ${broken.join(", ")}`}`;
        })
        .join("; ")}</small
    >`,
  ]);
  return longTable(
    `Sensitivities of the best design: ${technology}, ${title}`,
    [
      { title: "parameter" },
      { title: "value", isNumeric: true },
      ...metrics.map((metric) => ({ title: `elasticity, ${METRICS[metric].title}`, isNumeric: true })),
      { title: `${METRICS[rank].title} when changed to` },
    ],
    rows,
  );
}
