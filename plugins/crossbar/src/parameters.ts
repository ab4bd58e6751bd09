import {
  choice,
  definePresets,
  lineWireParameters,
  quantity,
  rowDriverParameters,
  tileParameters,
  weightMappingParameters,
} from "@neurofront/plugin-kit";
import { wirePresets } from "./wire-tables.ts";

/** What a crossbar is built with. Row and column wires are alike. */
export const crossbarParameters = {
  wire: choice({
    options: ["fixed", "from-geometry"],
    meaning: "resistance of a wire segment: given, or from the cross-section of a copper line",
    source: { kind: "assumed", note: "published tables differ by more than the law; the default takes the table" },
    default: "fixed",
  }),
  wireResistance_ohm: quantity({
    unit: "ohm",
    meaning: "resistance of the wire from one cell to the next at 300 K, for `fixed`",
    source: {
      kind: "literature",
      note: "45 nm node, 50 nm wide, aspect ratio 2.34, 39.1 nohm m, pitch 100 nm: wire table of NeuroSim 2.1",
      reference: "chen2018",
    },
    low: 0,
    high: 100,
    default: 0.668,
  }),
  wireWidth_m: quantity({
    unit: "m",
    meaning: "width of the wires; with pitchFactor the least cell pitch",
    source: { kind: "literature", note: "local wire of the 45 nm node in NeuroSim 2.1", reference: "chen2018" },
    low: 10e-9,
    high: 110e-9,
    default: 50e-9,
    scale: "log",
  }),
  wireAspectRatio: quantity({
    unit: "1",
    meaning: "height of the wire over its width, for `from-geometry`",
    source: { kind: "literature", note: "local wire of the 45 nm node in NeuroSim 2.1", reference: "chen2018" },
    low: 1,
    high: 3,
    default: 2.34,
  }),
  wireBarrier_m: quantity({
    unit: "m",
    meaning: "thickness of the barrier around the copper, for `from-geometry`",
    source: { kind: "literature", note: "45 nm node in NeuroSim 1.4", reference: "chen2018" },
    low: 0,
    high: 8e-9,
    default: 5e-9,
  }),
  pitchFactor: quantity({
    unit: "1",
    meaning: "pitch of the wires over their width; a larger synapse sets the pitch itself",
    source: { kind: "assumed", note: "densest wires: as much space as line" },
    low: 2,
    high: 8,
    default: 2,
  }),
  ...lineWireParameters,
  wires: choice({
    options: ["exact", "certified", "ideal"],
    meaning:
      "how the resistance of the wires enters the currents: exactly; as a correction of ideal lines where its bound is small, exactly elsewhere; or not at all",
    source: { kind: "assumed", note: "the exact solution is the reference; the correction is for searches" },
    default: "exact",
  }),
  allowedWireError: quantity({
    unit: "1",
    meaning:
      "largest error of a net current by the treatment of the wires, over the root mean square of all net currents: `certified` stays below it, `ideal` warns above it",
    source: {
      kind: "assumed",
      note: "a third of the tolerance of 3 % that the reference paper grants the CMOS neuron",
    },
    low: 1e-6,
    high: 0.3,
    default: 0.01,
    scale: "log",
  }),
  cells: choice({
    options: ["secant", "law"],
    meaning:
      "how a synapse whose current is not proportional to the voltage conducts: as at the input voltage, or by its law at the voltage that drivers, wires and neuron leave it",
    source: { kind: "assumed", note: "the law takes one Newton search per pattern" },
    default: "secant",
  }),
  ...tileParameters,
  lineDelay: choice({
    options: ["capacitive", "elmore", "simulated"],
    meaning:
      "settling of the rows: half-swing formula of a line of capacitors; ln 2 times the Elmore delay of a line that synapses load; or the half swing of that line, integrated cell by cell",
    source: { kind: "assumed", note: "without synapses the first two are within 3 % and 9 % of the last" },
    default: "capacitive",
  }),
  driver: choice({
    options: ["sized", "fixed", "ideal"],
    meaning:
      "row drivers: sized for an allowed voltage drop, of a given resistance, or without resistance and cost as the reference paper has them",
    source: { kind: "assumed", note: "a real driver is sized for its load" },
    default: "sized",
  }),
  allowedDriverDrop: quantity({
    unit: "1",
    meaning: "part of the input voltage that may drop in the driver of a row of mean conductance, for `sized`",
    source: {
      kind: "assumed",
      note: "as large as the tolerance of 3 % that the reference paper grants the CMOS neuron",
    },
    low: 1e-3,
    high: 0.3,
    default: 0.03,
    scale: "log",
  }),
  driverResistance_ohm: quantity({
    unit: "ohm",
    meaning: "on-resistance of a row driver, for `fixed`",
    source: { kind: "assumed", note: "sweep it" },
    low: 1,
    high: 1e5,
    default: 100,
    scale: "log",
  }),
  ...rowDriverParameters,
  smallestSwitchWidth_m: quantity({
    unit: "m",
    meaning: "narrowest switch that can be made; `sized` drivers get no narrower",
    source: { kind: "assumed", note: "two gate lengths of the 45 nm node" },
    low: 45e-9,
    high: 1e-6,
    default: 90e-9,
  }),
  taper: quantity({
    unit: "1",
    meaning: "gate width of a driver with the buffers in front of it, over that of its switches",
    source: { kind: "assumed", note: "one stage with a fan-out of about 4" },
    low: 1,
    high: 3,
    default: 1.3,
  }),
  ...weightMappingParameters,
} as const;

/** Named settings. */
export const crossbarPresets = definePresets(crossbarParameters, {
  ideal: {
    title: "wires and drivers without resistance, as the reference paper counts",
    source: { kind: "paper", note: "sections II and III leave out wires and drivers" },
    values: { wire: "fixed", wireResistance_ohm: 0, driver: "ideal" },
  },
  ...wirePresets,
});
