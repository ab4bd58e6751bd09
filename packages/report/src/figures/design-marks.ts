import * as Plot from "@observablehq/plot";
import { formatQuantity, nonDominated } from "@neurofront/core";
import type { PublishedPoint } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import type { DesignPoint } from "./design-points.ts";
import { FAINT, PAGE } from "./figure.ts";
import type { LegendEntry } from "./legend.ts";
import { technologyStyle } from "./technology-style.ts";

/** Radii of the markers that labels keep away from. */
export const BEST_RADIUS_PX = 9;
export const PUBLISHED_RADIUS_PX = 6;

const place = { x: "delay_s", y: "energy_J", title: "tooltip" } as const;

/** Everything that is not on a front: small and faint, crosses where infeasible. */
export function pointMarks(points: readonly DesignPoint[]): Plot.Markish[] {
  const infeasible = Plot.dot(
    points.filter(({ standing }) => standing === "infeasible"),
    {
      ...place,
      symbol: "times",
      r: 2,
      stroke: FAINT,
      strokeOpacity: 0.6,
      strokeWidth: 1,
      className: "infeasible-designs",
    },
  );
  return [
    infeasible,
    ...byTechnology(points, "dominated").map(([index, members]) => {
      const { color, symbol } = technologyStyle(index);
      return Plot.dot(members, {
        ...place,
        symbol,
        r: 2.1,
        fill: color,
        fillOpacity: 0.38,
        className: "dominated-designs",
      });
    }),
  ];
}

/** The staircase below and left of which no feasible design lies. */
export function frontLines(points: readonly DesignPoint[]): Plot.Markish[] {
  return byTechnology(points, "front").map(([index, members]) => {
    const corners = nonDominated(members, ({ delay_s, energy_J }) => [delay_s, energy_J]);
    return Plot.line(
      corners.toSorted((a, b) => a.delay_s - b.delay_s),
      {
        x: "delay_s",
        y: "energy_J",
        curve: "step-after",
        stroke: technologyStyle(index).color,
        strokeWidth: 2,
        className: "front",
      },
    );
  });
}

/** Designs of the fronts. */
export function frontMarks(points: readonly DesignPoint[]): Plot.Markish[] {
  return byTechnology(points, "front").map(([index, members]) => {
    const { color, symbol } = technologyStyle(index);
    return Plot.dot(members, {
      ...place,
      symbol,
      r: 4,
      fill: color,
      stroke: PAGE,
      strokeWidth: 0.8,
      className: "front-designs",
    });
  });
}

/** Published points, hollow. */
export function publishedMarks(points: readonly PublishedPoint[]): Plot.Markish[] {
  return [
    Plot.dot(points, {
      x: "delay_s",
      y: "energy_J",
      title: (point: PublishedPoint) =>
        `${point.title}\n${formatQuantity(point.energy_J, "J")}, ${formatQuantity(point.delay_s, "s")}\n${point.note}`,
      r: PUBLISHED_RADIUS_PX,
      fill: PAGE,
      stroke: "currentColor",
      strokeWidth: 1.6,
      className: "published-points",
    }),
  ];
}

/** A ring around the best design of each technology. */
export function bestMarks(points: readonly DesignPoint[]): Plot.Markish[] {
  return [
    Plot.dot(
      points.filter(({ isBest }) => isBest),
      {
        x: "delay_s",
        y: "energy_J",
        r: BEST_RADIUS_PX,
        stroke: "currentColor",
        strokeWidth: 1.8,
        className: "best-designs",
        pointerEvents: "none",
      },
    ),
  ];
}

/** What the markers mean: technologies first, then the standings that occur. */
export function legendGroups(
  comparison: AccountingComparison,
  points: readonly DesignPoint[],
  hasPublished: boolean,
): (readonly LegendEntry[])[] {
  const technologies = comparison.technologies.map(({ technology, best }, index) => {
    const { color, symbol } = technologyStyle(index);
    return {
      text: best ? technology : `${technology} (no feasible design)`,
      marker: { symbol, r: 4.5, fill: color },
    };
  });
  const standings: LegendEntry[] = [];
  if (points.some(({ isBest }) => isBest))
    standings.push({ text: "best design", marker: { r: 6, stroke: "currentColor", strokeWidth: 1.8 } });
  if (points.some(({ standing }) => standing === "front"))
    standings.push({ text: "front (on the line)", marker: { r: 4.5, fill: "currentColor" } });
  if (points.some(({ standing }) => standing === "dominated"))
    standings.push({ text: "dominated", marker: { r: 2.1, fill: "currentColor", fillOpacity: 0.5 } });
  if (points.some(({ standing }) => standing === "infeasible"))
    standings.push({ text: "infeasible", marker: { symbol: "times", r: 3, stroke: FAINT, strokeWidth: 1.2 } });
  if (hasPublished)
    standings.push({ text: "published", marker: { r: 5, stroke: "currentColor", fill: PAGE, strokeWidth: 1.6 } });
  return [technologies, standings].filter((group) => group.length > 0);
}

function byTechnology(
  points: readonly DesignPoint[],
  standing: DesignPoint["standing"],
): (readonly [number, DesignPoint[]])[] {
  const groups = new Map<number, DesignPoint[]>();
  for (const point of points) {
    if (point.standing !== standing) continue;
    const group = groups.get(point.technologyIndex);
    if (group) group.push(point);
    else groups.set(point.technologyIndex, [point]);
  }
  return [...groups];
}
