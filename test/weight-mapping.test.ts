/** Offsets of pairs and shares of the range of conductances, on real plugins: 26 letters, a crossbar, a latch. */
import charactersPlugin from "@neurofront/characters";
import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, Assessment, Model, Plugin } from "@neurofront/core";
import crossbarPlugin from "@neurofront/crossbar";
import latchPlugin from "@neurofront/cmos-latch-neuron";
import memristorPlugin from "@neurofront/paper-generic-memristor";
import { assess } from "@neurofront/system";
import { expect, it } from "vitest";
import { usualConditions } from "./usual-conditions.ts";

function modelOf<Role extends Model["role"]>({ models }: Plugin, role: Role): Extract<Model, { role: Role }> {
  return models.find((model) => model.role === role) as Extract<Model, { role: Role }>;
}

const letters = modelOf(charactersPlugin, "workload");
const neuron = modelOf(latchPlugin, "neuron");
const synapse = modelOf(memristorPlugin, "synapse");
const interconnect = modelOf(crossbarPlugin, "interconnect");
const workload = await letters.prepare({ ...defaultsOf(letters.parameters), recipe: "l1-max-margin" }, 1);

function metricsOf(mapping: AnyDesign): Assessment["metrics"] {
  const design = {
    neuron: defaultsOf(neuron.parameters),
    synapse: { ...defaultsOf(synapse.parameters), fullScaleCurrent_A: 3e-6 },
    interconnect: { ...defaultsOf(interconnect.parameters), ...mapping },
    inputVoltage_V: 0.3,
  };
  return assess({ neuron, synapse, interconnect }, design, "full", { ...usualConditions, workload }, 0).metrics;
}

const usual = metricsOf({});

it.each(["balanced", "reference"])(
  "%s pairs draw more current and lose accuracy to the spread of more of it",
  (pairOffset) => {
    const found = metricsOf({ pairOffset });
    expect(found.energy!).toBeGreaterThan(usual.energy!);
    expect(found.accuracy!).toBeLessThan(usual.accuracy!);
  },
);

// A column of half of the conductance takes half of the power for twice the time: its energy is that of its capacitance.
it("weights on half of the range settle a latch later, at about the same energy, and decide worse", () => {
  const found = metricsOf({ rangeShare: 0.5 });
  expect(found.delay!).toBeGreaterThan(1.1 * usual.delay!);
  expect(Math.abs(found.energy! / usual.energy! - 1)).toBeLessThan(0.05);
  expect(found.accuracy!).toBeLessThan(usual.accuracy!);
});
