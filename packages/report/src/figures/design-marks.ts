import * as Plot from "@observablehq/plot";
import { formatQuantity, nonDominated } from "@neurofront/core";
import type { PublishedPoint } from "@neurofront/core";
import type { AccountingComparison } from "../accounting-comparison.ts";
import type { DesignPoint } from "./design-points.ts";
import { FAINT, PAGE, markDesign } from "./figure.ts";
import type { LegendEntry } from "./legend.ts";
import { technologyStyle } from "./technology-style.ts";

/** Radii of the markers that labels keep away from. */
export const BEST_RADIUS_PX = 9;
export const PUBLISHED_RADIUS_PX = 6;

const place = { x: "delay_s", y: "energy_J", ...markDesign } as const;

const INFEASIBLE = { symbol: "times", r: 2, stroke: FAINT, strokeOpacity: 0.6, strokeWidth: 1 } as const;

/** Everything that is not on a front: small and faint, crosses where infeasible. */
export function pointMarks(points: readonly DesignPoint[]): Plot.Markish[] {
  return [
    infeasibleDots(
      points.filter(({ standing }) => standing === "infeasible"),
      place,
    ),
    ...dominatedDots(points, (point) => point, place),
  ];
}

/** Designs as in the energy-delay figure, in another frame: faint what is not on a front, then the fronts, a ring around the best. */
export function designDots<Placed extends { readonly key: string }>(
  placed: readonly Placed[],
  pointOf: (placed: Placed) => DesignPoint,
  channels: { readonly x: string; readonly y: string },
): Plot.Markish[] {
  const options = { ...channels, ...markDesign };
  return [
    infeasibleDots(
      placed.filter((each) => pointOf(each).standing === "infeasible"),
      options,
    ),
    ...dominatedDots(placed, pointOf, options),
    ...frontDots(placed, pointOf, options),
    Plot.dot(
      placed.filter((each) => pointOf(each).isBest),
      { ...channels, ...BEST, className: "best-designs" },
    ),
  ];
}

const BEST = { r: BEST_RADIUS_PX, stroke: "currentColor", strokeWidth: 1.8, pointerEvents: "none" } as const;

function infeasibleDots(data: readonly unknown[], options: Plot.DotOptions): Plot.Markish {
  return Plot.dot(data as unknown[], { ...options, ...INFEASIBLE, className: "infeasible-designs" });
}

function dominatedDots<Placed>(
  placed: readonly Placed[],
  pointOf: (placed: Placed) => DesignPoint,
  options: Plot.DotOptions,
): Plot.Markish[] {
  return byTechnology(placed, pointOf, "dominated").map(([index, members]) => {
    const { color, symbol } = technologyStyle(index);
    return Plot.dot(members as unknown[], {
      ...options,
      symbol,
      r: 2.1,
      fill: color,
      fillOpacity: 0.38,
      className: "dominated-designs",
    });
  });
}

function frontDots<Placed>(
  placed: readonly Placed[],
  pointOf: (placed: Placed) => DesignPoint,
  options: Plot.DotOptions,
): Plot.Markish[] {
  return byTechnology(placed, pointOf, "front").map(([index, members]) => {
    const { color, symbol } = technologyStyle(index);
    return Plot.dot(members as unknown[], {
      ...options,
      symbol,
      r: 4,
      fill: color,
      stroke: PAGE,
      strokeWidth: 0.8,
      className: "front-designs",
    });
  });
}

/** The staircase below and left of which no feasible design lies. */
export function frontLines(points: readonly DesignPoint[]): Plot.Markish[] {
  return byTechnology(points, (point) => point, "front").map(([index, members]) => {
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
  return frontDots(points, (point) => point, place);
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
        ...BEST,
        className: "best-designs",
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

function byTechnology<Placed>(
  placed: readonly Placed[],
  pointOf: (placed: Placed) => DesignPoint,
  standing: DesignPoint["standing"],
): (readonly [number, Placed[]])[] {
  const groups = new Map<number, Placed[]>();
  for (const each of placed) {
    const point = pointOf(each);
    if (point.standing !== standing) continue;
    const group = groups.get(point.technologyIndex);
    if (group) group.push(each);
    else groups.set(point.technologyIndex, [each]);
  }
  return [...groups];
}
