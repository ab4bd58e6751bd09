import type { Provenance, QuantityParameter } from "@neurofront/core";
import { quantity } from "./define.ts";

/** Area of a square memory cell in units of F^2: `cellFactor`. */
export function cellFactorParameter(value: number, source: Provenance): Record<"cellFactor", QuantityParameter> {
  return {
    cellFactor: quantity({
      unit: "1",
      meaning: "area of the square cell in units of F^2; 4 is a bare crossing",
      source,
      low: 4,
      high: 200,
      default: value,
    }),
  };
}
