import { above, violationsAmong } from "@neurofront/core";
import type { Answer, Design, SynapseCharacter, SynapseOperating, WriteCost } from "@neurofront/core";
import { memoryCell, onOffResolution } from "@neurofront/physics";
import {
  cellFactorParameter,
  choice,
  definePresets,
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
import { drifted, readNoise, relativeConductance } from "./ageing.ts";
import { FITS } from "./fits.ts";

/** Voltage of the reads behind the fits; amorphous material conducts ever more above. */
const READ_VOLTAGE_V = 0.3;

/** Programming of a memory cell: reset 300 uA for 40 ns, set 150 uA for 150 ns, through 1 kohm. */
const RESET = { current_A: 300e-6, duration_s: 40e-9 };
const SET = { current_A: 150e-6, duration_s: 150e-9 };
const SET_RESISTANCE_OHM = 1e3;

const parameters = {
  fit: choice({
    options: ["single", "hermes"],
    meaning: "measured statistics: one device of 25 uS, or two in parallel on the Hermes chip, together 20.7 uS",
    source: { kind: "literature", note: "fits with the constants of the kit", reference: "aihwkit" },
    default: "single",
  }),
  conductanceMin_S: quantity({
    unit: "S",
    meaning: "smallest programmed conductance; a reset device conducts less than 0.1 uS",
    source: { kind: "assumed", note: "a hundredth of 25 uS" },
    low: 0.1e-6,
    high: 4e-6,
    default: 0.25e-6,
    scale: "log",
  }),
  conductanceMax_S: quantity({
    unit: "S",
    meaning: "largest programmed conductance",
    source: {
      kind: "literature",
      note: "25 uS for one device, 20.7 uS for two on the Hermes chip",
      reference: "aihwkit",
    },
    low: 5e-6,
    high: 25e-6,
    default: 25e-6,
  }),
  levels: integer({
    meaning: "programmable levels, evenly spaced in conductance",
    source: { kind: "assumed", note: "4 bits; the spread of about 1 uS leaves room for 16 to 25 uS" },
    low: 2,
    high: 64,
    default: 16,
  }),
  ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
  ...featureSizeParameter("width of the wires that cross at the device"),
  ...cellFactorParameter(9, { kind: "literature", note: "memory cell with its transistor", reference: "nvmexplorer" }),
  ...oxideThicknessParameter(50e-9, { kind: "assumed", note: "phase-change layer between the wires" }),
  ...relativePermittivityParameter(16, { kind: "assumed", note: "amorphous Ge2Sb2Te5" }),
};

type PcmDesign = Design<typeof parameters>;

const presets = definePresets(parameters, {
  hermes: {
    title: "Hermes chip, two devices to a weight half",
    source: { kind: "literature", note: "fit and largest conductance of the chip", reference: "legallo2023" },
    values: { fit: "hermes", conductanceMax_S: 20.7e-6, conductanceMin_S: 0.207e-6 },
  },
});

/** A reset and then the longest set: what brings any state to any other without knowing it. */
const write: WriteCost = {
  voltage_V: RESET.current_A * SET_RESISTANCE_OHM,
  duration_s: RESET.duration_s + SET.duration_s,
  energy_J: SET_RESISTANCE_OHM * (RESET.current_A ** 2 * RESET.duration_s + SET.current_A ** 2 * SET.duration_s),
  formula:
    "R (I_reset^2 t_reset + I_set^2 t_set), 300 uA for 40 ns and 150 uA for 150 ns through the 1 kohm of a memory cell; drop of the transistor and iterations of program and verify left out",
};

function characterize(design: PcmDesign, { inputVoltage_V }: SynapseOperating): Answer<SynapseCharacter> {
  const { conductanceMin_S, conductanceMax_S, levels, stuckAtMin, stuckAtMax } = design;
  const fit = FITS[design.fit];
  const { mean, spread } = fit.driftExponent(relativeConductance(fit, conductanceMax_S));
  return {
    status: "ok",
    conductanceMin_S,
    conductanceMax_S,
    levels,
    stuckAtMin,
    stuckAtMax,
    isSeparable: true,
    ...memoryCell(design),
    write,
    violations: violationsAmong([
      above(
        "invalid",
        "voltage-above-read",
        inputVoltage_V,
        READ_VOLTAGE_V,
        `the devices were read at ${READ_VOLTAGE_V} V; the input level is ${inputVoltage_V} V`,
      ),
      above(
        "invalid",
        "conductance-above-fit",
        conductanceMax_S,
        fit.fullScale_S,
        `the largest conductance is ${conductanceMax_S * 1e6} uS; the statistics "${design.fit}" reach ${fit.fullScale_S * 1e6} uS`,
      ),
    ]),
    quantities: {
      onOffResolution: onOffResolution(conductanceMin_S, conductanceMax_S),
      driftExponentAtMax: mean,
      driftExponentSpreadAtMax: spread,
      enduranceLeastCycles: 1e5,
      enduranceMostCycles: 2e11,
    },
  };
}

const statistics = {
  characterize,
  programmingSpread_S(design: PcmDesign, _operating: SynapseOperating, target_S: number) {
    const fit = FITS[design.fit];
    return fit.programmingSpread_S(relativeConductance(fit, target_S));
  },
  aged: (design: PcmDesign, _operating: SynapseOperating, conductance_S: number, age_s: number) =>
    drifted(FITS[design.fit], conductance_S, age_s),
};

/** Phase-change memory by measured statistics: conductances fall by a power law of the age, each device by its own. */
export const pcmMemristor = defineSynapse({
  id: "pcm-memristor",
  title: "Phase-change memory with drift and 1/f noise",
  parameters,
  presets,
  views: statisticsViews(statistics),
  ...statistics,
  readNoise: (design, _operating, conductance_S, age_s) => readNoise(FITS[design.fit], conductance_S, age_s),
  current_A: (_design, conductance_S, voltage_V) => conductance_S * voltage_V,
  spice: () => ohmicSubcircuit("pcm-memristor", "Phase-change memory: ohmic up to the 0.3 V at which it was read."),
});
