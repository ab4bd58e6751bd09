import type { Provenance, QuantityParameter } from "@neurofront/core";
import {
  definePresets,
  featureSizeParameter,
  oxideThicknessParameter,
  programmingSpreadParameter,
  quantity,
  readingParameters,
  readNoiseParameter,
  relativePermittivityParameter,
  stuckAtParameters,
  writeVoltageParameters,
} from "@neurofront/plugin-kit";

const titania: Provenance = {
  kind: "literature",
  note: "fit to the TiO2 device of Hewlett-Packard, as in the presets of a published memristor simulator",
  reference: "garciaredondo",
};

function scaled(unit: "A" | "Hz", meaning: string, low: number, high: number, value: number): QuantityParameter {
  return quantity({ unit, meaning, source: titania, low, high, default: value, scale: "log" });
}

function threshold(sign: string, value: number): QuantityParameter {
  return quantity({
    unit: "V",
    meaning: `magnitude of the threshold of ${sign} voltages`,
    source: titania,
    low: 0.02,
    high: 3,
    default: value,
    scale: "log",
  });
}

function share(meaning: string, value: number): QuantityParameter {
  return quantity({ unit: "1", meaning, source: titania, low: 0.05, high: 0.95, default: value });
}

function decay(direction: string, value: number): QuantityParameter {
  return quantity({
    unit: "1",
    meaning: `how fast the motion ${direction} slows beyond its onset`,
    source: titania,
    low: 0.1,
    high: 30,
    default: value,
  });
}

/** Everything a study can set. */
export const parameters = {
  forwardCurrent_A: scaled("A", "a1: current scale of positive voltages", 1e-8, 1, 2.3e-4),
  backwardCurrent_A: scaled("A", "a2: current scale of negative voltages", 1e-8, 1, 3.8e-4),
  bendVoltage_V: quantity({
    unit: "V",
    meaning: "1/b: voltage over which the current bends away from Ohm's law",
    source: titania,
    low: 0.2,
    high: 50,
    default: 1,
    scale: "log",
  }),
  positiveThreshold_V: threshold("positive", 1.2),
  negativeThreshold_V: threshold("negative", 0.6),
  positiveRate_Hz: scaled("Hz", "Ap: rate of the state per unit of exponential overdrive, upwards", 1e-4, 1e9, 5),
  negativeRate_Hz: scaled("Hz", "An: rate of the state per unit of exponential overdrive, downwards", 1e-4, 1e9, 30),
  positiveOnset: share("xp: state beyond which the motion up slows", 0.7),
  negativeOnset: share("xn: the motion down slows below 1 - xn", 0.8),
  positiveDecay: decay("up", 4),
  negativeDecay: decay("down", 24),
  stateMin: quantity({
    unit: "1",
    meaning: "state at the smallest programmed conductance",
    source: { kind: "assumed", note: "off the end, which the motion down never reaches" },
    low: 0.01,
    high: 0.45,
    default: 0.05,
  }),
  stateMax: quantity({
    unit: "1",
    meaning: "state at the largest programmed conductance",
    source: { kind: "assumed", note: "off the end, which the motion up never reaches" },
    low: 0.55,
    high: 0.99,
    default: 0.95,
  }),
  ...writeVoltageParameters(
    { value: 2, source: { kind: "assumed", note: "above the threshold of 1.2 V" } },
    { value: 2, source: { kind: "assumed", note: "above the threshold of 0.6 V" } },
  ),
  ...programmingSpreadParameter(0.05, { kind: "assumed", note: "5 %; the model's sources have no spread" }),
  ...readNoiseParameter(0.01, { kind: "assumed", note: "1 %; the model's sources have no noise" }),
  ...readingParameters(),
  ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
  ...featureSizeParameter("width of the wires that cross at the device; the cell is 2F by 2F"),
  ...oxideThicknessParameter(5e-9, { kind: "assumed", note: "film of a resistive memory" }),
  ...relativePermittivityParameter(25, { kind: "assumed", note: "a metal oxide" }),
};

const boiseState = {
  bendVoltage_V: 1 / 0.05,
  positiveThreshold_V: 0.16,
  negativeThreshold_V: 0.15,
  positiveRate_Hz: 4000,
  negativeRate_Hz: 4000,
  positiveOnset: 0.3,
  negativeOnset: 0.5,
  positiveDecay: 1,
  negativeDecay: 5,
  setVoltage_V: 0.45,
  resetVoltage_V: 0.45,
};

/** Published sets; write voltages are those of the published drives where known, else about twice the threshold. */
export const presets = definePresets(parameters, {
  "silver-amorphous-silicon": {
    title: "Ag/a-Si (Jo et al. 2010)",
    source: {
      kind: "literature",
      note: "parameter set of a published collection of memristor models; write voltages of the pulse model of NeuroSim",
      reference: "memristormodels",
    },
    values: {
      forwardCurrent_A: 3.7e-7,
      backwardCurrent_A: 4.35e-7,
      bendVoltage_V: 1 / 0.7,
      positiveThreshold_V: 1.5,
      negativeThreshold_V: 0.5,
      positiveRate_Hz: 0.005,
      negativeRate_Hz: 0.08,
      positiveOnset: 0.2,
      negativeOnset: 0.5,
      positiveDecay: 1.2,
      negativeDecay: 3,
      stateMin: 0.1,
      setVoltage_V: 3.2,
      resetVoltage_V: 2.8,
    },
  },
  "titanium-dioxide": {
    title: "TiO2 of Hewlett-Packard",
    source: titania,
    values: {
      forwardCurrent_A: 2.3e-4,
      backwardCurrent_A: 3.8e-4,
      bendVoltage_V: 1,
      positiveThreshold_V: 1.2,
      negativeThreshold_V: 0.6,
      positiveRate_Hz: 5,
      negativeRate_Hz: 30,
      positiveOnset: 0.7,
      negativeOnset: 0.8,
      positiveDecay: 4,
      negativeDecay: 24,
    },
  },
  "boise-state-sine": {
    title: "chalcogenide of Boise State University, under sine drive",
    source: {
      kind: "literature",
      note: "parameter set of the device's tests in the simulator Xyce; driven with 0.45 V",
      reference: "xyce",
    },
    values: { ...boiseState, forwardCurrent_A: 0.17, backwardCurrent_A: 0.17 },
  },
  "boise-state-pulsed": {
    title: "chalcogenide of Boise State University, under pulses",
    source: {
      kind: "literature",
      note: "parameter set of a published collection of memristor models; write voltages of the sine drive",
      reference: "memristormodels",
    },
    values: { ...boiseState, forwardCurrent_A: 0.097, backwardCurrent_A: 0.097 },
  },
  "tantalum-oxide": {
    title: "TaOx (Miao et al. 2011)",
    source: {
      kind: "literature",
      note: "parameter set of a published collection of memristor models; write voltages assumed",
      reference: "memristormodels",
    },
    values: {
      forwardCurrent_A: 0.11,
      backwardCurrent_A: 0.11,
      bendVoltage_V: 1 / 0.5,
      positiveThreshold_V: 0.09,
      negativeThreshold_V: 0.75,
      positiveRate_Hz: 7.5,
      negativeRate_Hz: 2,
      positiveOnset: 0.3,
      negativeOnset: 0.5,
      positiveDecay: 1,
      negativeDecay: 5,
      setVoltage_V: 0.5,
      resetVoltage_V: 1.5,
    },
  },
});
