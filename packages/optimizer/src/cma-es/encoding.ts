import type { Dimension } from "@neurofront/core";
import { mirrored } from "../operators/mirrored.ts";
import { coordinateOf, settleInactive, snap } from "../space.ts";

/** How points of the space stand for the numbers and categories of the search distribution. */
export interface Encoding {
  /** Count of the parts of each number that is an integer; 0 for a real. */
  readonly partCounts: readonly number[];
  readonly categoryCounts: readonly number[];
  readonly pointOf: (numbers: Float64Array, categories: readonly number[]) => Float64Array;
  /** Numbers of a point. */
  readonly numbersOf: (point: Float64Array) => Float64Array;
}

/** Reals and integers with a choice are numbers, categories with a choice stay categories; what has one value is left out. */
export function encodingOf(dimensions: readonly Dimension[]): Encoding {
  const numbers: number[] = [];
  const categories: number[] = [];
  for (const [k, dimension] of dimensions.entries()) {
    if (dimension.kind === "real") numbers.push(k);
    else if (dimension.count > 1) (dimension.kind === "integer" ? numbers : categories).push(k);
  }
  const countOf = (k: number): number => {
    const dimension = dimensions[k]!;
    return dimension.kind === "real" ? 0 : dimension.count;
  };
  return {
    partCounts: numbers.map(countOf),
    categoryCounts: categories.map(countOf),
    pointOf: (values, parts) => {
      const point = new Float64Array(dimensions.length).fill(0.5);
      for (const [place, k] of numbers.entries()) {
        const value = values[place]!;
        // A real is mirrored at the bounds, so that an optimum on a bound is like one inside; an integer stays at the end.
        const inside = dimensions[k]!.kind === "real" ? mirrored(value) : Math.min(Math.max(value, 0), 1);
        point[k] = snap(dimensions[k]!, inside);
      }
      for (const [place, k] of categories.entries()) point[k] = coordinateOf(countOf(k), parts[place]!);
      return settleInactive(dimensions, point);
    },
    numbersOf: (point) => Float64Array.from(numbers, (k) => point[k]!),
  };
}
