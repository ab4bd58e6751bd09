import type { Corner, Parameter, TechnologyDesign } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { designAtCorner } from "../src/design-at-corner.ts";

const source = { kind: "assumed", note: "made for tests" } as const;
const voltage: Parameter = {
  kind: "quantity",
  unit: "V",
  meaning: "voltage",
  source,
  low: 0.8,
  high: 1.2,
  default: 1,
  scale: "linear",
};
const models = {
  neuron: {
    parameters: {
      supplyVoltage_V: { ...voltage, isSupply: true },
      threshold_V: voltage,
      processCorner: { kind: "choice", options: ["TT", "SS"], meaning: "process", source, default: "TT" },
    },
  },
  synapse: { parameters: {} },
  interconnect: { parameters: { gateVoltage_V: { ...voltage, isSupply: true } } },
} as const;
const candidate: TechnologyDesign = {
  neuron: { supplyVoltage_V: 1, threshold_V: 1, processCorner: "TT" },
  synapse: { conductance_S: 1e-6 },
  interconnect: { gateVoltage_V: 1.1 },
  inputVoltage_V: 0.1,
};
const corner: Corner = { name: "low", temperature_K: 358, supplyFactor: 0.9, inputVoltageFactor: 0.95, process: "SS" };

describe("a design at a corner", () => {
  it("moves the supplies and the process, and nothing else", () => {
    expect(designAtCorner(models, candidate, corner)).toEqual({
      status: "ok",
      candidate: {
        ...candidate,
        neuron: { supplyVoltage_V: 0.9, threshold_V: 1, processCorner: "SS" },
        interconnect: { gateVoltage_V: 1.1 * 0.9 },
      },
    });
  });

  it("keeps the process of a model that does not have the wanted one", () => {
    const found = designAtCorner(models, candidate, { ...corner, process: "FF" });
    expect(found).toMatchObject({ candidate: { neuron: { processCorner: "TT" } } });
  });

  // 1.1 V times 1.2 is 1.32 V, a tenth above 1.2 V.
  it("is impossible where a supply is beyond its model, by how far", () => {
    const found = designAtCorner(models, candidate, { ...corner, supplyFactor: 1.2 });
    expect(found.status).toBe("impossible");
    if (found.status !== "impossible") return;
    expect(found.violations).toHaveLength(1);
    expect(found.violations[0]!.code).toBe("supply-beyond-model");
    expect(found.violations[0]!.amount).toBeCloseTo(0.1, 12);
    expect(found.violations[0]!.message).toContain("gateVoltage_V");
  });
});
