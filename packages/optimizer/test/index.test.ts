import { API_VERSION } from "@neurofront/core";
import type { IntegerParameter, Parameter, QuantityParameter } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.ts";
import { nsga2 } from "../src/nsga2.ts";

describe("the optimizers plugin", () => {
  it("brings its optimizers for this version of the contracts", () => {
    expect(plugin.apiVersion).toBe(API_VERSION);
    expect(plugin.models.map(({ id }) => id)).toStrictEqual(["random-search", "nsga2", "mix-ea"]);
  });

  it("cites references that it has", () => {
    const keys = plugin.references.map(({ key }) => key);
    const cited = Object.values<Parameter>(nsga2.parameters).flatMap(({ source }) => source.reference ?? []);
    expect(cited).not.toHaveLength(0);
    expect(keys).toStrictEqual(expect.arrayContaining(cited));
  });

  it("declares dimensionless settings with defaults in range", () => {
    for (const setting of Object.values<QuantityParameter | IntegerParameter>(nsga2.parameters)) {
      expect("unit" in setting ? setting.unit : "1").toBe("1");
      expect(setting.low).toBeLessThanOrEqual(setting.default);
      expect(setting.default).toBeLessThanOrEqual(setting.high);
    }
  });
});
