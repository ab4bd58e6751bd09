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
  readNoiseParameter,
  statisticsViews,
  stuckAtParameters,
} from "@neurofront/plugin-kit";

/** Drain voltage of the source's reads; the channel is a resistor well below the overdrive of its gate. */
const READ_VOLTAGE_V = 0.5;

const neurosim = (note: string) => ({ kind: "literature", note, reference: "neurosim" }) as const;

const parameters = {
  conductanceMax_S: quantity({
    unit: "S",
    meaning: "largest conductance of the channel at the gate voltage of a read",
    source: neurosim("240 kohm: 4.17 uS"),
    low: 0.4e-6,
    high: 40e-6,
    default: 1 / 240e3,
    scale: "log",
  }),
  onOffRatio: quantity({
    unit: "1",
    meaning: "largest over smallest conductance",
    source: neurosim("100"),
    low: 2,
    high: 1e4,
    default: 100,
    scale: "log",
  }),
  levels: integer({
    meaning: "programmable levels, evenly spaced in conductance",
    source: neurosim("32; up to 60 in other parameter sets"),
    low: 2,
    high: 60,
    default: 32,
  }),
  programmingSpread: quantity({
    unit: "1",
    meaning: "standard deviation of the programmed conductance relative to the largest one",
    source: { kind: "assumed", note: "3 %; no source" },
    low: 0,
    high: 0.2,
    default: 0.03,
  }),
  ...readNoiseParameter(0.005, { kind: "assumed", note: "0.5 %; no source" }),
  writeVoltage_V: quantity({
    unit: "V",
    meaning: "voltage of a write pulse at the gate",
    source: neurosim("4 V"),
    low: 1,
    high: 6,
    default: 4,
  }),
  writeDuration_s: quantity({
    unit: "s",
    meaning: "length of a write pulse",
    source: neurosim("50 ns"),
    low: 1e-9,
    high: 1e-3,
    default: 50e-9,
    scale: "log",
  }),
  gateCapacitance_F: quantity({
    unit: "F",
    meaning: "capacitance of the ferroelectric gate",
    source: neurosim("2.17 aF"),
    low: 1e-19,
    high: 1e-15,
    default: 2.1717e-18,
    scale: "log",
  }),
  ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
  ...featureSizeParameter("width of the wires that cross at the device"),
  ...cellFactorParameter(24, neurosim("6F by 4F; the model takes a square of the same area")),
  ...oxideThicknessParameter(5e-9, { kind: "assumed", note: "HfO2 film of a resistive memory" }),
  ...relativePermittivityParameter(25, { kind: "assumed", note: "HfO2" }),
};

type FefetDesign = Design<typeof parameters>;

function characterize(design: FefetDesign, { inputVoltage_V }: SynapseOperating): Answer<SynapseCharacter> {
  const { conductanceMax_S, levels, stuckAtMin, stuckAtMax, writeVoltage_V, writeDuration_s } = design;
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
    write: {
      voltage_V: writeVoltage_V,
      duration_s: writeDuration_s,
      energy_J: design.gateCapacitance_F * writeVoltage_V ** 2,
      formula: "C V^2 of one pulse at the gate; word lines and the polarisation charge left out",
    },
    violations: violationsAmong([
      above(
        "invalid",
        "voltage-above-read",
        inputVoltage_V,
        READ_VOLTAGE_V,
        `the channel was read at ${READ_VOLTAGE_V} V, above it saturates; the input level is ${inputVoltage_V} V`,
      ),
    ]),
    quantities: {
      onOffResolution: onOffResolution(conductanceMin_S, conductanceMax_S),
      fullScaleCurrent_A: conductanceMax_S * inputVoltage_V,
      enduranceLeastCycles: 1e4,
      enduranceMostCycles: 1e11,
    },
  };
}

const statistics = {
  characterize,
  programmingSpread_S: (design: FefetDesign) => design.programmingSpread * design.conductanceMax_S,
  aged: (_design: FefetDesign, _operating: SynapseOperating, conductance_S: number) => ({
    mean_S: conductance_S,
    spread_S: 0,
  }),
};

/** A transistor whose ferroelectric gate holds its threshold: read through the channel, written at the gate by charge alone. */
export const fefetMemristor = defineSynapse({
  id: "fefet-memristor",
  title: "Ferroelectric transistor",
  parameters,
  views: statisticsViews(statistics),
  ...statistics,
  readNoise: ({ readNoise }) => readNoise,
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
  spice: () =>
    ohmicSubcircuit(
      "fefet-memristor",
      "Ferroelectric transistor: its channel as a resistor, well below the overdrive of its gate.",
    ),
});
