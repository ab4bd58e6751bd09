import type { OperatingPoint, ViewColumn } from "@neurofront/core";
import { defineView, integer } from "@neurofront/plugin-kit";
import { amplifierOf } from "./amplifier.ts";
import { decisionTime } from "./decision-time.ts";
import { parameters } from "./parameters.ts";

const settings = {
  points: integer({
    meaning: "tail currents, over the range of the parameter",
    source: { kind: "assumed", note: "smooth curves" },
    low: 2,
    high: 1000,
    default: 100,
  }),
};

/** What tail current buys, every other size held. */
export const sizing = defineView<typeof parameters, OperatingPoint, typeof settings>({
  id: "sizing",
  title: "Decision time, offset and crossover against tail current",
  meaning: "The tail current is swept over its range, inversion coefficients, lengths and output stage held.",
  settings,
  compute(design, operating, { points }) {
    const { low, high } = parameters.tailCurrent_A;
    const tailCurrent_A = Float64Array.from({ length: points }, (_, k) => low * (high / low) ** (k / (points - 1)));
    const rows = Array.from(tailCurrent_A, (current_A) => {
      const swept = { ...design, tailCurrent_A: current_A };
      const amplifier = amplifierOf(swept, operating);
      return { amplifier, decision: decisionTime(swept, amplifier, operating) };
    });
    const curve = (
      name: string,
      title: string,
      unit: ViewColumn["unit"],
      valueOf: (row: (typeof rows)[number]) => number,
    ): ViewColumn => ({ name, title, unit, values: Float64Array.from(rows, valueOf) });
    // Swing and output current do not depend on the tail: one is impossible when all are.
    const impossible = rows[0]!.decision;
    if (impossible.status === "impossible") return impossible;
    return {
      status: "ok",
      axis: { name: "tailCurrent_A", title: "tail current", unit: "A", values: tailCurrent_A },
      curves: [
        curve("settleDecision_s", "decision, settled", "s", ({ decision }) =>
          decision.status === "ok" ? decision.settleDecision_s : Number.NaN,
        ),
        curve("crossDecision_s", "decision, crossed", "s", ({ decision }) =>
          decision.status === "ok" ? decision.crossDecision_s : Number.NaN,
        ),
        curve("offsetSpread_V", "offset spread", "V", ({ amplifier }) => amplifier.offsetSpread_V),
        curve("pairWidth_m", "pair width", "m", ({ amplifier }) => amplifier.transistors.pair.width_m),
      ],
      axisScale: "log",
      curveScale: "log",
      quantities: { designTailCurrent_A: design.tailCurrent_A },
    };
  },
});
