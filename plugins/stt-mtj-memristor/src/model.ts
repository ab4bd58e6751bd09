import { above, violationsAmong } from "@neurofront/core";
import type { Answer, Design, SynapseCharacter, SynapseOperating } from "@neurofront/core";
import {
  antiparallelConductance_S,
  junctionConductance_S,
  junctionConductanceNetlist,
  memoryCell,
  onOffResolution,
  parallelPart,
  parallelPartNetlist,
} from "@neurofront/physics";
import type { TunnelJunction } from "@neurofront/physics";
import {
  cellFactorParameter,
  defineSynapse,
  featureSizeParameter,
  oxideThicknessParameter,
  relativePermittivityParameter,
  programmedSubcircuit,
  programmingSpreadParameter,
  quantity,
  readNoiseParameter,
  statisticsViews,
  stuckAtParameters,
} from "@neurofront/plugin-kit";
import { agedTwoState, switchingTime_s } from "./thermal-switching.ts";

/** Voltage of the source's reads. */
const READ_VOLTAGE_V = 0.25;

/** Share of devices that reads may switch between two programmings. */
const TOLERATED_SHARE = 0.01;

const cell = (note: string) => ({ kind: "literature", note, reference: "nvmexplorer" }) as const;

const parameters = {
  parallelResistance_ohm: quantity({
    unit: "ohm",
    meaning: "resistance of the parallel state, the largest conductance",
    source: cell("3 kohm"),
    low: 1e3,
    high: 1e6,
    default: 3e3,
    scale: "log",
  }),
  tunnelMagnetoresistance: quantity({
    unit: "1",
    meaning: "relative increase of the resistance in the antiparallel state at zero bias",
    source: cell("6 over 3 kohm"),
    low: 0.3,
    high: 2.5,
    default: 1,
  }),
  halfTmrVoltage_V: quantity({
    unit: "V",
    meaning: "bias at which the magnetoresistance has fallen to half",
    source: { kind: "recalled", note: "0.5 V, typical of MgO" },
    low: 0.2,
    high: 2,
    default: 0.5,
  }),
  stabilityFactor: quantity({
    unit: "1",
    meaning: "barrier over kT at 300 K",
    source: { kind: "derived", note: "ten years with 1 ns between attempts: ln(3.16e8 s / 1 ns) = 40.3" },
    low: 10,
    high: 80,
    default: 40.3,
  }),
  writeCurrent_A: quantity({
    unit: "A",
    meaning: "current that switches, taken as the one that takes the barrier away",
    source: cell("80 uA"),
    low: 1e-6,
    high: 1e-3,
    default: 80e-6,
    scale: "log",
  }),
  writeDuration_s: quantity({
    unit: "s",
    meaning: "length of a write pulse",
    source: cell("10 ns"),
    low: 0.5e-9,
    high: 1e-6,
    default: 10e-9,
    scale: "log",
  }),
  writeEnergy_J: quantity({
    unit: "J",
    meaning: "energy of a write with its access transistor",
    source: cell("1 pJ"),
    low: 1e-15,
    high: 1e-10,
    default: 1e-12,
    scale: "log",
  }),
  readingTime_s: quantity({
    unit: "s",
    meaning: "time under the read current between two programmings, all of it in the direction that disturbs",
    source: { kind: "assumed", note: "1e6 decisions of 1 ns" },
    low: 1e-9,
    high: 1e6,
    default: 1e-3,
    scale: "log",
  }),
  ...programmingSpreadParameter(0.05, { kind: "assumed", note: "5 % of area and barrier; no source" }),
  ...readNoiseParameter(0.01, { kind: "assumed", note: "1 %; no source" }),
  ...stuckAtParameters({ kind: "assumed", note: "a selected array; stress cases are 1 % and 10 %" }),
  ...featureSizeParameter("width of the wires that cross at the device"),
  ...cellFactorParameter(54, cell("with a transistor for 80 uA")),
  ...oxideThicknessParameter(1e-9, { kind: "recalled", note: "MgO barrier" }),
  ...relativePermittivityParameter(9.7, { kind: "recalled", note: "MgO" }),
};

type MtjDesign = Design<typeof parameters>;

function junctionOf(design: MtjDesign): TunnelJunction {
  return { ...design, parallelConductance_S: 1 / design.parallelResistance_ohm };
}

function magnetOf({ stabilityFactor, writeCurrent_A }: MtjDesign) {
  return { stabilityFactor, criticalCurrent_A: writeCurrent_A };
}

function characterize(
  design: MtjDesign,
  { inputVoltage_V, temperature_K }: SynapseOperating,
): Answer<SynapseCharacter> {
  const junction = junctionOf(design);
  const conductanceMin_S = antiparallelConductance_S(junction, 0);
  const conductanceMax_S = junction.parallelConductance_S;
  const { writeCurrent_A, writeDuration_s, writeEnergy_J, readingTime_s } = design;
  const readCurrent_A = conductanceMax_S * inputVoltage_V;
  const underRead_s = switchingTime_s(magnetOf(design), temperature_K, readCurrent_A);
  const disturbed = -Math.expm1(-readingTime_s / underRead_s);
  return {
    status: "ok",
    conductanceMin_S,
    conductanceMax_S,
    levels: 2,
    stuckAtMin: design.stuckAtMin,
    stuckAtMax: design.stuckAtMax,
    isSeparable: false,
    ...memoryCell(design),
    write: {
      voltage_V: writeEnergy_J / (writeCurrent_A * writeDuration_s),
      duration_s: writeDuration_s,
      energy_J: writeEnergy_J,
      formula: "as stated for a memory cell with its transistor; the voltage is energy over current and duration",
    },
    violations: violationsAmong([
      above(
        "invalid",
        "voltage-above-read",
        inputVoltage_V,
        READ_VOLTAGE_V,
        `the cell was read at ${READ_VOLTAGE_V} V; the input level is ${inputVoltage_V} V`,
      ),
      above(
        "invalid",
        "read-disturb",
        disturbed,
        TOLERATED_SHARE,
        `a read current of ${(readCurrent_A * 1e6).toPrecision(3)} uA switches ${(100 * disturbed).toPrecision(3)} % of the devices in ${readingTime_s} s; 1 % is tolerated`,
      ),
    ]),
    quantities: {
      onOffResolution: onOffResolution(conductanceMin_S, conductanceMax_S),
      readCurrent_A,
      disturbedShare: disturbed,
      retention_s: switchingTime_s(magnetOf(design), temperature_K, 0),
      enduranceLeastCycles: 1e6,
      enduranceMostCycles: 1e15,
    },
  };
}

const statistics = {
  characterize,
  programmingSpread_S: ({ programmingSpread }: MtjDesign, _operating: SynapseOperating, target_S: number) =>
    programmingSpread * target_S,
  aged(design: MtjDesign, { temperature_K }: SynapseOperating, conductance_S: number, age_s: number) {
    const junction = junctionOf(design);
    const sum_S = junction.parallelConductance_S + antiparallelConductance_S(junction, 0);
    return agedTwoState(conductance_S, sum_S, switchingTime_s(magnetOf(design), temperature_K, 0), age_s);
  },
};

/** A tunnel junction switched by spin torque: two conductances, a weak ratio, fast and lasting writes. */
export const sttMtjMemristor = defineSynapse({
  id: "stt-mtj-memristor",
  title: "Magnetic tunnel junction with two states",
  parameters,
  views: statisticsViews(statistics),
  ...statistics,
  readNoise: ({ readNoise }) => readNoise,
  current_A(design, conductance_S, voltage_V) {
    const junction = junctionOf(design);
    return junctionConductance_S(junction, parallelPart(junction, conductance_S), voltage_V) * voltage_V;
  },
  spice(design) {
    const junction = junctionOf(design);
    return programmedSubcircuit(
      "stt-mtj-memristor",
      [
        parallelPartNetlist(junction),
        `Bdevice row column I = V(row,column)*${junctionConductanceNetlist(junction, "{part}", "V(row,column)")}`,
      ],
      "Magnetic tunnel junction: parallel and antiparallel parts side by side; the antiparallel one has TMR / (1 + (V / Vh)^2).",
    );
  },
});
