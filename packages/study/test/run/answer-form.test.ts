import type { Assessment } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { assessor } from "../../src/run/assessor.ts";
import { requireForm } from "../../src/run/answer-form.ts";
import { firstDesign, searchesOf } from "../../src/search-start.ts";
import { smallRunnable } from "./small-run.ts";

const runnable = await smallRunnable({ variation: { chips: 0 } });
const [search] = searchesOf(runnable.resolved);
const request = {
  search: search!.name,
  technology: search!.technology.name,
  accounting: search!.accounting,
  candidate: 0,
  design: firstDesign(runnable, search!),
  chips: { from: 0, to: 0 },
};
const { assessment } = assessor(runnable)(request);
const [line] = assessment.ledger;

describe("an answer that is to be kept", () => {
  it("is one that a model gave, also with members that are not there", () => {
    expect(() => requireForm(assessment)).not.toThrow();
    const sparse = { ...assessment, layers: undefined, quantities: { ...assessment.quantities, neuron: {} } };
    expect(() => requireForm(sparse as unknown as Assessment)).not.toThrow();
  });

  it.each<readonly [string, object, string]>([
    ["a ledger line without its formula", { ledger: [{ ...line, formula: undefined }] }, "its ledger cannot be kept"],
    ["a ledger line that is none", { ledger: [{ ...line, line: "heat" }] }, "each with its line (synapse-static, "],
    [
      "a quantity that is a text",
      { quantities: { ...assessment.quantities, neuron: { gap: "wide" } } },
      "its quantities",
    ],
    ["an area without its part", { area: [{ area_m2: 1, formula: "" }] }, "its area cannot be kept: wanted is a list"],
    ["phases that are no list", { phases: {} }, "its phases cannot be kept"],
    ["a violation of no kind", { violations: [{ kind: "bad", code: "a", message: "b", amount: 1 }] }, "its violations"],
    ["a metric without a value", { metrics: { energy: Number.NaN } }, "energy is NaN"],
    ["a function", { quantities: { ...assessment.quantities, neuron: { gap: () => 1 } } }, "holds a function"],
    // oxlint-disable-next-line no-sparse-arrays
    ["a list with a gap", { phases: [, assessment.phases[0]] }, "a list with gaps"],
  ])("has not %s", (_, flaw, message) => {
    expect(() => requireForm({ ...assessment, ...flaw })).toThrow(message);
  });

  it("fails its candidate, and says whose it is", () => {
    const models = new Map(runnable.models);
    const own = models.get(request.technology)!;
    const characterize: typeof own.neuron.characterize = (design, operating) => {
      const answer = own.neuron.characterize(design, operating);
      return { ...answer, area: [{ area_m2: 1e-12 }] } as unknown as typeof answer;
    };
    models.set(request.technology, { ...own, neuron: { ...own.neuron, characterize } });
    const [violation] = assessor({ ...runnable, models })(request).assessment.violations;
    expect(violation!.code).toBe("model-failed");
    expect(violation!.message).toContain("its area cannot be kept");
    expect(violation!.message).toContain("small-neuron");
  });
});
