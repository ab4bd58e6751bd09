import { above, violationsAmong } from "@neurofront/core";
import type { Answer, Design, SynapseCharacter, SynapseOperating } from "@neurofront/core";
import { memoryCell, onOffResolution } from "@neurofront/physics";
import {
  cellFactorParameter,
  defineSynapse,
  featureSizeParameter,
  oxideThicknessParameter,
  relativePermittivityParameter,
  integer,
  ohmicSubcircuit,
  quantity,
  statisticsViews,
  stuckAtParameters,
} from "@neurofront/plugin-kit";
import { FULL_SCALE_S, programmingSpread_S, relaxationSpread_S } from "./relaxation.ts";

/** Voltage at which the chip was read. */
const READ_VOLTAGE_V = 0.5;

/** Set pulses of a program-and-verify cycle: 1.75 V, 8.52 us together on average. */
const SET_VOLTAGE_V = 1.75;
const SET_DURATION_S = 8.52e-6;

const parameters = {
  conductanceMin_S: quantity({
    unit: "S",
    meaning: "smallest programmed conductance",
    source: { kind: "literature", note: "1 to 40 uS were programmed", reference: "wan2022" },
    low: 1e-6,
    high: 10e-6,
    default: 1e-6,
  }),
  conductanceMax_S: quantity({
    unit: "S",
    meaning: "largest programmed conductance",
    source: { kind: "literature", note: "1 to 40 uS were programmed", reference: "wan2022" },
    low: 20e-6,
    high: FULL_SCALE_S,
    default: FULL_SCALE_S,
  }),
  levels: integer({
    meaning: "programmable levels, evenly spaced in conductance",
    source: { kind: "assumed", note: "4 bits; the spread of 2 to 4 uS after a day overlaps them" },
    low: 2,
    high: 32,
    default: 16,
  }),
  readNoise: quantity({
    unit: "1",
    meaning: "standard deviation of one read relative to the current of 40 uS, the same for every conductance",
    source: { kind: "literature", note: "about 1 % of the largest conductance", reference: "aihwkit" },
    low: 0,
    high: 0.1,
    default: 0.01,
  }),
  ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
  ...featureSizeParameter("width of the wires, and side of the device"),
  ...cellFactorParameter(125.7, {
    kind: "literature",
    note: "one device with its transistor, 130 nm",
    reference: "cimloop",
  }),
  ...oxideThicknessParameter(5e-9, { kind: "assumed", note: "HfO2 film of a resistive memory" }),
  ...relativePermittivityParameter(25, { kind: "assumed", note: "HfO2" }),
};

type WanDesign = Design<typeof parameters>;

function characterize(design: WanDesign, { inputVoltage_V }: SynapseOperating): Answer<SynapseCharacter> {
  const { conductanceMin_S, conductanceMax_S, levels, stuckAtMin, stuckAtMax } = design;
  const middle_S = (conductanceMin_S + conductanceMax_S) / 2;
  return {
    status: "ok",
    conductanceMin_S,
    conductanceMax_S,
    levels,
    stuckAtMin,
    stuckAtMax,
    isSeparable: true,
    ...memoryCell(design),
    write: {
      voltage_V: SET_VOLTAGE_V,
      duration_s: SET_DURATION_S,
      energy_J: SET_VOLTAGE_V ** 2 * middle_S * SET_DURATION_S,
      formula:
        "V^2 G t: 1.75 V, 8.52 us of pulses on average, the middle of the conductances; wires and verify reads left out",
    },
    violations: violationsAmong([
      above(
        "invalid",
        "voltage-above-read",
        inputVoltage_V,
        READ_VOLTAGE_V,
        `the devices were read at ${READ_VOLTAGE_V} V; the input level is ${inputVoltage_V} V`,
      ),
    ]),
    quantities: {
      onOffResolution: onOffResolution(conductanceMin_S, conductanceMax_S),
      spreadAfterDay_S: Math.hypot(programmingSpread_S(middle_S), relaxationSpread_S(middle_S, 86_400)),
      enduranceLeastCycles: 1e4,
      enduranceMostCycles: 1e9,
    },
  };
}

const statistics = {
  characterize,
  programmingSpread_S: (_design: WanDesign, _operating: SynapseOperating, target_S: number) =>
    programmingSpread_S(target_S),
  aged: (_design: WanDesign, _operating: SynapseOperating, conductance_S: number, age_s: number) => ({
    mean_S: conductance_S,
    spread_S: relaxationSpread_S(conductance_S, age_s),
  }),
};

/** HfOx devices of a compute-in-memory chip: they do not drift in the mean, but relax apart. */
export const hfoxWanMemristor = defineSynapse({
  id: "hfox-wan-memristor",
  title: "HfOx memristor (Wan et al. 2022) that relaxes after programming",
  parameters,
  views: statisticsViews(statistics),
  ...statistics,
  readNoise: ({ readNoise }, _operating, conductance_S) =>
    conductance_S > 0 ? (readNoise * FULL_SCALE_S) / conductance_S : 0,
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
  spice: () =>
    ohmicSubcircuit(
      "hfox-wan-memristor",
      "HfOx memristor of Wan et al., Nature 608, 504 (2022): ohmic up to the 0.5 V at which it was read.",
    ),
});
