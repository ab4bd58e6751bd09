import {
  blockLineParameters,
  choice,
  integer,
  lineWireParameters,
  quantity,
  rowDriverParameters,
  tileParameters,
  weightMappingParameters,
} from "@neurofront/plugin-kit";

/** What the kernel arrays of a convolution are built with. */
export const convolutionalParameters = {
  copies: integer({
    meaning:
      "kernel arrays that share the positions of a layer out; each takes its share one after the other, and a layer has no more of them than positions",
    source: { kind: "assumed", note: "one array with the kernels, used at every position" },
    low: 1,
    high: 4096,
    default: 1,
  }),
  windowFetch: choice({
    options: ["new", "all"],
    meaning:
      "what an array fetches for a position: only the activations that it did not have at the position before, shifted into place with the others; or all of them",
    source: { kind: "assumed", note: "shift registers at the rows keep what two windows share" },
    default: "new",
  }),
  bufferEnergy_J: quantity({
    unit: "J",
    meaning: "energy of reading or writing one activation in the buffer between layers",
    source: { kind: "assumed", note: "two flip-flops: the cell and its share of the selection" },
    low: 0,
    high: 1e-12,
    default: 7e-15,
  }),
  registerArea_m2: quantity({
    unit: "m^2",
    meaning: "area of one flip-flop, in the window registers at the rows and in the buffer",
    source: { kind: "recalled", note: "4.5 um^2 in open cell libraries of 45 nm" },
    low: 1e-13,
    high: 1e-10,
    default: 4.5e-12,
    scale: "log",
  }),
  windowTime_s: quantity({
    unit: "s",
    meaning: "time from the clock until the registers of a window have changed",
    source: { kind: "recalled", note: "clock to output of a 45 nm flip-flop with a buffer: 50 to 150 ps" },
    low: 0,
    high: 10e-9,
    default: 100e-12,
  }),
  ...blockLineParameters,
  ...lineWireParameters,
  ...rowDriverParameters,
  ...tileParameters,
  ...weightMappingParameters,
} as const;
