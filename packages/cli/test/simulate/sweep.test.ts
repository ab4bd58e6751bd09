import { defaultsOf } from "@neurofront/core";
import type { NeuronModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { smallNeuron } from "../../../study/test/small-plugins.ts";
import type { Device } from "../../src/simulate/device.ts";
import { sweepDevice } from "../../src/simulate/sweep.ts";
import type { Sweep } from "../../src/simulate/sweep.ts";

const design = defaultsOf(smallNeuron.parameters);
const lengths = (device: Device, values: readonly number[]): Sweep =>
  sweepDevice(
    device,
    design,
    {},
    { name: "length_m", key: "length", of: "device", unit: "m", meaning: "", scale: "log", values },
  );
const column = (sweep: Sweep, name: string) => [...sweep.columns, ...sweep.violations].find((one) => one.name === name);

describe("a sweep of a neuron", () => {
  // 4 nm is outside validity, 0.95 um impossible.
  const sweep = lengths(smallNeuron, [4e-9, 60e-9, 0.95e-6]);

  it("has a row with status and reason for every value, also where there is no answer", () => {
    expect(sweep.points.map(({ status }) => status)).toEqual(["invalid", "ok", "impossible"]);
    expect(column(sweep, "delay")!.values[2]).toBeUndefined();
    expect(column(sweep, "violation too-short")!.values).toEqual([0.25, undefined, undefined]);
    expect(column(sweep, "violation too-long")!.values[2]).toBeCloseTo(0.95 / 0.9 - 1, 12);
  });

  it("charges the column's synapses, and each accounting its lines", () => {
    // 1 ns: synapses 40 uA * 0.1 V * 1 ns = 4 fJ, read 2 uA * 0.1 V * 1 ns = 0.2 fJ, clock 2 fJ.
    expect(column(sweep, "synapse-static")!.values[1]).toBeCloseTo(4e-15, 25);
    expect(column(sweep, "energyPaper")!.values[1]).toBeCloseTo(4.2e-15, 25);
    expect(column(sweep, "energyFull")!.values[1]).toBeCloseTo(6.2e-15, 25);
  });

  it("tells errors at shares of the column current where the neuron has no threshold", () => {
    expect(column(sweep, "error at 1 threshold")).toBeUndefined();
    // 1 % of 40 uA over the 0.2 uA of the logistic noise.
    expect(column(sweep, "error at 1 % of column current")!.values[1]).toBeCloseTo(1 / (1 + Math.exp(2)), 12);
  });

  it("keeps the unit of a derived number out of its name", () => {
    expect(column(sweep, "evaluation")).toMatchObject({ unit: "s", group: "derived" });
  });
});

it("tells errors at multiples of the threshold, one half at it", () => {
  const threshold_A = 1e-6;
  const neuron: NeuronModel = {
    ...smallNeuron,
    characterize(values, operating) {
      const answer = smallNeuron.characterize(values, operating);
      return answer.status === "ok" ? { ...answer, thresholdCurrent_A: threshold_A } : answer;
    },
    errorProbability: (_values, _operating, { netCurrent_A }) =>
      1 / (1 + Math.exp((netCurrent_A - threshold_A) / 2e-7)),
  };
  const sweep = lengths(neuron, [60e-9, 70e-9]);
  const errors = sweep.columns.filter(({ group }) => group === "errorProbability").map(({ values }) => values[0]!);
  expect(errors).toHaveLength(7);
  expect(errors.toSorted((a, b) => b - a)).toEqual(errors);
  expect(column(sweep, "error at 1 threshold")!.values).toEqual([0.5, 0.5]);
});

it("names device, design and circuit when a model throws", () => {
  const broken: Device = {
    ...smallNeuron,
    characterize: () => {
      throw new RangeError("no root");
    },
  };
  expect(() => lengths(broken, [60e-9, 70e-9])).toThrow(
    /small-neuron threw at \{.*"length_m":6e-8.*\} in \{.*"inputVoltage_V":0\.1.*\}: RangeError: no root/u,
  );
});
