import type { ResolvedStudy } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { heldDifferences } from "../../src/compare/held-differences.ts";
import { syntheticStudy } from "../synthetic-study.ts";

const study = syntheticStudy();
const { held, variation } = study;

describe("heldDifferences", () => {
  it.each<[string, Partial<ResolvedStudy>, string[]]>([
    ["temperature", { held: { ...held, temperature_K: 350 } }, ["/held/temperature_K"]],
    ["delay convention", { held: { ...held, cmosDelay: "cycle" } }, ["/held/cmosDelay"]],
    ["workload", { held: { ...held, workload: { ...held.workload, model: "digits" } } }, ["/held/workload/model"]],
    [
      "workload's design",
      { held: { ...held, workload: { ...held.workload, design: { flips: 2, margin: 0.3 } } } },
      ["/held/workload/design/flips"],
    ],
    [
      "workload's data with one seed",
      { held: { ...held, workload: { ...held.workload, contentHash: "00" } } },
      ["/held/workload/contentHash"],
    ],
    [
      "workload's data with another seed",
      { seed: 2, held: { ...held, workload: { ...held.workload, contentHash: "00" } } },
      [],
    ],
    [
      "workload's data with another seed and other sources of its plugin",
      {
        seed: 2,
        sourceHashes: { characters: "1f" },
        held: { ...held, workload: { ...held.workload, contentHash: "00" } },
      },
      ["/held/workload/contentHash"],
    ],
    ["accounting", { held: { ...held, accounting: ["full"] } }, ["/held/accounting/0", "/held/accounting/1"]],
    ["noise", { variation: { ...variation, referenceNoise_V: 0 } }, ["/variation/referenceNoise_V"]],
    ["age", { variation: { ...variation, age_s: 3600 } }, ["/variation/age_s"]],
    ["chips that only verify", { variation: { ...variation, chips: 50 } }, []],
    [
      "chips that the search is judged on",
      {
        variation: { ...variation, chips: 50 },
        constraints: [{ metric: "accuracy", statistic: "p05", atLeast: 0.95 }],
      },
      ["/variation/chips", "/constraints/0/statistic"],
    ],
    ["bound", { constraints: [{ metric: "accuracy", statistic: "mean", atLeast: 0.9 }] }, ["/constraints/0/atLeast"]],
    ["rank", { rank: "energy" }, ["/rank"]],
    [
      "seed, budget and optimizer",
      { seed: 2, budget: { evaluations: 9 }, optimizer: { ...study.optimizer, model: "nsga3" } },
      [],
    ],
  ])("of another %s", (_case, change, pointers) => {
    const found = heldDifferences(study, { ...study, ...change }, undefined);
    expect(found.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it("says both values", () => {
    const [difference] = heldDifferences(study, { ...study, held: { ...held, temperature_K: 350 } }, undefined);
    expect(difference).toEqual({ pointer: "/held/temperature_K", first: 300, second: 350 });
  });

  it("looks at one accounting where one is named", () => {
    const other = { ...study, held: { ...held, accounting: ["full"] as const } };
    expect(heldDifferences(study, other, "full")).toEqual([]);
  });
});
