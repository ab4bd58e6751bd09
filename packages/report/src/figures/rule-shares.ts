import * as Plot from "@observablehq/plot";
import { csv } from "../csv.ts";
import type { RuleShare, Share } from "../why-not/rule-shares.ts";
import type { WhyNot } from "../why-not/why-not.ts";
import type { Figure } from "./figure.ts";
import { drawGrouped, numberAxis } from "./grouped-frame.ts";
import { groupedRows } from "./grouped-rows.ts";
import { technologyStyle } from "./technology-style.ts";

const BAR_PX = 7;
/** Rules shown of each technology; the table and the data have all. */
const MOST = 6;

/** Which share of the candidates breaks each rule, over the whole search and near the front; undefined when none is broken. */
export function ruleSharesFigure(searches: readonly WhyNot[], id: string): Figure | undefined {
  const groups = searches
    .filter(({ rules }) => rules.length > 0)
    .map(({ technology, technologyIndex, rules }) => ({
      title: technology,
      rows: rules.slice(0, MOST).map((rule) => ({ rule, technologyIndex })),
    }));
  if (groups.length === 0) return undefined;
  const rows = groupedRows(groups, ({ rule }) => rule.code);
  const bars = rows.placed.flatMap(({ row: { rule, technologyIndex }, y }) => [
    { ...barOf(rule.whole, "of all candidates", rule), technologyIndex, top: y - BAR_PX - 1, isNear: false },
    { ...barOf(rule.near, "of those near the front", rule), technologyIndex, top: y + 1, isNear: true },
  ]);
  const color = (bar: { technologyIndex: number }): string => technologyStyle(bar.technologyIndex).color;
  const marker = { symbol: "square", r: 5, fill: "currentColor", stroke: "currentColor", strokeWidth: 1.4 } as const;
  const svg = drawGrouped(
    "Share of the candidates that break each rule, over the whole search and near the front",
    rows,
    {
      legend: [
        { text: "whole search", marker },
        { text: "near the front", marker: { ...marker, fill: "none" } },
      ],
      x: { type: "linear", domain: [0, 100] },
      axis: numberAxis("share of the candidates (%)"),
      marks: [
        Plot.rect(
          bars.filter(({ isNear }) => !isNear),
          {
            x1: 0,
            x2: "percent",
            y1: "top",
            y2: ({ top }) => top + BAR_PX,
            fill: color,
            title: "tooltip",
            className: "whole",
          },
        ),
        Plot.rect(
          bars.filter(({ isNear }) => isNear),
          {
            x1: 0,
            x2: "percent",
            y1: "top",
            y2: ({ top }) => top + BAR_PX,
            fill: "none",
            stroke: color,
            strokeWidth: 1.4,
            title: "tooltip",
            className: "near",
          },
        ),
      ],
    },
  );
  return {
    id,
    svg,
    csv: csv(
      ["technology", "rule", "broken", "candidates", "broken_near_front", "candidates_near_front"],
      searches.flatMap(({ technology, rules }) =>
        rules.map(({ code, whole, near }) => [technology, code, whole.count, whole.of, near.count, near.of]),
      ),
    ),
    notes: [
      "A candidate that breaks several rules counts for each.",
      "Near the front is within a tenth of every range of one of its designs, with the same choices.",
    ],
  };
}

function barOf({ count, of }: Share, whose: string, { code }: RuleShare): { percent: number; tooltip: string } {
  const percent = of === 0 ? 0 : (100 * count) / of;
  return { percent, tooltip: `${code}: ${Number(percent.toPrecision(3))} % ${whose} (${count} of ${of})` };
}
