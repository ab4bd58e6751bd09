import { randomAt } from "@neurofront/core";
import type { Dimension } from "@neurofront/core";
import { defineOptimizer, integer } from "@neurofront/plugin-kit";

/** Points tried for a design that was not proposed before; of a finite space the last few are then proposed again. */
const ATTEMPTS = 5000;

/** The first `count` primes. */
export function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** Digits of `index` in a base, mirrored behind the point: in [0, 1) (Halton, Numer. Math. 2, 84 (1960)). */
export function radicalInverse(index: number, base: number): number {
  let value = 0;
  let weight = 1 / base;
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    value += (rest % base) * weight;
    weight /= base;
  }
  return value;
}

/** A point of the cube as the space has it: middles of the parts of categories, the middle where a coordinate does not count. */
function settled(point: readonly number[], dimensions: readonly Dimension[]): Float64Array {
  const parts: number[] = [];
  return Float64Array.from(dimensions, (dimension, k) => {
    const { activeWhen } = dimension;
    const isActive = activeWhen === undefined || activeWhen.parts.includes(parts[activeWhen.dimension]!);
    const value = isActive ? point[k]! : 0.5;
    if (dimension.kind === "real") {
      parts.push(isActive ? 0 : -1);
      return value;
    }
    const part = Math.min(Math.floor(value * dimension.count), dimension.count - 1);
    parts.push(isActive ? part : -1);
    return (part + 0.5) / dimension.count;
  });
}

/**
 * Points of the Halton sequence, shifted at random around the cube (Cranley and Patterson, SIAM J. Numer. Anal. 13, 904 (1976)).
 * They fill the cube more evenly than random points. What it is told it does not use.
 */
export const templateOptimizer = defineOptimizer({
  id: "template-optimizer",
  title: "Template optimizer",
  parameters: {
    skipped: integer({
      meaning: "points of the sequence that are left out at its beginning, where its coordinates are alike",
      source: { kind: "assumed", note: "a few more than the usual number of parameters" },
      low: 0,
      high: 1000,
      default: 20,
    }),
  },
  create({ skipped }, { dimensions, seed }) {
    const bases = primes(dimensions.length);
    const shift = bases.map((_, k) => randomAt(seed, "template-optimizer", k).uniform());
    const proposed = new Set<string>();
    let asked = 0;
    let index = skipped;
    const next = (): Float64Array => {
      index++;
      const point = bases.map((base, k) => (radicalInverse(index, base) + shift[k]!) % 1);
      return settled(point, dimensions);
    };
    return {
      ask: (count) =>
        Array.from({ length: count }, () => {
          let coordinates = next();
          for (let k = 0; k < ATTEMPTS && proposed.has(coordinates.join()); k++) coordinates = next();
          proposed.add(coordinates.join());
          return { id: asked++, coordinates };
        }),
      tell() {},
    };
  },
});
