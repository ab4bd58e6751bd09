import type { OperatingPoint, ViewColumn } from "@neurofront/core";
import { mosInProcess, transconductance_S } from "@neurofront/physics";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import type { parameters } from "./parameters.ts";
import { sizeTransistors } from "./transistors.ts";

const settings = {
  weakest: quantity({
    unit: "1",
    meaning: "inversion coefficient at the left end",
    source: { kind: "assumed", note: "weak inversion" },
    low: 0.001,
    high: 0.1,
    default: 0.01,
    scale: "log",
  }),
  strongest: quantity({
    unit: "1",
    meaning: "inversion coefficient at the right end",
    source: { kind: "assumed", note: "strong inversion" },
    low: 1,
    high: 100,
    default: 30,
    scale: "log",
  }),
  points: integer({
    meaning: "inversion coefficients",
    source: { kind: "assumed", note: "smooth curves" },
    low: 2,
    high: 1000,
    default: 100,
  }),
};

/** Transconductance per current against the inversion coefficient, for the lengths of pair, mirror and output transistor. */
export const gmOverId = defineView<typeof parameters, OperatingPoint, typeof settings>({
  id: "gm-over-id",
  title: "Transconductance per current",
  meaning:
    "gm/ID of transistors with the lengths of the design, at its corner, node and temperature, against their inversion coefficient; the quantities are where the design sits.",
  settings,
  compute(design, { temperature_K }, { weakest, strongest, points }) {
    const process = { node: design.node, corner: design.processCorner, temperature_K };
    const inversion = Float64Array.from(
      { length: points },
      (_, k) => weakest * (strongest / weakest) ** (k / (points - 1)),
    );
    const curve = (name: string, title: string, polarity: "n" | "p", length_m: number): ViewColumn => {
      const mos = mosInProcess(polarity, length_m, process);
      return { name, title, unit: "S/A", values: inversion.map((at) => transconductance_S(mos, at, 1)) };
    };
    const { pair, mirror, output } = sizeTransistors(design, temperature_K);
    return {
      status: "ok",
      axis: { name: "inversion", title: "inversion coefficient", unit: "1", values: inversion },
      curves: [
        curve("pairEfficiency_S_A", "pair", "n", design.pairLength_m),
        curve("mirrorEfficiency_S_A", "mirror", "p", design.mirrorLength_m),
        curve("outputEfficiency_S_A", "output transistor", "p", design.outputLength_m),
      ],
      axisScale: "log",
      curveScale: "linear",
      quantities: {
        pairInversion: pair.inversion,
        mirrorInversion: mirror.inversion,
        outputInversion: output.inversion,
        pairWidth_m: pair.width_m,
        mirrorWidth_m: mirror.width_m,
        outputWidth_m: output.width_m,
      },
    };
  },
});
