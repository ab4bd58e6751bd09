import { above, below, violationsAmong } from "@neurofront/core";
import { crossPointCapacitance_F } from "@neurofront/physics";
import {
  defineSynapse,
  featureSizeParameter,
  integer,
  oxideThicknessParameter,
  quantity,
  readNoiseParameter,
  relativePermittivityParameter,
  stuckAtParameters,
} from "@neurofront/plugin-kit";
import { deviceCurrent_A, FITTED_CONDUCTANCE_S, FITTED_VOLTAGE_V, nonlinearity } from "./current-voltage.ts";
import { memristorSpice } from "./spice.ts";

/** HfO2 resistive memory with one transistor per device, programmed and verified: measured spread and current-voltage law. */
export const hfoxMiloMemristor = defineSynapse({
  id: "hfox-milo-memristor",
  title: "HfO2 memristor (Milo et al. 2021) with measured spread and nonlinear current",
  parameters: {
    conductanceMin_S: quantity({
      unit: "S",
      meaning: "smallest programmed conductance at zero bias",
      source: { kind: "literature", note: "range of the measurements, 50 to 225 uS", reference: "milo2021" },
      low: 50e-6,
      high: 220e-6,
      default: 50e-6,
    }),
    conductanceMax_S: quantity({
      unit: "S",
      meaning: "largest programmed conductance at zero bias",
      source: { kind: "literature", note: "range of the measurements, 50 to 225 uS", reference: "milo2021" },
      low: 55e-6,
      high: 225e-6,
      default: 225e-6,
    }),
    levels: integer({
      meaning: "programmable levels, evenly spaced in conductance",
      source: {
        kind: "assumed",
        note: "9 were shown in a network; the spread of 3 to 4 uS leaves room for 16",
        reference: "milo2021",
      },
      low: 2,
      high: 16,
      default: 16,
    }),
    ...readNoiseParameter(0.01, {
      kind: "recalled",
      note: "typical of filamentary devices; larger at small conductance, which is left out",
    }),
    ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
    ...featureSizeParameter("feature size F: width of the wires, and side of the device"),
    cellFactor: quantity({
      unit: "1",
      meaning: "area of a cell with its transistor, in units of F^2; the cell is square",
      source: { kind: "assumed", note: "one transistor and one device; 4 would be a bare crossing" },
      low: 4,
      high: 100,
      default: 12,
    }),
    ...oxideThicknessParameter(5e-9, { kind: "assumed", note: "HfO2 film of a resistive memory" }),
    ...relativePermittivityParameter(25, { kind: "assumed", note: "HfO2" }),
  },
  characterize(design, { inputVoltage_V }) {
    const { conductanceMin_S, conductanceMax_S } = design;
    const empty = below(
      "impossible",
      "empty-conductance-range",
      conductanceMax_S,
      conductanceMin_S * 1.01,
      `the largest conductance, ${conductanceMax_S * 1e6} uS, must be at least 1 % above the smallest, ${conductanceMin_S * 1e6} uS`,
    );
    if (empty !== undefined) return { status: "impossible", violations: [empty] };
    return {
      status: "ok",
      conductanceMin_S,
      conductanceMax_S,
      levels: design.levels,
      stuckAtMin: design.stuckAtMin,
      stuckAtMax: design.stuckAtMax,
      isSeparable: false,
      area_m2: design.cellFactor * design.featureSize_m ** 2,
      pitch_m: Math.sqrt(design.cellFactor) * design.featureSize_m,
      capacitance_F: crossPointCapacitance_F(design),
      violations: violationsAmong([
        above(
          "invalid",
          "voltage-above-fit",
          inputVoltage_V,
          FITTED_VOLTAGE_V,
          `the current-voltage law was fitted up to ${FITTED_VOLTAGE_V} V; the input level is ${inputVoltage_V} V`,
        ),
      ]),
      quantities: {
        fullScaleCurrent_A: deviceCurrent_A(conductanceMax_S, inputVoltage_V),
        nonlinearityAtMin: nonlinearity(conductanceMin_S, inputVoltage_V),
        nonlinearityAtMax: nonlinearity(conductanceMax_S, inputVoltage_V),
      },
    };
  },
  programmingSpread_S: (_design, _operating, target_S) => programmingSpread_S(target_S),
  readNoise: (design) => design.readNoise,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: (_design, conductance_S, voltage_V) => deviceCurrent_A(conductance_S, voltage_V),
  spice: () => memristorSpice,
});

/**
 * Standard deviation of the conductance after program and verify with the gate (IGVVA-100), 4.782321 uS - 0.009107 G: the fit of
 * CrossSim to figure 4 of Milo et al., IRPS 2021. Targets outside the measured range take the spread of its nearest end.
 */
export function programmingSpread_S(target_S: number): number {
  const measured_S = Math.min(Math.max(target_S, FITTED_CONDUCTANCE_S.low), FITTED_CONDUCTANCE_S.high);
  return 4.782321e-6 - 0.009107 * measured_S;
}
