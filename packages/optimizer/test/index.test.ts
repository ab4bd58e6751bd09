import { API_VERSION } from "@neurofront/core";
import type { OptimizerModel, Parameter } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";

const models: readonly OptimizerModel[] = plugin.models;
const declared = models.flatMap(({ parameters }) => Object.values<Parameter>(parameters));

describe("the optimizers plugin", () => {
  it("brings its optimizers for this version of the contracts", () => {
    expect(plugin.apiVersion).toBe(API_VERSION);
    expect(plugin.models.map(({ id }) => id)).toStrictEqual([
      "auto",
      "random-search",
      "enumeration",
      "sobol-search",
      "latin-hypercube-search",
      "nsga2",
      "mix-ea",
      "nsga3",
      "cma-es",
      "l-shade",
      "polish",
      "gp",
      "tpe",
    ]);
  });

  it("cites references that it has", () => {
    const keys = plugin.references.map(({ key }) => key);
    const cited = declared.flatMap(({ source }) => source.reference ?? []);
    expect(cited).not.toHaveLength(0);
    expect(keys).toStrictEqual(expect.arrayContaining(cited));
  });

  it("declares dimensionless settings with defaults in range", () => {
    for (const setting of declared) {
      if (setting.kind === "choice") continue;
      expect("unit" in setting ? setting.unit : "1").toBe("1");
      expect(setting.low).toBeLessThanOrEqual(setting.default);
      expect(setting.default).toBeLessThanOrEqual(setting.high);
    }
  });
});
