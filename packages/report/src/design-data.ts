import { deflateRawSync } from "node:zlib";
import { METRICS, formatQuantity, searchedParameters, searchedValue } from "@neurofront/core";
import type { MetricName, ResolvedTechnology } from "@neurofront/core";
import { searchNames } from "./design-key.ts";
import type { DesignData, DesignEntry } from "./design-entry.ts";
import { html, trusted } from "./escape.ts";
import type { Markup } from "./escape.ts";
import { everyNth } from "./every-nth.ts";
import { explanationOf } from "./explain/explanation.ts";
import type { Explanation } from "./explain/explanation.ts";
import type { DesignPoint } from "./figures/design-points.ts";
import { formatMetric } from "./metric-text.ts";
import type { ReportContext } from "./report-context.ts";
import { verificationOf } from "./report-input.ts";

/** Designs whose formulas and sources a page holds at most; the others have their metrics and parameters. */
const MOST_EXPLAINED = 600;

/** What the script of a page reads: every drawn design, and explanations of the best, the fronts and some of the others. */
export function designDataBlocks(context: ReportContext): Markup {
  const packed = deflateRawSync(JSON.stringify(explanations(context)), { level: 9 }).toString("base64");
  return html`${dataBlock("application/json", "design-data", scriptJson(designData(context)))}
  ${dataBlock("text/plain", "explanations", packed)}`;
}

/** Every drawn design as text. */
export function designData({ study, designs }: Pick<ReportContext, "study" | "designs">): DesignData {
  const points = designs.flatMap((each) => each.points);
  const present = new Set(points.flatMap(({ record }) => Object.keys(record.assessment.metrics) as MetricName[]));
  const metrics = (Object.keys(METRICS) as MetricName[]).filter((metric) => present.has(metric));
  const technologies = new Map(study.technologies.map((technology) => [technology.name, technology]));
  const searched = new Map(study.technologies.map((technology) => [technology.name, searchedParameters(technology)]));
  const technologyOf = (search: string): ResolvedTechnology =>
    technologies.get(search.slice(0, search.lastIndexOf("/")))!;
  const entry = ({ record, technology, standing, isBest }: DesignPoint): DesignEntry => [
    isBest ? "best design" : standing === "front" ? "front" : standing,
    metrics.map((metric) => {
      const value = record.assessment.metrics[metric];
      return value === undefined ? "" : formatMetric(metric, value);
    }),
    searched.get(technology)!.map(({ name, parameter }) => {
      const value = searchedValue(record.design, name);
      return typeof value === "number" ? formatQuantity(value, parameter.unit, 4) : value;
    }),
    standing === "infeasible"
      ? [...new Set(record.assessment.violations.filter(({ kind }) => kind !== "warning").map(({ code }) => code))]
      : [],
  ];
  return {
    metrics: metrics.map((metric) => METRICS[metric].title),
    searches: searchNames(study).map((name) => ({
      name,
      title: technologyOf(name).title,
      parameters: searched.get(technologyOf(name).name)!.map((parameter) => parameter.name),
    })),
    designs: Object.fromEntries(points.map((point) => [point.key, entry(point)])),
  };
}

function explanations({ study, designs, verifications }: ReportContext): Record<string, Explanation> {
  const points = designs.flatMap((each) => each.points);
  const wanted = points.filter(({ isBest, standing }) => isBest || standing === "front");
  const others = points.filter(({ isBest, standing }) => !isBest && standing !== "front");
  const first = wanted.length > MOST_EXPLAINED ? everyNth(wanted, MOST_EXPLAINED) : wanted;
  const room = MOST_EXPLAINED - first.length;
  const chosen = new Set([
    ...wanted.filter(({ isBest }) => isBest),
    ...first,
    ...(room > 0 ? everyNth(others, room) : []),
  ]);
  return Object.fromEntries(
    [...chosen].map(({ key, record }) => [
      key,
      explanationOf(study, record, verificationOf(verifications, record)?.assessment),
    ]),
  );
}

/** JSON that cannot end the element it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", String.raw`\u003c`);
}

function dataBlock(type: string, name: string, content: string): Markup {
  return trusted(`<script type="${type}" class="${name}">${content}</script>\n`);
}
