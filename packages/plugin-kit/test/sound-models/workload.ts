import { denseLayer, idealAccuracy, randomAt } from "@neurofront/core";
import type { LabelledPatterns, WorkloadModel } from "@neurofront/core";
import { defineWorkload, integer, quantity } from "../../src/define.ts";

const source = { kind: "assumed", note: "an example" } as const;
const OUTPUTS = 3;
/** One input for each output, and the bias. */
const INPUTS = OUTPUTS + 1;

/** One-hot bipolar patterns; the test set scales each input down. */
export const soundWorkload: WorkloadModel = defineWorkload({
  id: "sound-workload",
  title: "Sound workload",
  parameters: {
    samples: integer({ meaning: "test patterns of each output", source, low: 1, high: 20, default: 5 }),
    fading: quantity({ unit: "1", meaning: "largest loss of an input level", source, low: 0, high: 1, default: 0.9 }),
  },
  async prepare({ samples, fading }, seed) {
    const weights = new Float64Array(INPUTS * OUTPUTS);
    for (let output = 0; output < OUTPUTS; output++) {
      weights[output * OUTPUTS + output] = 1;
      weights[OUTPUTS * OUTPUTS + output] = -0.25;
    }
    const layers = [denseLayer(weights, OUTPUTS)];
    const set = (repeats: number, level: () => number): LabelledPatterns => {
      const count = repeats * OUTPUTS;
      return {
        count,
        labels: Int32Array.from({ length: count }, (_, pattern) => pattern % OUTPUTS),
        patterns: Float64Array.from({ length: count * INPUTS }, (_, at) => {
          const input = at % INPUTS;
          if (input === OUTPUTS) return 1;
          return (Math.floor(at / INPUTS) % OUTPUTS === input ? 1 : -1) * level();
        }),
      };
    };
    const random = randomAt(seed, "sound-workload");
    const clean = set(1, () => 1);
    const test = set(samples, () => 1 - fading * random.uniform());
    return {
      layers,
      clean,
      test,
      quantities: { idealAccuracy: idealAccuracy(layers, clean), idealTestAccuracy: idealAccuracy(layers, test) },
    };
  },
});
