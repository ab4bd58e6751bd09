import type { Parameter } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { arrayLoad, circuitDeclarations, completeCircuit, neuronCircuit } from "../../src/simulate/circuit.ts";
import { circuitText } from "../../src/simulate/result-text.ts";

describe("column current and conductance", () => {
  it.each([
    ["nothing set: the paper's 40 uA at 100 mV", {}, 40e-6, 400e-6],
    ["the voltage set", { inputVoltage_V: 0.01 }, 40e-6, 4e-3],
    ["the current set", { columnCurrent_A: 10e-6 }, 10e-6, 100e-6],
    ["the conductance set", { columnConductance_S: 1e-3 }, 100e-6, 1e-3],
    ["both set, as with synapses that are not ohmic", { columnCurrent_A: 1e-6, columnConductance_S: 1e-3 }, 1e-6, 1e-3],
  ])("%s", (_what, set, current_A, conductance_S) => {
    const { columnCurrent_A, columnConductance_S } = neuronCircuit(completeCircuit("neuron", set));
    // Ohm's law, exact up to rounding.
    expect(columnCurrent_A).toBeCloseTo(current_A, 15);
    expect(columnConductance_S).toBeCloseTo(conductance_S, 15);
  });
});

it("tells what follows from a sweep of the circuit", () => {
  const axis = {
    name: "inputVoltage_V",
    key: "inputVoltage",
    of: "circuit",
    unit: "V",
    meaning: "",
    scale: "log",
  } as const;
  const text = circuitText("neuron", {}, { ...axis, values: [0.01, 0.1] });
  expect(text).toContain("columnCurrent 40 uA, columnConductance 4 mS ... 400 uS");
  expect(text).not.toContain("inputVoltage ");
  const conductance = { ...axis, name: "columnConductance_S", values: [1e-3, 2e-3] };
  expect(circuitText("neuron", {}, conductance)).toContain(
    "columnCurrent 100 uA ... 200 uA, columnCapacitance 6.8 fF, readTiming",
  );
});

it("gives an array the wanted conductance and ratio, the same each time", () => {
  const values = completeCircuit("interconnect", { inputCount: 10, outputCount: 4, columnConductance_S: 1e-3 });
  const load = arrayLoad(values);
  const sum = load.conductance_S.reduce((total, one) => total + one, 0);
  expect(sum / 4).toBeCloseTo(1e-3, 12);
  const ratio = Math.max(...load.conductance_S) / Math.min(...load.conductance_S);
  expect(ratio).toBeGreaterThan(20);
  expect(ratio).toBeLessThanOrEqual(30 * (1 + 1e-12));
  expect(arrayLoad(values)).toEqual(load);
  expect(arrayLoad({ ...values, seed: 1 })).not.toEqual(load);
  expect(arrayLoad({ ...values, summingNode: "floating" }).neuronInputResistance_ohm).toBe(Infinity);
});

it.each(["neuron", "synapse", "interconnect"] as const)("every default of a %s's circuit is legal", (role) => {
  const isLegal = (declaration: Parameter): boolean =>
    declaration.kind === "choice"
      ? declaration.options.includes(declaration.default)
      : declaration.default >= declaration.low && declaration.default <= declaration.high;
  const wrong = Object.entries(circuitDeclarations(role)).filter(([, declaration]) => !isLegal(declaration));
  expect(wrong).toEqual([]);
});
