import { METRICS, formatQuantity } from "@neurofront/core";
import type { DesignSensitivity, MetricName } from "@neurofront/core";
import { tornado } from "@neurofront/report";
import type { WhyNot } from "@neurofront/report";
import { textTable } from "./text-table.ts";

/** Designs of a front that are shown, evenly spread. */
const MOST_MEMBERS = 12;

/** Which rules the candidates of a search break, over the whole search and near the front. */
export function rulesText({ rules }: WhyNot, width?: number): string {
  if (rules.length === 0) return "every candidate is feasible";
  const rows = rules.map(({ code, whole, near, closest }) => [code, shareText(whole), shareText(near), closest]);
  return textTable(["rule", "all", "near front", "to the candidate closest to feasible"], rows, {
    right: [1, 2],
    width,
  });
}

/** What holds the designs of the front in place. */
export function limitsText({ limits, bindings }: WhyNot, width?: number): string {
  if (bindings.length === 0) return "no design is feasible";
  if (limits.length === 0)
    return "nothing: no constraint without room, no range at its end, no better design that breaks a rule";
  const of = bindings.length;
  const rows = limits.map(({ title, isActive, stops }) => [
    title,
    shareText({ count: isActive.filter(Boolean).length, of }),
    shareText({ count: stops.filter(Boolean).length, of }),
  ]);
  return textTable(["constraint, rule or end of a range", "no room left", "stops better designs"], rows, {
    right: [1, 2],
    width,
  });
}

/** The designs of the front one by one: what has no room, and what the nearest better designs break. */
export function membersText({ bindings }: WhyNot, metrics: readonly MetricName[], width?: number): string {
  const step = Math.max(1, Math.ceil(bindings.length / MOST_MEMBERS));
  const rows = bindings
    .filter((_, index) => index % step === 0)
    .map(({ record, margins, ends, wouldDominate, nearest, stops }) => [
      String(record.candidate),
      ...metrics.map((metric) => {
        const value = record.assessment.metrics[metric];
        return value === undefined ? "" : formatQuantity(value, METRICS[metric].unit);
      }),
      [
        ...margins.filter(({ isActive }) => isActive).map(({ code, margin }) => `${code} (margin ${percent(margin)})`),
        ...ends.map(({ name, end }) => `${name} at its ${end} end`),
      ].join(", ") || "-",
      stops.map(({ code, count }) => `${code} (${count})`).join(", ") || "-",
      nearest === undefined ? "-" : `${wouldDominate}, nearest ${percent(nearest)} of a range away`,
    ]);
  const head = ["candidate", ...metrics, "no room left", "nearest better designs break", "better, but not feasible"];
  return textTable(head, rows, { right: [0, ...metrics.map((_, k) => k + 1)], width });
}

/** Elasticities of metrics at designs of the front. */
export function elasticitiesText(
  members: readonly DesignSensitivity[],
  metrics: readonly MetricName[],
  width?: number,
): string {
  const parameters = members[0]?.parameters ?? [];
  if (parameters.length === 0) return "nothing is searched";
  const rows = parameters.map(({ name }, index) => [
    name,
    ...metrics.map((metric) =>
      members
        .map(({ parameters: own }) => own[index]!.elasticity[metric])
        .map((value) => (value === undefined ? "-" : hundredths(value)))
        .join(" "),
    ),
  ]);
  return textTable(["parameter", ...metrics], rows, { width });
}

/** How the ranked metric of the best design changes with each parameter, the one that matters most first. */
export function tornadoText(best: DesignSensitivity, rank: MetricName, width?: number): string {
  const rows = tornado(best, rank).flatMap(({ name, unit, value, changes, impossible }) => {
    const text = (one: number | string): string => (typeof one === "number" ? formatQuantity(one, unit, 4) : one);
    const own = changes.map(({ value: other, ratio, broken }) => [
      name,
      text(value),
      text(other),
      `${ratio < 1 ? "" : "+"}${(100 * (ratio - 1)).toFixed(1)} %`,
      broken.join(", "),
    ]);
    const none = impossible === 0 ? [] : [[name, text(value), `${impossible} impossible`, "", ""]];
    return [...own, ...none];
  });
  return rows.length === 0
    ? "nothing is searched"
    : textTable(["parameter", "value", "changed to", rank, "breaks"], rows, { right: [1, 2, 3], width });
}

function shareText({ count, of }: { readonly count: number; readonly of: number }): string {
  return of === 0 ? "-" : `${percent(count / of)} (${count} of ${of})`;
}

/** Two digits, and no sign before a zero. */
function hundredths(value: number): string {
  return (Math.round(100 * value) / 100 + 0).toFixed(2);
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
