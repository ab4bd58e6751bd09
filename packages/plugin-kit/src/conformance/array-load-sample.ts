import { randomAt } from "@neurofront/core";
import type { ArrayLoad } from "@neurofront/core";

const SIZES: readonly (readonly [inputs: number, outputs: number])[] = [
  [1, 1],
  [2, 3],
  [5, 4],
  [8, 2],
  [3, 6],
];
/** A perfect ground, a spin neuron, an amplifier, a voltage sense. */
const NEURONS_OHM = [0, 50, 5e3, Infinity];
const RANDOM_PATTERNS = 4;

/** The load number `k` of a fixed series of small random arrays; pattern 0 is all zeros, pattern 1 all ones. */
export function arrayLoadAt(k: number): ArrayLoad {
  const [inputCount, outputCount] = SIZES[k % SIZES.length]!;
  const random = randomAt(0, "conformance-array", k);
  const patternCount = RANDOM_PATTERNS + 2;
  return {
    inputCount,
    outputCount,
    conductance_S: Float64Array.from({ length: 2 * inputCount * outputCount }, () => 10 ** (-6 + 3 * random.uniform())),
    patterns: Float64Array.from({ length: patternCount * inputCount }, (_, at) => {
      const pattern = Math.floor(at / inputCount);
      return pattern < 2 ? pattern : 2 * random.uniform() - 1;
    }),
    patternCount,
    inputVoltage_V: Number((5e-3 * 100 ** random.uniform()).toPrecision(4)),
    neuronInputResistance_ohm: NEURONS_OHM[k % NEURONS_OHM.length]!,
    temperature_K: Number((250 + 150 * random.uniform()).toPrecision(4)),
    synapsePitch_m: Number((2e-8 * 20 ** random.uniform()).toPrecision(4)),
    synapseCapacitance_F: Number((1e-17 * 30 ** random.uniform()).toPrecision(4)),
    cycle_s: Number((1e-10 * 1e3 ** random.uniform()).toPrecision(4)),
  };
}

/** The load with synapses so weak, at most `largest_S`, that no wire, driver or neuron loads them. */
export function weakened(load: ArrayLoad, largest_S: number, neuronInputResistance_ohm: number): ArrayLoad {
  const scale = largest_S / load.conductance_S.reduce((largest, value) => Math.max(largest, value), 0);
  return { ...load, neuronInputResistance_ohm, conductance_S: load.conductance_S.map((value) => value * scale) };
}

/** The load with all input levels times a factor. */
export function driven(load: ArrayLoad, factor: number): ArrayLoad {
  return { ...load, patterns: load.patterns.map((level) => level * factor) };
}
