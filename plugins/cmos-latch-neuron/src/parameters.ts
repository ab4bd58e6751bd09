import type { Design } from "@neurofront/core";
import { processCorners, technologyNodes } from "@neurofront/physics";
import { choice, quantity } from "@neurofront/plugin-kit";

/** Declarations: the sizes a search may vary first, then the circuit around the latch. */
export const parameters = {
  pairWidth_m: quantity({
    unit: "m",
    meaning:
      "width of each transistor of the input pair; tail 2 times, cross-coupled and precharge transistors half of it",
    source: { kind: "derived", note: "three sigmas of the offset within 25 mV at 90 nm length" },
    low: 0.25e-6,
    high: 20e-6,
    default: 2.6e-6,
    scale: "log",
  }),
  pairLength_m: quantity({
    unit: "m",
    meaning:
      "channel length of the input pair; all other transistors have 45 nm; at another node all of them scale with it",
    source: { kind: "simulated", note: "45 nm and 90 nm were simulated; longer pairs match better and are slower" },
    low: 45e-9,
    high: 90e-9,
    default: 90e-9,
  }),
  supplyVoltage_V: quantity({
    unit: "V",
    isSupply: true,
    meaning: "supply of latch, clock and output buffer",
    source: { kind: "assumed", note: "nominal supply of the 45 nm node" },
    low: 0.7,
    high: 1.1,
    default: 1,
  }),
  resolution: quantity({
    unit: "1",
    meaning: "smallest node voltage, relative to the input voltage, that the latch resolves in the time it is given",
    source: { kind: "paper", note: "section II: below about 5 % beyond 25 inputs", reference: "sharad2013" },
    low: 0.002,
    high: 0.2,
    default: 0.05,
    scale: "log",
  }),
  settlingTimeConstants: quantity({
    unit: "1",
    meaning: "time constants of the node for which it settles before the latch is clocked",
    source: { kind: "derived", note: "ln(1/0.03): settled to 3 %" },
    low: 0.5,
    high: 10,
    default: 3.5,
  }),
  matchedReference: choice({
    options: ["dummy-column", "none"],
    meaning:
      "what the latch compares the node with: a column of equal conductance and capacitance with all rows at 0 V, or a stiff source",
    source: {
      kind: "simulated",
      note: "kickback on a stiff reference made every decision at 5 % and 80 uS wrong; with a matched one all were right at 1 %",
    },
    default: "dummy-column",
  }),
  wireCapacitance_F: quantity({
    unit: "F",
    meaning: "capacitance of the wire from the column to the latch",
    source: { kind: "assumed", note: "25 um at 0.2 fF/um" },
    low: 0,
    high: 50e-15,
    default: 5e-15,
  }),
  thresholdMismatch_V_m: quantity({
    unit: "V m",
    meaning: "Pelgrom coefficient of the threshold voltage of a pair",
    source: { kind: "recalled", note: "planar 65 nm to 45 nm processes: 2.5 to 4 mV um", reference: "pelgrom1989" },
    low: 2e-9,
    high: 4e-9,
    default: 3e-9,
  }),
  latchOffsetFactor: quantity({
    unit: "1",
    meaning: "offset of the whole latch relative to that of its pair",
    source: {
      kind: "simulated",
      note: "Monte Carlo of 24 samples: 19.7 mV of 14.1 mV at 1 um/45 nm, 9.1 mV of 7.1 mV at 2 um/90 nm; +-15 %",
    },
    low: 1,
    high: 2,
    default: 1.35,
  }),
  latchNoise_V: quantity({
    unit: "V",
    meaning: "input-referred noise of the latch at a pair of 1 um; falls as 1/sqrt(width)",
    source: {
      kind: "recalled",
      note: "published latches of this kind in 45 nm to 90 nm: 0.4 to 1 mV; their internal capacitance grows with the width",
      reference: "razavi2015",
    },
    low: 0,
    high: 5e-3,
    default: 0.6e-3,
  }),
  memoryOffset_V: quantity({
    unit: "V",
    meaning: "shift of the node voltage towards the output of the decision before, through kickback",
    source: { kind: "simulated", note: "about 2 mV remain with a matched reference" },
    low: 0,
    high: 20e-3,
    default: 2e-3,
  }),
  previousLevel: quantity({
    unit: "1",
    meaning:
      "node voltage of the decision before, relative to the input voltage, of which exp(-settlingTimeConstants) is left",
    source: { kind: "assumed", note: "the typical net over total current of a trained 25-input layer, about 10 %" },
    low: 0,
    high: 1,
    default: 0.1,
  }),
  clockWireCapacitance_F: quantity({
    unit: "F",
    meaning: "wire of the clock to one neuron",
    source: { kind: "assumed", note: "gates alone; 10 to 20 um of wire would add 2 to 4 fF" },
    low: 0,
    high: 20e-15,
    default: 0,
  }),
  offCurrent_A_m: quantity({
    unit: "A/m",
    meaning: "off-current per width",
    source: { kind: "literature", note: "45 nm high performance: 0.1 uA/um", reference: "chen2018" },
    low: 1e-4,
    high: 0.2,
    default: 0.1,
    scale: "log",
  }),
  dummyCellArea_m2: quantity({
    unit: "m^2",
    meaning: "area of one cell of the dummy column",
    source: { kind: "assumed", note: "a synapse at a pitch of 100 nm" },
    low: 0,
    high: 1e-12,
    default: 1e-14,
  }),
  layoutDerate: quantity({
    unit: "1",
    meaning: "delay and energy of the latch with layout capacitance relative to the schematic",
    source: { kind: "assumed", note: "1 is the schematic, as simulated; layout is expected to add 30 to 50 %" },
    low: 1,
    high: 2,
    default: 1,
  }),
  processCorner: choice({
    options: processCorners,
    meaning: "global corner of n- and p-channel transistors: 30 mV of threshold",
    source: { kind: "assumed", note: "three sigmas of a planar 45 nm process" },
    default: "TT",
  }),
  node: choice({
    options: technologyNodes,
    meaning: "technology node; other nodes than 45nm are extrapolated by the rules of scaling, with a warning",
    source: {
      kind: "literature",
      note: "transistor tables of NeuroSim for high-performance nodes",
      reference: "chen2018",
    },
    default: "45nm",
  }),
  layoutFactor: quantity({
    unit: "1",
    meaning: "layout area of the latch relative to the sum of its gate areas",
    source: { kind: "assumed", note: "diffusions, contacts and wiring of matched transistors" },
    low: 2,
    high: 20,
    default: 5,
    scale: "log",
  }),
};

/** Values of the parameters. */
export type LatchDesign = Design<typeof parameters>;
