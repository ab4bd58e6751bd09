import type { Dimension } from "@neurofront/core";
import { coordinateOf, partOf, settleInactive, snap } from "@neurofront/optimizer/space";
import type { Library, LibraryDimension, LibrarySpace } from "./library.ts";

/** The dimensions in the library's own types: reals in [0, 1], whole numbers and categories from 0. */
export function librarySpace(library: Library, dimensions: readonly Dimension[]): LibrarySpace {
  return library.Space(dimensions.map((dimension) => libraryDimension(library, dimension)));
}

function libraryDimension(library: Library, dimension: Dimension): LibraryDimension {
  if (dimension.kind === "real") return library.Real(0, 1);
  if (dimension.kind === "integer") return library.Integer(0, dimension.count - 1);
  return library.Categorical(Array.from({ length: dimension.count }, (_, part) => part));
}

/** The point of the unit cube for values of the library. */
export function pointOf(dimensions: readonly Dimension[], values: readonly number[]): Float64Array {
  const point = Float64Array.from(dimensions, (dimension, k) =>
    dimension.kind === "real" ? snap(dimension, values[k]!) : coordinateOf(dimension.count, values[k]!),
  );
  return settleInactive(dimensions, point);
}

/** The values of the library for a point of the unit cube. */
export function valuesOf(dimensions: readonly Dimension[], point: ArrayLike<number>): number[] {
  return dimensions.map((dimension, k) => (dimension.kind === "real" ? point[k]! : partOf(dimension.count, point[k]!)));
}
