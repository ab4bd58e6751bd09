import { defaultsOf, randomAt } from "@neurofront/core";
import type { AnyDesign, ArrayLoad, InterconnectModel } from "@neurofront/core";
import crossbarPlugin from "@neurofront/crossbar";

export const crossbar = crossbarPlugin.models[0] as InterconnectModel;
const design: AnyDesign = {
  ...(defaultsOf(crossbar.parameters) as AnyDesign),
  wireResistance_ohm: 2.5,
  driver: "fixed",
  driverResistance_ohm: 100,
};

/** A square array with conductances from 10 to 300 uS. */
export function squareLoad(side: number): ArrayLoad {
  const random = randomAt(1, "bench", side);
  return {
    inputCount: side / 2,
    outputCount: side,
    conductance_S: Float64Array.from({ length: side * side }, () => 10e-6 * 30 ** random.uniform()),
    patterns: Float64Array.from({ length: side / 2 }, (_, k) => k % 2),
    patternCount: 1,
    inputVoltage_V: 0.1,
    neuronInputResistance_ohm: 60,
    temperature_K: 300,
    synapsePitch_m: 100e-9,
    synapseCapacitance_F: 0.11e-15,
    cycle_s: 1e-9,
  };
}

export function solved(load: ArrayLoad) {
  const answer = crossbar.solve(design, load);
  if (answer.status !== "ok") throw new Error("the array is possible");
  return answer;
}
