import { above, violationsAmong } from "@neurofront/core";
import { crossPointCapacitance_F } from "@neurofront/physics";
import {
  defineSynapse,
  featureSizeParameter,
  integer,
  oxideThicknessParameter,
  programmingSpreadParameter,
  quantity,
  readNoiseParameter,
  relativePermittivityParameter,
  stuckAtParameters,
} from "@neurofront/plugin-kit";
import { memristorSpice } from "./spice.ts";

/** Largest conductance of published analog arrays with many levels: HfO2, program and verify (Milo et al., IRPS 2021). */
const LARGEST_MULTILEVEL_S = 225e-6;

/** Conductance of the narrowest gap in the HfOx model of Jiang et al., IEEE Trans. Electron Devices 63, 1884 (2016). */
const LARGEST_HAFNIUM_OXIDE_S = 1.8e-3;

/**
 * The memristor the spin-neuron literature assumes: ohmic, with the conductance that the wanted current needs at the input
 * voltage. Whether a device with that conductance exists is told by warnings, not hidden in the model.
 */
export const paperGenericMemristor = defineSynapse({
  id: "paper-generic-memristor",
  title: "Generic ohmic memristor with the conductance that the input voltage needs",
  parameters: {
    fullScaleCurrent_A: quantity({
      unit: "A",
      meaning: "current of the largest conductance at the input voltage",
      source: { kind: "paper", note: "section III: maximum current of about 3 uA per input", reference: "sharad2013" },
      low: 0.05e-6,
      high: 300e-6,
      default: 3e-6,
      scale: "log",
    }),
    onOffRatio: quantity({
      unit: "1",
      meaning: "largest over smallest conductance",
      source: { kind: "assumed", note: "10 to 300 uS at 10 mV" },
      low: 2,
      high: 1000,
      default: 30,
      scale: "log",
    }),
    levels: integer({
      meaning: "programmable levels, evenly spaced in conductance",
      source: { kind: "assumed", note: "4 bits" },
      low: 2,
      high: 256,
      default: 16,
    }),
    ...programmingSpreadParameter(0.1, {
      kind: "paper",
      note: "section II: 10 % sigma variations in the input weights",
      reference: "sharad2013",
    }),
    ...readNoiseParameter(0, { kind: "assumed", note: "the reference paper has none" }),
    ...stuckAtParameters({
      kind: "assumed",
      note: "the reference paper has none; stress cases are 1 % and 10 %",
    }),
    ...featureSizeParameter("width of the wires that cross at the device; the cell is 2F by 2F"),
    ...oxideThicknessParameter(5e-9, { kind: "assumed", note: "HfO2 film of a resistive memory" }),
    ...relativePermittivityParameter(25, { kind: "assumed", note: "HfO2" }),
  },
  characterize(design, { inputVoltage_V }) {
    const conductanceMax_S = design.fullScaleCurrent_A / inputVoltage_V;
    const found_uS = (conductanceMax_S * 1e6).toPrecision(3);
    return {
      status: "ok",
      conductanceMin_S: conductanceMax_S / design.onOffRatio,
      conductanceMax_S,
      levels: design.levels,
      stuckAtMin: design.stuckAtMin,
      stuckAtMax: design.stuckAtMax,
      isSeparable: true,
      area_m2: (2 * design.featureSize_m) ** 2,
      pitch_m: 2 * design.featureSize_m,
      capacitance_F: crossPointCapacitance_F(design),
      violations: violationsAmong([
        above(
          "warning",
          "conductance-above-multilevel-devices",
          conductanceMax_S,
          LARGEST_MULTILEVEL_S,
          `the largest conductance is ${found_uS} uS; published multi-level HfO2 arrays reach 225 uS, more needs low-resistance HfOx states or magnetic tunnel junctions (167 to 333 uS, two levels)`,
        ),
        above(
          "warning",
          "conductance-above-hafnium-oxide",
          conductanceMax_S,
          LARGEST_HAFNIUM_OXIDE_S,
          `the largest conductance is ${found_uS} uS; HfOx filaments reach about 1.8 mS`,
        ),
      ]).map((violation) => ({ ...violation, amount: 0 })),
      quantities: { fullScaleVoltage_V: inputVoltage_V, fullScaleResistance_ohm: 1 / conductanceMax_S },
    };
  },
  programmingSpread_S: (design, _operating, target_S) => design.programmingSpread * target_S,
  readNoise: (design) => design.readNoise,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
  spice: () => memristorSpice,
});
