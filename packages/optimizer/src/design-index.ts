import type { Dimension } from "@neurofront/core";
import { coordinateOf, settleInactive } from "./space.ts";

/** A numbering of the designs of a finite space. */
export interface DesignIndex {
  /** Number of different designs. */
  readonly count: number;
  /** Design `index`, from 0 to count - 1. */
  readonly designAt: (index: number) => Float64Array;
}

/**
 * Numbers the designs of a space of integers and categories. A dimension with its dependants is a wheel with as many places as
 * it allows designs; the wheels of independent dimensions are the digits of the number.
 *
 * @throws Error when a dimension is real
 */
export function designIndex(dimensions: readonly Dimension[]): DesignIndex {
  const counts = dimensions.map((dimension, k) => {
    if (dimension.kind === "real") throw new Error(`dimension ${k} is real: its designs cannot be numbered`);
    return dimension.count;
  });
  const dependants = (parent: number | undefined, part: number): number[] =>
    dimensions.flatMap(({ activeWhen }, k) =>
      activeWhen?.dimension === parent && (activeWhen?.parts.includes(part) ?? true) ? [k] : [],
    );
  const below = counts.map((count, k) => Array.from({ length: count }, (_, part) => dependants(k, part)));
  // Dependants come later in the list, so sizes are known from the last to the first.
  const sizes = counts.map(() => new Float64Array());
  const productOf = (wheels: readonly number[]): number =>
    wheels.reduce((product, k) => product * sizes[k]!.reduce((sum, size) => sum + size, 0), 1);
  for (let k = counts.length - 1; k >= 0; k--) sizes[k] = Float64Array.from(below[k]!, productOf);

  function set(point: Float64Array, wheels: readonly number[], index: number): void {
    let rest = index;
    for (let place = wheels.length - 1; place >= 0; place--) {
      const k = wheels[place]!;
      const total = productOf([k]);
      let own = rest % total;
      rest = Math.floor(rest / total);
      let part = 0;
      while (own >= sizes[k]![part]!) own -= sizes[k]![part++]!;
      point[k] = coordinateOf(counts[k]!, part);
      set(point, below[k]![part]!, own);
    }
  }

  const independent = dependants(undefined, 0);
  return {
    count: productOf(independent),
    designAt: (index) => {
      const point = new Float64Array(counts.length).fill(0.5);
      set(point, independent, index);
      return settleInactive(dimensions, point);
    },
  };
}
