import type { Design, QuantityParameter } from "@neurofront/core";
import {
  cellFactorParameter,
  choice,
  featureSizeParameter,
  oxideThicknessParameter,
  relativePermittivityParameter,
  integer,
  quantity,
  stuckAtParameters,
} from "@neurofront/plugin-kit";

const neurosim = (note: string) => ({ kind: "literature", note, reference: "neurosim" }) as const;

const pulseDuration = (what: string): QuantityParameter =>
  quantity({
    unit: "s",
    meaning: `length of a ${what} pulse`,
    source: neurosim("300 us"),
    low: 1e-6,
    high: 10e-3,
    default: 300e-6,
    scale: "log",
  });

/** What a study may set of an Ag/a-Si device. */
export const parameters = {
  conductanceMin_S: quantity({
    unit: "S",
    meaning: "smallest conductance, read at 0.5 V",
    source: neurosim("3.0769 nS"),
    low: 1e-9,
    high: 10e-9,
    default: 3.0769e-9,
    scale: "log",
  }),
  conductanceMax_S: quantity({
    unit: "S",
    meaning: "largest conductance, read at 0.5 V",
    source: neurosim("38.462 nS"),
    low: 20e-9,
    high: 300e-9,
    default: 38.462e-9,
    scale: "log",
  }),
  potentiationPulses: integer({
    meaning: "set pulses from the smallest to the largest conductance",
    source: neurosim("97"),
    low: 2,
    high: 1000,
    default: 97,
  }),
  depressionPulses: integer({
    meaning: "reset pulses from the largest to the smallest conductance",
    source: neurosim("100"),
    low: 2,
    high: 1000,
    default: 100,
  }),
  potentiationNonlinearity: quantity({
    unit: "1",
    meaning: "nonlinearity label of set pulses; 0.01 is straight, 9 is a step",
    source: neurosim("2.4"),
    low: 0.01,
    high: 9,
    default: 2.4,
  }),
  depressionNonlinearity: quantity({
    unit: "1",
    meaning: "magnitude of the nonlinearity label of reset pulses",
    source: neurosim("-4.88"),
    low: 0.01,
    high: 9,
    default: 4.88,
  }),
  pulseSpread: quantity({
    unit: "1",
    meaning: "standard deviation of what one pulse does, relative to the range of conductances",
    source: neurosim("3.5 % from cycle to cycle"),
    low: 0,
    high: 0.2,
    default: 0.035,
  }),
  programming: choice({
    options: ["verify", "open-loop"],
    meaning:
      "whether each pulse is followed by a read, so that the error of the last one remains, or the errors of all add up",
    source: { kind: "assumed", note: "a study of inference programs once and can afford to verify" },
    default: "verify",
  }),
  setVoltage_V: quantity({
    unit: "V",
    meaning: "voltage of a set pulse",
    source: neurosim("3.2 V"),
    low: 1,
    high: 6,
    default: 3.2,
  }),
  resetVoltage_V: quantity({
    unit: "V",
    meaning: "magnitude of the voltage of a reset pulse",
    source: neurosim("2.8 V"),
    low: 1,
    high: 6,
    default: 2.8,
  }),
  setDuration_s: pulseDuration("set"),
  resetDuration_s: pulseDuration("reset"),
  ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
  ...featureSizeParameter("width of the wires that cross at the device"),
  ...cellFactorParameter(4, { kind: "assumed", note: "bare crossing; the device rectifies" }),
  ...oxideThicknessParameter(20e-9, { kind: "recalled", note: "amorphous silicon film of tens of nm" }),
  ...relativePermittivityParameter(11.7, { kind: "assumed", note: "silicon" }),
};

/** A device as the model sees it. */
export type AgAsiDesign = Design<typeof parameters>;
