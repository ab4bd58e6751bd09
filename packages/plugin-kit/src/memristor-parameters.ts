import type { Provenance, QuantityParameter } from "@neurofront/core";
import { quantity } from "./define.ts";

/** Chances of devices stuck at either end of the range: `stuckAtMin` and `stuckAtMax`, none unless a study sets them. */
export function stuckAtParameters(source: Provenance): Record<"stuckAtMin" | "stuckAtMax", QuantityParameter> {
  const stuck = (end: string): QuantityParameter =>
    quantity({
      unit: "1",
      meaning: `chance that a device is stuck at the ${end} conductance`,
      source,
      low: 0,
      high: 0.2,
      default: 0,
    });
  return { stuckAtMin: stuck("smallest"), stuckAtMax: stuck("largest") };
}

/** Standard deviation of the current of one read relative to the current: `readNoise`. */
export function readNoiseParameter(value: number, source: Provenance): Record<"readNoise", QuantityParameter> {
  return {
    readNoise: quantity({
      unit: "1",
      meaning: "standard deviation of the current of one read relative to the current",
      source,
      low: 0,
      high: 0.1,
      default: value,
    }),
  };
}

/** Standard deviation of programming in proportion to the target: `programmingSpread`. */
export function programmingSpreadParameter(
  value: number,
  source: Provenance,
): Record<"programmingSpread", QuantityParameter> {
  return {
    programmingSpread: quantity({
      unit: "1",
      meaning: "standard deviation of the programmed conductance relative to the target, device to device",
      source,
      low: 0,
      high: 0.5,
      default: value,
    }),
  };
}

/** Width of the wires that cross at a device: `featureSize_m`. */
export function featureSizeParameter(meaning: string): Record<"featureSize_m", QuantityParameter> {
  return {
    featureSize_m: quantity({
      unit: "m",
      meaning,
      source: { kind: "assumed", note: "local wire of a 45 nm process, 50 nm wide" },
      low: 10e-9,
      high: 200e-9,
      default: 50e-9,
      scale: "log",
    }),
  };
}

/** Thickness of the insulator between crossing wires: `oxideThickness_m`. */
export function oxideThicknessParameter(
  value: number,
  source: Provenance,
): Record<"oxideThickness_m", QuantityParameter> {
  return {
    oxideThickness_m: quantity({
      unit: "m",
      meaning: "thickness of the insulator between the wires, for the capacitance",
      source,
      low: 1e-9,
      high: 50e-9,
      default: value,
      scale: "log",
    }),
  };
}

/** Permittivity of the insulator between crossing wires: `relativePermittivity`. */
export function relativePermittivityParameter(
  value: number,
  source: Provenance,
): Record<"relativePermittivity", QuantityParameter> {
  return {
    relativePermittivity: quantity({
      unit: "1",
      meaning: "permittivity of the insulator between the wires",
      source,
      low: 1,
      high: 100,
      default: value,
    }),
  };
}

/** How a device is read between two programmings: `readDuration_s` and `readsPerWrite`, for the disturb by reads. */
export function readingParameters(): Record<"readDuration_s" | "readsPerWrite", QuantityParameter> {
  return {
    readDuration_s: quantity({
      unit: "s",
      meaning: "time for which one decision drives the device",
      source: { kind: "assumed", note: "1 ns, a decision of a spin neuron; CMOS neurons need 5 to 10 ns" },
      low: 1e-10,
      high: 1e-6,
      default: 1e-9,
      scale: "log",
    }),
    readsPerWrite: quantity({
      unit: "1",
      meaning: "reads between two programmings, all with the sign that disturbs most",
      source: { kind: "assumed", note: "a second of reading at 1 MHz" },
      low: 1,
      high: 1e15,
      default: 1e6,
      scale: "log",
    }),
  };
}

/** Magnitudes of the write voltages: `setVoltage_V` raises the conductance, `resetVoltage_V` lowers it. */
export function writeVoltageParameters(
  set: { readonly value: number; readonly source: Provenance },
  reset: { readonly value: number; readonly source: Provenance },
): Record<"setVoltage_V" | "resetVoltage_V", QuantityParameter> {
  const voltage = (effect: string, declared: { readonly value: number; readonly source: Provenance }) =>
    quantity({
      unit: "V",
      meaning: `magnitude of the constant voltage that ${effect} the conductance from end to end of its range`,
      source: declared.source,
      low: 0.05,
      high: 5,
      default: declared.value,
      scale: "log",
    });
  return { setVoltage_V: voltage("raises", set), resetVoltage_V: voltage("lowers", reset) };
}
