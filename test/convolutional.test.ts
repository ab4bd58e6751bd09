/** A convolutional network of digits on shared kernel arrays: real plugins, one array or copies, beside a plain crossbar. */
import convolutionalPlugin from "@neurofront/convolutional";
import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, Assessment, InterconnectModel, Model, Plugin } from "@neurofront/core";
import crossbarPlugin from "@neurofront/crossbar";
import digitsPlugin from "@neurofront/digits";
import dwmPlugin from "@neurofront/dwm-neuron";
import memristorPlugin from "@neurofront/paper-generic-memristor";
import { assess } from "@neurofront/system";
import { describe, expect, it } from "vitest";
import { usualConditions } from "./usual-conditions.ts";

function modelOf<Role extends Model["role"]>({ models }: Plugin, role: Role): Extract<Model, { role: Role }> {
  return models.find((model) => model.role === role) as Extract<Model, { role: Role }>;
}

const digits = modelOf(digitsPlugin, "workload");
const neuron = modelOf(dwmPlugin, "neuron");
const synapse = modelOf(memristorPlugin, "synapse");
const crossbar = modelOf(crossbarPlugin, "interconnect");
const convolutional = modelOf(convolutionalPlugin, "interconnect");

const workload = await digits.prepare({ ...defaultsOf(digits.parameters), kernels: 4, hiddenNeurons: 0 }, 1);
const positions = workload.layers[0]!.positions;

function assessed(
  interconnect: InterconnectModel,
  changes: AnyDesign,
  study: "serial" | "parallel" = "serial",
): Assessment {
  return assess(
    { neuron, synapse, interconnect },
    {
      neuron: defaultsOf(neuron.parameters),
      synapse: defaultsOf(synapse.parameters),
      interconnect: { ...defaultsOf(interconnect.parameters), ...changes },
      inputVoltage_V: 0.1,
    },
    "full",
    {
      ...usualConditions,
      workload,
      positions: study,
      conventions: { ...usualConditions.conventions, cmosDecision: "settle" },
      noise: { ...usualConditions.noise, referenceNoise_V: 1e-3 },
    },
    0,
  );
}

const [one, several, all] = [1, 6, positions].map((copies) => assessed(convolutional, { copies }).metrics) as [
  Assessment["metrics"],
  Assessment["metrics"],
  Assessment["metrics"],
];

describe("kernels shared by positions", () => {
  it("decide as on a crossbar of the same wires and drivers", () => {
    const { metrics } = assessed(crossbar, { driver: "fixed", driverResistance_ohm: 400 });
    expect(positions).toBeGreaterThan(6);
    // The crossbar's default wire is given in three digits.
    expect(Math.abs(one.accuracy! - metrics.accuracy!)).toBeLessThan(1e-4);
    expect(all.accuracy).toBe(one.accuracy);
  });

  it("take less time on more copies, and more area", () => {
    expect(several.inferenceDelay!).toBeLessThan(one.inferenceDelay! / 2);
    expect(all.inferenceDelay!).toBeLessThan(several.inferenceDelay!);
    expect(several.networkArea!).toBeGreaterThan(one.networkArea!);
    expect(all.networkArea!).toBeGreaterThan(several.networkArea!);
  });

  it("take more energy on copies, for they fetch what one array would have kept, from farther away", () => {
    expect(several.energyPerInference!).toBeGreaterThan(one.energyPerInference!);
    expect(all.energyPerInference!).toBeGreaterThan(several.energyPerInference!);
  });

  it("have the copies of the design, whatever the study says of positions", () => {
    expect(assessed(convolutional, { copies: 6 }, "parallel").metrics).toEqual(several);
  });

  it("bring a dense layer on one array", () => {
    const { layers } = assessed(convolutional, { copies: 6 });
    expect(layers!.map(({ quantities }) => quantities.interconnect["copies"])).toEqual([6, 1]);
  });
});
