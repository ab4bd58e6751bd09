/**
 * A ledger worked by hand for the paper's neuron: 40 uA of synapse current for 1 ns, 25 inputs, 26 neurons, drivers that drop 3 %, a
 * converter that drops 20 mV. Without leakage of the drivers, input latches and output buffers, which the full ledger adds.
 */
import crossbarPlugin from "@neurofront/crossbar";
import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, ArrayLoad, InterconnectModel, NeuronModel } from "@neurofront/core";
import dwmPlugin from "@neurofront/dwm-neuron";
import { describe, expect, it } from "vitest";

const INPUTS = 25;
const NEURONS = 26;
const CURRENT_A = 40e-6;
const DRIVEN_S = 1e-9;
const CONVERTER_DROP_V = 0.02;

const crossbar = crossbarPlugin.models.find((model) => model.role === "interconnect") as InterconnectModel;
const dwm = dwmPlugin.models.find((model) => model.role === "neuron") as NeuronModel;

function drivers_J(inputVoltage_V: number): number {
  const cell_S = CURRENT_A / (2 * INPUTS) / inputVoltage_V;
  const load: ArrayLoad = {
    inputCount: INPUTS,
    outputCount: NEURONS,
    conductance_S: new Float64Array(2 * INPUTS * NEURONS).fill(cell_S),
    patterns: Float64Array.from({ length: INPUTS }, (_, k) => (k % 2 === 0 ? 1 : 0)),
    patternCount: 1,
    inputVoltage_V,
    neuronInputResistance_ohm: 60,
    temperature_K: 300,
    synapsePitch_m: 100e-9,
    synapseCapacitance_F: 0.11e-15,
    cycle_s: DRIVEN_S,
  };
  const design = { ...defaultsOf(crossbar.parameters), wireResistance_ohm: 0 } as AnyDesign;
  const answer = crossbar.solve(design, load);
  if (answer.status === "impossible") throw new Error("the crossbar is possible");
  return answer.energy.filter(({ line }) => line === "row-drivers").reduce((sum, { energy_J }) => sum + energy_J, 0);
}

/** Clock, read and inverter of the domain wall with every parameter at its default. */
function neuron_J(inputVoltage_V: number): number {
  const columnConductance_S = CURRENT_A / inputVoltage_V;
  const answer = dwm.characterize(defaultsOf(dwm.parameters) as AnyDesign, {
    inputVoltage_V,
    temperature_K: 300,
    inputCount: INPUTS,
    outputCount: NEURONS,
    columnConductance_S,
    columnCapacitance_F: 12.5e-15,
    columnCurrent_A: CURRENT_A,
    conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "settle" },
  });
  if (answer.status === "impossible") throw new Error("the domain wall is possible");
  const counted = answer.energy.filter(({ line }) => line === "clock" || line === "read" || line === "sense");
  return counted.reduce((sum, { energy_J }) => sum + energy_J, 0);
}

function total_J(inputVoltage_V: number): number {
  const static_J = CURRENT_A * (inputVoltage_V + CONVERTER_DROP_V) * DRIVEN_S;
  return static_J + drivers_J(inputVoltage_V) + neuron_J(inputVoltage_V);
}

describe("the worked ledger", () => {
  // Totals in fJ with three digits, of terms rounded to 0.1 fJ: up to 0.1 fJ off.
  it.each([
    [10, 28.8],
    [20, 16.5],
    [50, 10.2],
    [80, 9.5],
    [100, 9.6],
    [200, 12.4],
    [500, 23.6],
  ])("at %d mV is %d fJ", (voltage_mV, expected_fJ) => {
    expect(Math.abs(1e15 * total_J(voltage_mV * 1e-3) - expected_fJ)).toBeLessThan(0.1);
  });

  it("is least at 79 mV", () => {
    const voltages_mV = Array.from({ length: 21 }, (_, k) => 69 + k);
    const totals = voltages_mV.map((voltage) => total_J(voltage * 1e-3));
    expect(voltages_mV[totals.indexOf(Math.min(...totals))]).toBe(79);
  });
});
