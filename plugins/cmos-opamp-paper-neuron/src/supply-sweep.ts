import type { OperatingPoint, ViewColumn } from "@neurofront/core";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import { decisionOf } from "./decision.ts";
import type { PaperDesign, parameters } from "./parameters.ts";
import { paperEnergy_J, sizeForSupply } from "./sizing.ts";

const settings = {
  lowestSupply_V: quantity({
    unit: "V",
    meaning: "supply at the left end",
    source: { kind: "assumed", note: "within the calibration" },
    low: 0.75,
    high: 0.95,
    default: 0.8,
  }),
  highestSupply_V: quantity({
    unit: "V",
    meaning: "supply at the right end",
    source: { kind: "assumed", note: "within the calibration" },
    low: 1,
    high: 1.2,
    default: 1.2,
  }),
  points: integer({
    meaning: "supplies",
    source: { kind: "assumed", note: "steps of 1 mV" },
    low: 2,
    high: 2001,
    default: 401,
  }),
};

/**
 * The four curves of figure 2 of the reference paper: power, delay, energy and energy-delay product of amplifier and synapses
 * against the supply, the conductance of the column held. The inputs follow the supply, plus and minus half of it.
 */
export const supplySweep = defineView<typeof parameters, OperatingPoint, typeof settings>({
  id: "supply-sweep",
  title: "Power, delay, energy and energy-delay product against the supply",
  meaning: "The amplifier is drawn anew for each supply; column conductance and temperature are held.",
  settings,
  compute(design: PaperDesign, operating, { lowestSupply_V, highestSupply_V, points }) {
    const { columnConductance_S, temperature_K, conventions } = operating;
    const supply_V = Float64Array.from(
      { length: points },
      (_, k) => lowestSupply_V + (k / (points - 1)) * (highestSupply_V - lowestSupply_V),
    );
    const power_W = new Float64Array(points);
    const delay_s = new Float64Array(points);
    const energy_J = new Float64Array(points);
    const product_J_s = new Float64Array(points);
    supply_V.forEach((supply, k) => {
      const point = { supply_V: supply, columnConductance_S, temperature_K };
      const sizing = sizeForSupply(design, point, decisionOf(design, conventions));
      power_W[k] = sizing.amplifierPower_W + sizing.synapsePower_W;
      delay_s[k] = conventions.cmosDelay === "cycle" ? sizing.period_s : sizing.decision_s;
      energy_J[k] = paperEnergy_J(sizing);
      product_J_s[k] = energy_J[k] * delay_s[k];
    });
    const best = product_J_s.indexOf(Math.min(...product_J_s));
    return {
      status: "ok",
      axis: { name: "supplyVoltage_V", title: "supply", unit: "V", values: supply_V },
      curves: [
        column("power_W", "power", "W", power_W),
        column("delay_s", "delay", "s", delay_s),
        column("energy_J", "energy", "J", energy_J),
        column("edp_J_s", "energy-delay product", "J s", product_J_s),
      ],
      axisScale: "linear",
      curveScale: "log",
      quantities: {
        optimumSupply_V: supply_V[best]!,
        optimumPower_W: power_W[best]!,
        optimumDelay_s: delay_s[best]!,
        optimumEnergy_J: energy_J[best]!,
        optimumEdp_J_s: product_J_s[best]!,
        leastEnergySupply_V: supply_V[energy_J.indexOf(Math.min(...energy_J))]!,
      },
    };
  },
});

function column(name: string, title: string, unit: ViewColumn["unit"], values: Float64Array): ViewColumn {
  return { name, title, unit, values };
}
