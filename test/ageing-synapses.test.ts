/** Synapses that age, and synapses with effects of others, on real plugins: 26 letters, a crossbar, an ideal neuron. */
import charactersPlugin from "@neurofront/characters";
import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, Assessment, Model, NeuronModel, Plugin, SynapseModel } from "@neurofront/core";
import crossbarPlugin from "@neurofront/crossbar";
import fefetPlugin from "@neurofront/fefet-memristor";
import idealNeuronPlugin from "@neurofront/ideal-neuron";
import pcmPlugin from "@neurofront/pcm-memristor";
import { assess, mixedSynapse } from "@neurofront/system";
import { describe, expect, it } from "vitest";

function modelOf<Role extends Model["role"]>({ models }: Plugin, role: Role): Extract<Model, { role: Role }> {
  return models.find((model) => model.role === role) as Extract<Model, { role: Role }>;
}

const letters = modelOf(charactersPlugin, "workload");
const crossbar = modelOf(crossbarPlugin, "interconnect");
const idealNeuron = modelOf(idealNeuronPlugin, "neuron");
/** With an offset of 2 uA, of a current amplifier or a spin neuron, which does not shrink with the synapses. */
const neuron: NeuronModel = {
  ...idealNeuron,
  characterize: (...given) => ({ ...idealNeuron.characterize(...given), offsetSpread_A: 2e-6 }),
};
const pcm = modelOf(pcmPlugin, "synapse");
const fefet = modelOf(fefetPlugin, "synapse");

const workload = await letters.prepare({ ...defaultsOf(letters.parameters), recipe: "l1-max-margin" }, 1);

function assessedAt(age_s: number, synapse: SynapseModel, chips = 0, changes: AnyDesign = {}): Assessment {
  return assess(
    { neuron, synapse, interconnect: crossbar },
    {
      neuron: defaultsOf(neuron.parameters),
      synapse: { ...defaultsOf(synapse.parameters), ...changes },
      interconnect: { ...defaultsOf(crossbar.parameters), wireResistance_ohm: 0, driver: "ideal" },
      inputVoltage_V: 0.2,
    },
    "full",
    {
      workload,
      conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "settle" },
      previousOutput: "sequence",
      converterDrop_V: 0.02,
      positions: "serial",
      noise: {
        deviceSpread: true,
        referenceNoise_V: 2e-3,
        thermalNoise: true,
        temperature_K: 300,
        supplyNoise: 0,
        supplyNoisePer: "chip",
        driverSpread: 0,
      },
      age_s,
      seed: 1,
    },
    chips,
  );
}

const AGES = [
  ["just programmed", 0],
  ["an hour", 3600],
  ["a day", 86_400],
  ["a year", 3.15e7],
] as const;

describe("phase-change memory", () => {
  it("loses accuracy and current with age", () => {
    const found = AGES.map(([, age_s]) => assessedAt(age_s, pcm));
    const accuracies = found.map(({ metrics }) => metrics.accuracy!);
    expect(accuracies, accuracies.join(", ")).toEqual(accuracies.toSorted((a, b) => b - a));
    expect(accuracies[0]! - accuracies.at(-1)!).toBeGreaterThan(0.05);
    // 0.497 after a year in exponents of 0.049, a little more in the mean, less at small conductances.
    const currents = found.map(({ quantities }) => quantities.system["columnCurrent_A"]!);
    expect(currents.at(-1)! / currents[0]!).toBeGreaterThan(0.43);
    expect(currents.at(-1)! / currents[0]!).toBeLessThan(0.5);
  });

  it.each([AGES[0], AGES[3]])("has the same accuracy by formula and over chips: %s", (_age, age_s) => {
    const { metrics, monteCarlo } = assessedAt(age_s, pcm, 200);
    const { mean, low, high } = monteCarlo!.clean;
    // Twice the 95 % interval, four standard errors, and 0.01: small conductances that spread by their own size are cut at 0.
    expect(Math.abs(metrics.accuracy! - mean)).toBeLessThan(high - low + 0.01);
  });
});

describe("a ferroelectric transistor that takes the drift of phase-change memory", () => {
  it("falls with age as it does not by itself", () => {
    const mixture = mixedSynapse(fefet, { drift: pcm, readNoise: pcm });
    const [own, mixed] = [fefet, mixture].map((synapse) =>
      [0, 3.15e7].map((age_s) => assessedAt(age_s, synapse, 0, { conductanceMax_S: 25e-6 }).metrics.accuracy!),
    );
    expect(own![1]).toBe(own![0]);
    expect(mixed![1]).toBeLessThan(mixed![0]! - 0.01);
  });
});
