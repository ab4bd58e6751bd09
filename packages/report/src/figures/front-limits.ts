import * as Plot from "@observablehq/plot";
import { csv } from "../csv.ts";
import { everyNth } from "../every-nth.ts";
import type { FrontLimit } from "../why-not/front-limits.ts";
import type { WhyNot } from "../why-not/why-not.ts";
import type { Figure } from "./figure.ts";
import { drawGrouped } from "./grouped-frame.ts";
import { groupedRows } from "./grouped-rows.ts";
import { technologyStyle } from "./technology-style.ts";

/** Designs of a front that get a mark; the data has all. */
const MOST_MEMBERS = 50;
/** Limits shown of each technology. */
const MOST_LIMITS = 8;

interface Mark {
  readonly x: number;
  readonly y: number;
  readonly technologyIndex: number;
  readonly tooltip: string;
}

/**
 * Where along each front which constraint, rule or end of a range holds; undefined when nothing does.
 *
 * @param objective what the fronts are ordered by, in words
 */
export function frontLimitsFigure(searches: readonly WhyNot[], objective: string, id: string): Figure | undefined {
  const groups = searches
    .filter(({ limits }) => limits.length > 0)
    .map((search) => ({
      title: `${search.technology} (${search.bindings.length} designs)`,
      rows: search.limits.slice(0, MOST_LIMITS).map((limit) => ({ limit, search })),
    }));
  if (groups.length === 0) return undefined;
  const rows = groupedRows(groups, ({ limit }) => limit.title);
  const marksOf = (held: (limit: FrontLimit) => readonly boolean[], how: string): Mark[] =>
    rows.placed.flatMap(({ row: { limit, search }, y }) =>
      membersShown(search).flatMap((index): Mark[] => {
        if (!held(limit)[index]) return [];
        const { candidate } = search.bindings[index]!.record;
        const tooltip = `${search.technology}, candidate ${candidate}: ${limit.title} ${how}`;
        return [{ x: placeOf(index, search), y, technologyIndex: search.technologyIndex, tooltip }];
      }),
    );
  const color = ({ technologyIndex }: Mark): string => technologyStyle(technologyIndex).color;
  const filled = { symbol: "square", r: 2.6, fill: "currentColor" } as const;
  const ring = { symbol: "circle", r: 5.4, stroke: "currentColor", strokeWidth: 1.3 } as const;
  const svg = drawGrouped("Constraints, rules and ends of ranges that hold along each front", rows, {
    legend: [
      { text: "no room left", marker: filled },
      { text: "broken by the nearest designs that would be better", marker: ring },
    ],
    x: { type: "linear", domain: [-0.02, 1.02] },
    axis: [
      Plot.axisX([0, 0.5, 1], {
        tickFormat: (place: number) => (place === 0 ? "first" : place === 1 ? "last" : "middle"),
        label: `designs of the front, from the best to the worst ${objective}`,
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 38,
      }),
    ],
    marks: [
      Plot.dot(
        marksOf((limit) => limit.stops, "is what the nearest better designs break"),
        {
          ...ring,
          x: "x",
          y: "y",
          stroke: color,
          title: "tooltip",
          className: "stops",
        },
      ),
      Plot.dot(
        marksOf((limit) => limit.isActive, "has no room left"),
        {
          ...filled,
          x: "x",
          y: "y",
          fill: color,
          title: "tooltip",
          className: "active",
        },
      ),
    ],
  });
  return {
    id,
    svg,
    csv: csv(
      ["technology", "candidate", "place_on_front", "limit", "no_room_left", "stops_better_designs"],
      searches.flatMap((search) =>
        search.limits.flatMap(({ title, isActive, stops }) =>
          search.bindings.flatMap(({ record }, index) =>
            isActive[index] || stops[index]
              ? [[search.technology, record.candidate, index, title, yesNo(isActive[index]), yesNo(stops[index])]]
              : [],
          ),
        ),
      ),
    ),
    notes: [
      "No room left: within 1 % of the bound, or of the end of the searched range.",
      "A ring names the rule that most of the ten nearest evaluated designs break that would be better in every objective; impossible designs have no objectives and are not among them.",
    ],
  };
}

function membersShown({ bindings }: WhyNot): number[] {
  return everyNth(
    bindings.map((_, index) => index),
    MOST_MEMBERS,
  );
}

function placeOf(index: number, { bindings }: WhyNot): number {
  return bindings.length === 1 ? 0.5 : index / (bindings.length - 1);
}

function yesNo(holds: boolean | undefined): string {
  return holds ? "yes" : "no";
}
