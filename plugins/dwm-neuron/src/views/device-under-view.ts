import type { Answer, OperatingPoint, ViewData } from "@neurofront/core";
import { operationOf } from "../operation.ts";
import type { Operation } from "../operation.ts";
import type { DwmDesign } from "../parameters.ts";

/** Data of a view for a device that works; for one that does not, why not. */
export function viewOf<S>(
  draw: (design: DwmDesign, operation: Operation, operating: OperatingPoint, settings: S) => Answer<ViewData>,
): (design: DwmDesign, operating: OperatingPoint, settings: S) => Answer<ViewData> {
  return (design, operating, settings) => {
    const operation = operationOf(design, operating.temperature_K);
    if (operation.status === "impossible") return operation;
    return draw(design, operation, operating, settings);
  };
}

/** `count` numbers from low to high, evenly. */
export function evenly(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));
}

/** `count` numbers from low > 0 to high, each the same factor above the one before. */
export function geometrically(low: number, high: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => low * (high / low) ** (k / (count - 1)));
}
