import { defaultsOf } from "@neurofront/core";
import type { SynapseModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { measuredMemristor } from "../src/measured-memristor.ts";
import { characterOf, modelOf } from "./devices.ts";

const head = "voltage [mV],offCurrent [uA],onCurrent [uA]";
const table = `${head}\n100,0.1,1\n200,0.3,2\n300,0.6,4`;
const model = modelOf(measuredMemristor, table) as SynapseModel;
const current_A = (conductance_S: number, voltage_V: number): number =>
  model.current_A(defaultsOf(model.parameters), conductance_S, voltage_V);

it("its conductances are those of the first point", () => {
  expect(characterOf(model, {})).toMatchObject({
    conductanceMin_S: expect.closeTo(1e-6, 15),
    conductanceMax_S: expect.closeTo(1e-5, 15),
    violations: [],
  });
});

it("of twice the area carries twice the current", () => {
  const large = { ...defaultsOf(model.parameters), size: 2 };
  expect(characterOf(model, large)).toMatchObject({ conductanceMax_S: expect.closeTo(2e-5, 15) });
  expect(model.current_A(large, 2e-5, 0.25)).toBeCloseTo(6e-6, 15);
});

describe("its current", () => {
  it.each([
    ["ohmic below the first point", 1e-5, 0.05, 0.5e-6],
    ["the curve of the largest conductance", 1e-5, 0.2, 2e-6],
    ["between two points of it", 1e-5, 0.25, 3e-6],
    ["the curve of the smallest conductance", 1e-6, 0.3, 0.6e-6],
    // Halfway between 1 and 10 uS: the mean of 0.3 and 2 uA.
    ["between the curves", 5.5e-6, 0.2, 1.15e-6],
    // Twice the largest conductance, half the smallest.
    ["in proportion above the largest", 2e-5, 0.3, 8e-6],
    ["in proportion below the smallest", 0.5e-6, 0.3, 0.3e-6],
    ["at the resistance of the last point beyond it", 1e-5, 0.6, 8e-6],
    ["none without a voltage", 1e-5, 0, 0],
  ])("%s: %d S at %d V carry %d A", (_where, conductance_S, voltage_V, expected_A) => {
    // But for rounding.
    expect(current_A(conductance_S, voltage_V)).toBeCloseTo(expected_A, 15);
    expect(current_A(conductance_S, -voltage_V)).toBeCloseTo(-expected_A, 15);
  });
});

it("input voltages above the last point are invalid, below the first one not", () => {
  expect(characterOf(model, {}, { inputVoltage_V: 0.01 }).violations).toEqual([]);
  expect(characterOf(model, {}, { inputVoltage_V: 0.45 }).violations).toEqual([
    {
      kind: "invalid",
      code: "outside-measured-points",
      message: "inputVoltage is 450 mV; measured is 100 mV to 300 mV",
      amount: expect.closeTo(0.5, 12),
    },
  ]);
});

it.each([
  [
    "a read that switches the device",
    `${head}\n100,0.1,1\n200,0.3,0.9\n300,0.6,4`,
    "onCurrent does not rise from 0.1 V to 0.2 V",
  ],
  ["columns exchanged", `${head}\n100,1,0.1\n200,2,0.3\n300,4,0.6`, "are the columns exchanged?"],
  ["curves that cross", `${head}\n100,0.1,1\n200,3,2\n300,4,6`, "onCurrent is not above offCurrent"],
])("%s gives no device", (_what, text, problem) => {
  expect(() => modelOf(measuredMemristor, text)).toThrow(problem);
});
