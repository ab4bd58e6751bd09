import { randomAt } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import { designAt, extremeDesigns, latinHypercube, namedDesigns } from "./design-sample.ts";
import { EXTREME_OPERATING, OPERATING_DIMENSIONS, SENSIBLE_OPERATING, operatingAt } from "./operating-sample.ts";
import type { Declared } from "./parameters.ts";
import type { Case } from "./trial.ts";

const SAMPLES = 200;

/** Defaults and presets where they should work, the ends of all ranges, and a Latin hypercube of everything. */
export function operatingCases({ model }: Declared): Case<OperatingPoint>[] {
  const named = namedDesigns({ model }).flatMap((titled) =>
    SENSIBLE_OPERATING.map((circuit) => ({ ...titled, circuit })),
  );
  const extreme = extremeDesigns({ model }).map((titled, k) => ({
    ...titled,
    // 3 has no factor in common with the number of extremes, so that neighbours meet all of them.
    circuit: EXTREME_OPERATING[(3 * k) % EXTREME_OPERATING.length]!,
  }));
  const random = randomAt(0, "conformance", model.id);
  const cube = latinHypercube(SAMPLES, OPERATING_DIMENSIONS + Object.keys(model.parameters).length, random);
  const sampled = cube.map((point) => ({
    title: undefined,
    design: designAt({ model }, point.slice(OPERATING_DIMENSIONS)),
    circuit: operatingAt(point),
  }));
  return [...named, ...extreme, ...sampled];
}
