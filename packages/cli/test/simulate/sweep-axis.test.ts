import { describe, expect, it } from "vitest";
import { smallNeuron } from "../../../study/test/small-plugins.ts";
import { circuitDeclarations } from "../../src/simulate/circuit.ts";
import { readSweep } from "../../src/simulate/sweep-axis.ts";

function read(text: string, scale?: "linear" | "log") {
  return readSweep(text, scale, smallNeuron.parameters, circuitDeclarations("neuron"), "small-neuron");
}

function values(text: string, scale?: "linear" | "log"): readonly (number | string)[] {
  const reading = read(text, scale);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.axis.values;
}

describe("a sweep", () => {
  it.each([
    ["switchingCurrent=1 uA:3 uA:3", "linear", [1e-6, 2e-6, 3e-6]],
    ["switchingCurrent=1 uA:100 uA:3", "log", [1e-6, 1e-5, 1e-4]],
    // As declared, which is logarithmic.
    ["length=10 nm:1 um:3", undefined, [1e-8, 1e-7, 1e-6]],
    ["tolerance=0:10 %:3", undefined, [0, 0.05, 0.1]],
    ["layers=1:4:3", undefined, [1, 3, 4]],
    ["layers=4,1", undefined, [1, 4]],
    ["mode=physical,paper", undefined, ["physical", "paper"]],
    ["length=60 nm, 20 nm", undefined, [2e-8, 6e-8]],
    ["inputVoltage=10 mV:30 mV:3", "linear", [0.01, 0.02, 0.03]],
  ] as const)("%s, %s", (text, scale, expected) => {
    expect(values(text, scale)).toEqual(expected);
  });

  it("knows whether it moves the device or the circuit", () => {
    expect(read("length=10 nm:1 um:3")).toMatchObject({ axis: { of: "device", name: "length_m", key: "length" } });
    expect(read("temperature=250 K:350 K:3")).toMatchObject({ axis: { of: "circuit", scale: "linear" } });
  });

  it.each([
    ["length", undefined, "write name=low:high:count"],
    ["lenght=10 nm:1 um:3", undefined, `did you mean "length"?`],
    ["length=10 nm:1 um", undefined, "is not low:high:count with a whole number of points"],
    ["length=10 nm:1 um:2.5", undefined, "is not low:high:count"],
    ["length=10 nm:1 um:1", undefined, "has 1 points; legal: 2 to 2000"],
    ["length=10 nm:1 um:2001", undefined, "legal: 2 to 2000"],
    ["length=1 um:10 nm:3", undefined, "whose low is not below its high"],
    ["length=10 nm:1 mm:3", undefined, "is 1 mm; legal: 1 nm to 1 um"],
    ["length=10:20:3", undefined, `"10" has no unit`],
    ["length=10 uA:20 uA:3", undefined, "is not in a unit of m"],
    ["length=10 nm", undefined, "is one value"],
    ["length=10 nm,10 nm", undefined, "twice"],
    ["length=10 nm,20 nm", "log", "takes no --scale"],
    ["tolerance=0:1:3", "log", "needs a low above zero"],
    ["mode=a:b:3", undefined, "is one of paper, physical"],
    ["mode=paper,physicl", undefined, `legal: "paper", "physical"`],
    ["layers=1.5:3:2", undefined, "write a whole number from 1 to 4"],
  ] as const)("refuses %s (%s)", (text, scale, problem) => {
    const reading = read(text, scale);
    expect(reading.ok ? "accepted" : reading.problem).toContain(problem);
  });
});
