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
  quantity,
  readNoiseParameter,
  sinhSubcircuit,
  statisticsViews,
  stuckAtParameters,
} from "@neurofront/plugin-kit";
import { tunnelNonlinearity } from "./tunnel-current.ts";

/** Largest voltage for which the sinh law was written down; a thin ferroelectric begins to switch not far above. */
const LARGEST_VOLTAGE_V = 0.5;

const parameters = {
  conductanceMax_S: quantity({
    unit: "S",
    meaning: "largest conductance at zero bias",
    source: { kind: "assumed", note: "no source with an area; published junctions conduct nA to uA" },
    low: 1e-9,
    high: 10e-6,
    default: 1e-6,
    scale: "log",
  }),
  onOffRatio: quantity({
    unit: "1",
    meaning: "largest over smallest conductance",
    source: { kind: "literature", note: "above 100", reference: "wang2014" },
    low: 2,
    high: 1e4,
    default: 100,
    scale: "log",
  }),
  levels: integer({
    meaning: "programmable levels, evenly spaced in conductance",
    source: { kind: "assumed", note: "4 bits" },
    low: 2,
    high: 64,
    default: 16,
  }),
  cycleSpread: quantity({
    unit: "1",
    meaning: "standard deviation of the programmed conductance relative to its mean, write to write",
    source: { kind: "literature", note: "3.6 %", reference: "moon2023" },
    low: 0,
    high: 0.5,
    default: 0.036,
  }),
  deviceSpread: quantity({
    unit: "1",
    meaning: "standard deviation of the programmed conductance relative to its mean, device to device",
    source: { kind: "literature", note: "3.2 %", reference: "moon2023" },
    low: 0,
    high: 0.5,
    default: 0.032,
  }),
  ...readNoiseParameter(0.01, { kind: "recalled", note: "typical of two-terminal memories; no source" }),
  nonlinearityScale_V: quantity({
    unit: "V",
    meaning: "voltage V0 of the current law G V0 sinh(V / V0)",
    source: { kind: "assumed", note: "0.25 V, as filamentary oxides have" },
    low: 0.05,
    high: 5,
    default: 0.25,
    scale: "log",
  }),
  ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
  ...featureSizeParameter("width of the wires that cross at the device"),
  ...cellFactorParameter(12, { kind: "assumed", note: "one junction with its transistor" }),
  ...oxideThicknessParameter(3e-9, { kind: "assumed", note: "ferroelectric barrier of a few nm" }),
  ...relativePermittivityParameter(30, { kind: "assumed", note: "ferroelectric hafnia" }),
};

type FtjDesign = Design<typeof parameters>;

function characterize(design: FtjDesign, { inputVoltage_V }: SynapseOperating): Answer<SynapseCharacter> {
  const { conductanceMax_S, levels, stuckAtMin, stuckAtMax } = design;
  const conductanceMin_S = conductanceMax_S / design.onOffRatio;
  return {
    status: "ok",
    conductanceMin_S,
    conductanceMax_S,
    levels,
    stuckAtMin,
    stuckAtMax,
    isSeparable: true,
    ...memoryCell(design),
    violations: violationsAmong([
      above(
        "invalid",
        "voltage-above-law",
        inputVoltage_V,
        LARGEST_VOLTAGE_V,
        `the current law is meant for reads up to ${LARGEST_VOLTAGE_V} V; the input level is ${inputVoltage_V} V`,
      ),
    ]),
    quantities: {
      onOffResolution: onOffResolution(conductanceMin_S, conductanceMax_S),
      nonlinearity: tunnelNonlinearity(inputVoltage_V, design.nonlinearityScale_V),
      switchingDuration_s: 10e-9,
      enduranceLeastCycles: 1e9,
    },
  };
}

const statistics = {
  characterize,
  programmingSpread_S: ({ cycleSpread, deviceSpread }: FtjDesign, _operating: SynapseOperating, target_S: number) =>
    Math.hypot(cycleSpread, deviceSpread) * target_S,
  aged: (_design: FtjDesign, _operating: SynapseOperating, conductance_S: number) => ({
    mean_S: conductance_S,
    spread_S: 0,
  }),
};

/** A tunnel barrier whose ferroelectric polarisation sets how much it lets through. */
export const ftjMemristor = defineSynapse({
  id: "ftj-memristor",
  title: "Ferroelectric tunnel junction",
  parameters,
  views: statisticsViews(statistics),
  ...statistics,
  readNoise: ({ readNoise }) => readNoise,
  current_A: ({ nonlinearityScale_V }, conductance_S, voltage_V) =>
    conductance_S * voltage_V * tunnelNonlinearity(voltage_V, nonlinearityScale_V),
  spice: ({ nonlinearityScale_V }) =>
    sinhSubcircuit("ftj-memristor", nonlinearityScale_V, "Ferroelectric tunnel junction: I = g V0 sinh(V / V0)."),
});
