import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nonDominated } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { front, search, table } from "../docs/mini.ts";

const found = search(2000, 1);
const best = front(found, 0.95);

describe("neurofront in miniature", () => {
  it("is under 150 lines", () => {
    expect(readFileSync(join(import.meta.dirname, "../docs/mini.ts"), "utf8").split("\n").length).toBeLessThan(150);
  });

  it("has a front of several designs that trade energy for delay", () => {
    expect(best.length).toBeGreaterThan(5);
    const feasible = found.filter(({ accuracy }) => accuracy >= 0.95);
    expect(new Set(best)).toEqual(new Set(nonDominated(feasible, ({ energy_J, delay_s }) => [energy_J, delay_s])));
  });

  it("needs accuracy: some designs are faster and cheaper and do not recognise", () => {
    const leastProduct = (designs: typeof best): number =>
      Math.min(...designs.map(({ energy_J, delay_s }) => energy_J * delay_s));
    expect(leastProduct(found)).toBeLessThan(leastProduct(best));
  });

  it("gives the same again, a longer search begins with it, another seed gives another", () => {
    expect(search(100, 1)).toEqual(found.slice(0, 100));
    expect(search(100, 2)).not.toEqual(found.slice(0, 100));
  });

  it("prints a row for each design", () => {
    const lines = table(best).split("\n");
    expect(lines.length).toBe(best.length + 1);
    expect(lines[0]).toMatch(/energy +delay +EDP +accuracy/u);
    expect(lines[1]).toMatch(/\d fJ +\d+(?:\.\d)? ps/u);
  });
});
