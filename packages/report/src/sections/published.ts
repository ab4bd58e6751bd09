import { formatQuantity } from "@neurofront/core";
import { html } from "../escape.ts";
import type { Insert, Markup } from "../escape.ts";
import { formatMetric, formatRatio } from "../metric-text.ts";
import { ratioOf } from "../ratio.ts";
import type { ReportContext } from "../report-context.ts";
import { table } from "../table.ts";
import { citation } from "./contradictions.ts";

/** Published designs in units of the best designs found. */
export function publishedSection({ study, comparison }: ReportContext): Markup | undefined {
  if (study.publishedPoints.length === 0) return undefined;
  const won = comparison.accountings.filter(({ winner }) => winner !== undefined);
  const rows = study.publishedPoints.map((point): Insert[] => {
    const edp_J_s = point.energy_J * point.delay_s;
    return [
      html`${point.title}<br /><small>${citation(study, point.reference)}: ${point.note}</small>`,
      formatQuantity(point.energy_J, "J"),
      formatQuantity(point.delay_s, "s"),
      formatMetric("edp", edp_J_s),
      ...won.map(({ winner }) => formatRatio(ratioOf(edp_J_s, winner?.best?.assessment.metrics.edp))),
    ];
  });
  const caption = "Published designs; each counts what its publication counts";
  const columns = [
    { title: "design" },
    ...["energy", "delay", "energy-delay product"].map((title) => ({ title, isNumeric: true })),
    ...won.map(({ accounting, winner }) => ({
      title: html`EDP / best ${winner!.technology}<br /><small>${accounting} accounting</small>`,
      isNumeric: true,
    })),
  ];
  return html`${table(caption, columns, rows)}`;
}
