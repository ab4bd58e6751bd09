import { decisionCount, totalEnergy_J } from "@neurofront/core";
import type { Assessment, LedgerEntry, PreparedWorkload, TechnologyDesign } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { assess } from "../src/assess.ts";
import type { AssessmentContext } from "../src/assess.ts";
import { poolingDelay_s } from "../src/system-ledger.ts";
import { exclusiveOr, smallConvolution } from "./small-networks.ts";
import {
  conventions,
  noNoise,
  orthogonalWorkload,
  tinyInterconnect,
  tinyNeuron,
  tinySynapse,
} from "./tiny-technology.ts";

const candidate: TechnologyDesign = { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.01 };
const clock: LedgerEntry = { line: "clock", energy_J: 3e-16, formula: "given", inputs: {} };

function assessed(
  workload: PreparedWorkload,
  rest: Partial<AssessmentContext> = {},
  cycle_s = 2e-9,
  copies?: number,
): Assessment {
  return assess(
    {
      neuron: tinyNeuron({
        noise_A: 1e-6,
        phases: [{ phase: "evaluate", duration_s: 1e-9, formula: "t" }],
        cycle_s,
        energy: [clock],
        area: [{ part: "strip", area_m2: 2e-14, formula: "l w" }],
      }),
      synapse: tinySynapse(),
      interconnect: tinyInterconnect({
        settling_s: 0.5e-9,
        ...(copies === undefined ? {} : { copies }),
        area: [{ part: "cells", area_m2: 5e-13, formula: "n a" }],
      }),
    },
    candidate,
    "full",
    {
      workload,
      conventions,
      previousOutput: "random",
      positions: "serial",
      converterDrop_V: 0,
      noise: noNoise,
      age_s: 0,
      seed: 1,
      ...rest,
    },
    0,
  );
}

const relative = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe("one layer that decides once", () => {
  const { metrics, layers, ledger } = assessed(orthogonalWorkload());

  it("is an inference of as many decisions as there are neurons", () => {
    expect(layers).toBeUndefined();
    expect(relative(metrics.energyPerInference!, 8 * metrics.energy!)).toBeLessThan(1e-14);
    expect(metrics.inferenceDelay).toBe(metrics.delay);
    expect(relative(metrics.networkArea!, 8 * metrics.area!)).toBeLessThan(1e-14);
    expect(relative(metrics.energyPerCorrectInference!, 8 * metrics.energyPerCorrect!)).toBeLessThan(1e-14);
    expect(metrics.energy).toBe(totalEnergy_J(ledger, "full"));
  });
});

describe("two layers", () => {
  // Columns of two inputs and a bias: two pairs and one of 300 and 10 uS, 0.93 mS, at 10 mV 93 nW a neuron for 1.5 ns in each layer.
  const { metrics, layers, ledger, phases, area } = assessed(exclusiveOr());
  const neuron_J = 0.93e-3 * 1e-4 * 1.5e-9 + 3e-16;

  it("add up: four decisions an inference, one layer after the other", () => {
    expect(layers).toHaveLength(2);
    for (const layer of layers!) {
      expect([layer.inputCount, layer.outputCount, layer.positions]).toStrictEqual([3, 2, 1]);
      expect(relative(layer.energy_J, neuron_J)).toBeLessThan(1e-12);
    }
    expect(relative(metrics.energy!, neuron_J)).toBeLessThan(1e-12);
    expect(relative(metrics.energyPerInference!, 4 * neuron_J)).toBeLessThan(1e-12);
    expect(relative(metrics.delay!, 1.5e-9)).toBeLessThan(1e-12);
    expect(relative(metrics.inferenceDelay!, 3e-9)).toBeLessThan(1e-12);
    expect(relative(metrics.networkArea!, 4 * 5.2e-13)).toBeLessThan(1e-12);
    expect(metrics.energyPerCorrectInference).toBe(metrics.energyPerInference! / metrics.accuracy!);
  });

  it("have a ledger, phases and areas that are the means of theirs", () => {
    expect(relative(totalEnergy_J(ledger, "full"), metrics.energy!)).toBeLessThan(1e-12);
    expect(ledger.map(({ line }) => line)).toStrictEqual(["synapse-static", "supply-conversion", "clock"]);
    expect(
      relative(
        phases.reduce((sum, { duration_s }) => sum + duration_s, 0),
        metrics.delay!,
      ),
    ).toBeLessThan(1e-12);
    expect(
      relative(
        area.reduce((sum, { area_m2 }) => sum + area_m2, 0),
        metrics.area!,
      ),
    ).toBeLessThan(1e-12);
    const clockLine = ledger.find(({ line }) => line === "clock")!;
    expect(clockLine.inputs).toStrictEqual({ share1: 0.5, layer1_J: 3e-16, share2: 0.5, layer2_J: 3e-16 });
  });
});

describe("a layer of 16 positions and one of 1", () => {
  const workload = smallConvolution();
  const [serial, parallel] = (["serial", "parallel"] as const).map((positions) => assessed(workload, { positions }));
  // Four decisions joined: two gates of 11.5 ps one after the other.
  const pooling_s = 2 * 11.5e-12;

  it("takes 16 cycles on one array, or one delay on 16 copies", () => {
    expect(relative(poolingDelay_s(workload.layers[0]!.pool!), pooling_s)).toBeLessThan(1e-12);
    // A cycle is the array's settling and the neuron's 2 ns; the last decision is there 1.5 ns after its cycle began.
    expect(relative(serial!.metrics.inferenceDelay!, 15 * 2.5e-9 + 1.5e-9 + pooling_s + 1.5e-9)).toBeLessThan(1e-12);
    expect(relative(parallel!.metrics.inferenceDelay!, 1.5e-9 + pooling_s + 1.5e-9)).toBeLessThan(1e-12);
  });

  it("costs the same energy either way, and the copies' area", () => {
    expect(parallel!.metrics.energyPerInference).toBe(serial!.metrics.energyPerInference);
    expect(relative(serial!.metrics.networkArea!, (2 + 3) * 5.2e-13)).toBeLessThan(1e-12);
    expect(relative(parallel!.metrics.networkArea!, (32 + 3) * 5.2e-13)).toBeLessThan(1e-12);
    expect(parallel!.metrics.accuracy).toBe(serial!.metrics.accuracy);
  });

  it("weighs its decisions, 32 to 3, and charges them for joining", () => {
    const [window, dense] = serial!.layers!;
    expect(workload.layers.map((layer) => decisionCount(layer))).toStrictEqual([32, 3]);
    expect(relative(serial!.metrics.energy!, (32 * window!.energy_J + 3 * dense!.energy_J) / 35)).toBeLessThan(1e-12);
    expect(relative(serial!.metrics.energyPerInference!, 35 * serial!.metrics.energy!)).toBeLessThan(1e-12);
    const pooling = window!.ledger.find(({ line }) => line === "pooling")!;
    // Each position is in one quarter: one gate input, half of the time a cycle of 1.76 fJ.
    expect(relative(pooling.energy_J, 0.88e-15)).toBeLessThan(1e-12);
    expect(dense!.ledger.some(({ line }) => line === "pooling")).toBe(false);
  });

  it("takes as many cycles as the copies that the interconnect has leave to each, whatever the study says", () => {
    const [first] = workload.layers;
    const single = { ...workload, layers: [first!] };
    const [five, asIs] = (["serial", "parallel"] as const).map((positions) =>
      assessed(single, { positions }, undefined, 5),
    );
    // 16 positions on 5 arrays: four rounds.
    expect(relative(five!.metrics.inferenceDelay!, 3 * 2.5e-9 + 1.5e-9 + pooling_s)).toBeLessThan(1e-12);
    expect(relative(five!.metrics.networkArea!, 5 * 2 * 5.2e-13)).toBeLessThan(1e-12);
    expect(asIs!.metrics).toEqual(five!.metrics);
  });

  it("starts the next position no earlier than the delay allows", () => {
    const hasty = assessed(workload, {}, 0);
    expect(relative(hasty.metrics.inferenceDelay!, 17 * 1.5e-9 + pooling_s)).toBeLessThan(1e-12);
  });
});

it("says at which layer a part warns", () => {
  const warning = { kind: "warning", code: "hot", message: "it is hot", amount: 0 } as const;
  const { violations } = assess(
    {
      neuron: tinyNeuron({ violations: [warning] }),
      synapse: tinySynapse({ violations: [warning] }),
      interconnect: tinyInterconnect(),
    },
    candidate,
    "full",
    {
      workload: exclusiveOr(),
      conventions,
      previousOutput: "sequence",
      positions: "serial",
      converterDrop_V: 0,
      noise: noNoise,
      age_s: 0,
      seed: 1,
    },
    0,
  );
  expect(violations.map(({ message }) => message)).toStrictEqual([
    "layer 1: it is hot",
    "layer 2: it is hot",
    "it is hot",
  ]);
});
