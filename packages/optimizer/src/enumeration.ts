import { randomAt } from "@neurofront/core";
import type { Dimension, OptimizerModel, Parameters } from "@neurofront/core";
import { designIndex } from "./design-index.ts";
import { Outstanding, checkAskedCount } from "./outstanding.ts";
import { pointCount, settleInactive, uniformPoint } from "./space.ts";

const parameters = {
  levels: {
    kind: "integer",
    meaning: "levels of every real dimension, in the middle of equal parts; 0 takes as many as the budget allows",
    source: { kind: "assumed", note: "the finest full grid within the budget, two levels at least" },
    low: 0,
    high: 1_000_000,
    default: 0,
  },
} as const satisfies Parameters;

/**
 * Every design of a finite space once; reals on a grid. The order is spread over the space, so a budget that is too small still
 * covers it. When the space is complete a note certifies it, and designs come up again in the same order. A space with more than
 * 2^53 designs is sampled at random.
 */
export const enumeration: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "enumeration",
  title: "Enumeration",
  parameters,
  create(settings, { dimensions, objectiveCount, evaluations, seed }) {
    const outstanding = new Outstanding(objectiveCount);
    const levels = settings.levels === 0 ? finestLevels(dimensions, evaluations) : settings.levels;
    const hasReals = dimensions.some(({ kind }) => kind === "real");
    const gridded = dimensions.map((dimension) => onGrid(dimension, levels));
    const space = designIndex(gridded);
    const isCountable = space.count <= Number.MAX_SAFE_INTEGER;
    const walk = isCountable ? spreadOrder(space.count, randomAt(seed, "enumeration").integer(space.count)) : undefined;
    const designOf = (id: number): Float64Array =>
      walk === undefined
        ? uniformPoint(gridded, randomAt(seed, "enumeration", id))
        : space.designAt(walk(id % space.count));
    let told = 0;
    let notes = isCountable
      ? []
      : [`The space has ${space.count.toPrecision(2)} designs, too many to enumerate: they are drawn at random.`];
    return {
      ask(count) {
        checkAskedCount(count);
        return Array.from({ length: count }, () => {
          const id = outstanding.take();
          return { id, coordinates: settleInactive(dimensions, designOf(id)) };
        });
      },
      tell(scores) {
        for (const score of scores) {
          outstanding.settle(score);
          if (score.id < space.count) told++;
          if (told !== space.count || score.id >= space.count) continue;
          const grid = hasReals ? ` on a grid with ${levels} levels of every real` : "";
          notes.push(`All ${space.count} designs of the space${grid} were evaluated: the enumeration is complete.`);
        }
      },
      takeNotes() {
        const taken = notes;
        notes = [];
        return taken;
      },
    };
  },
};

function onGrid(dimension: Dimension, levels: number): Dimension {
  if (dimension.kind !== "real") return dimension;
  return { ...dimension, kind: "integer", count: levels };
}

/** The largest number of levels with which all designs fit into the budget, at least 2. */
function finestLevels(dimensions: readonly Dimension[], evaluations: number): number {
  if (dimensions.every(({ kind }) => kind !== "real")) return 2;
  const fits = (levels: number): boolean =>
    pointCount(dimensions.map((dimension) => onGrid(dimension, levels))) <= evaluations;
  let low = 2;
  let high = Math.max(evaluations, 2) + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A permutation of 0 to count - 1 by steps of about the golden section of it. */
function spreadOrder(count: number, start: number): (place: number) => number {
  const large = BigInt(count);
  let step = BigInt(Math.max(Math.round(count * ((Math.sqrt(5) - 1) / 2)), 1));
  while (greatestCommonDivisor(step, large) !== 1n) step++;
  // The product leaves the safe integers for spaces past 10^8 designs.
  return (place) => Number((BigInt(start) + BigInt(place) * step) % large);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
