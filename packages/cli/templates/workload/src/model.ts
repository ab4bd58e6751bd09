import { denseLayer, randomAt } from "@neurofront/core";
import type { LabelledPatterns } from "@neurofront/core";
import { defineWorkload, integer, quantity } from "@neurofront/plugin-kit";

/** Walsh function `code` at place `k`: -1 to the number of ones that the two numbers share (Walsh, Am. J. Math. 45, 5 (1923)). */
export function walsh(code: number, k: number): number {
  let sign = 1;
  for (let shared = code & k; shared > 0; shared >>= 1) if ((shared & 1) === 1) sign = -sign;
  return sign;
}

/**
 * Codes of 2^order places that are orthogonal to each other. Each output is a matched filter: its weights are its code, and its
 * bias is half of the largest sum, so that exactly the output of the code that is shown has a positive sum.
 */
export const templateWorkload = defineWorkload({
  id: "template-workload",
  title: "Template workload",
  parameters: {
    order: integer({
      meaning: "binary logarithm of the number of places, and of codes",
      source: { kind: "assumed", note: "16 codes of 16 places" },
      low: 2,
      high: 5,
      default: 4,
    }),
    flips: quantity({
      unit: "1",
      meaning: "chance that a place of a test pattern has the wrong sign",
      source: { kind: "assumed", note: "5 % of the places" },
      low: 0.01,
      high: 0.3,
      default: 0.05,
    }),
    testPatterns: integer({
      meaning: "test patterns of each code",
      source: { kind: "assumed", note: "enough for a percent" },
      low: 5,
      high: 200,
      default: 20,
    }),
  },
  async prepare({ order, flips, testPatterns }, seed) {
    const places = 2 ** order;
    const inputCount = places + 1;
    const random = randomAt(seed, "template-workload");
    /** Patterns with the code `pattern % places`; the last input is the bias, always on. */
    const patternsOf = (count: number, chance: number): LabelledPatterns => ({
      count,
      labels: Int32Array.from({ length: count }, (_, pattern) => pattern % places),
      patterns: Float64Array.from({ length: count * inputCount }, (_, at) => {
        const k = at % inputCount;
        if (k === places) return 1;
        const level = walsh(Math.floor(at / inputCount) % places, k);
        return chance > 0 && random.uniform() < chance ? -level : level;
      }),
    });
    // The sum of a code with its own filter is the number of places, with any other 0. Half of it is the threshold; scaled to a
    // largest weight of 1 the bias of -places / 2 is that largest weight.
    const scale = places / 2;
    const weights = Float64Array.from({ length: inputCount * places }, (_, at) => {
      const k = Math.floor(at / places);
      return k === places ? -1 : walsh(at % places, k) / scale;
    });
    return {
      layers: [denseLayer(weights, places)],
      clean: patternsOf(places, 0),
      test: patternsOf(places * testPatterns, flips),
      quantities: { places },
    };
  },
});
