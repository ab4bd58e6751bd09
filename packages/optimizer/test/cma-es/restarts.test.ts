import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { runSizes } from "../../src/cma-es/restarts.ts";

const populations = (restarts: "ipop" | "bipop" | "same", spent: (population: number) => number, count: number) => {
  const sizes = runSizes(restarts, 8, 64, randomAt("restarts"));
  let size = sizes.next().value;
  return Array.from({ length: count }, () => {
    const own = size;
    size = sizes.next(spent(own.population)).value;
    return own;
  });
};

describe("the sizes of the runs", () => {
  it("double up to the largest", () => {
    expect(populations("ipop", () => 100, 6).map(({ population }) => population)).toStrictEqual([
      8, 16, 32, 64, 64, 64,
    ]);
  });

  it("stay the same", () => {
    expect(populations("same", () => 100, 3).map(({ population }) => population)).toStrictEqual([8, 8, 8]);
  });

  it("alternate so that small and large runs spend equally much", () => {
    const runs = populations("bipop", (population) => 50 * population, 200);
    let small = 0;
    let large = 0;
    let biggest = 8;
    for (const { population, deviationFactor } of runs.slice(1)) {
      if (population === Math.min(2 * biggest, 64) && deviationFactor === 1) {
        biggest = population;
        large += population;
        continue;
      }
      small += population;
      expect(population).toBeLessThanOrEqual(biggest / 2);
      expect(population).toBeGreaterThanOrEqual(8);
      expect(deviationFactor).toBeGreaterThanOrEqual(0.01);
    }
    expect(Math.abs(small - large)).toBeLessThanOrEqual(64);
  });
});
