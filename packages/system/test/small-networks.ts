import { BIAS, denseLayer, idealDecisions, PADDING, randomAt } from "@neurofront/core";
import type { LabelledPatterns, PreparedWorkload, TrainedLayer } from "@neurofront/core";
import { orthogonalWorkload } from "./tiny-technology.ts";

/** Exclusive or by two layers: hidden neurons OR and NAND, outputs "different" and "alike". Every weighted sum is +-1 or +-3. */
export function exclusiveOr(): PreparedWorkload {
  const data: LabelledPatterns = {
    patterns: Float64Array.of(-1, -1, -1, 1, 1, -1, 1, 1),
    labels: Int32Array.of(1, 0, 0, 1),
    count: 4,
  };
  return {
    layers: [
      denseLayer(Float64Array.of(1, -1, 1, -1, 1, 1), 2, 2),
      denseLayer(Float64Array.of(1, -1, 1, -1, -1, 1), 2, 2),
    ],
    clean: data,
    test: data,
    quantities: {},
  };
}

/** Eight orthogonal patterns through hidden neurons of random weights; the outputs are trained by the perceptron rule. */
export function randomFeatures(hiddenCount: number, drive: TrainedLayer["drive"] = "bipolar"): PreparedWorkload {
  const { clean, test } = orthogonalWorkload();
  const random = randomAt(3, "random-features", hiddenCount);
  const inputCount = 9;
  const hidden = denseLayer(
    scaledColumns(
      Float64Array.from({ length: inputCount * hiddenCount }, () => 2 * random.uniform() - 1),
      hiddenCount,
    ),
    hiddenCount,
    inputCount,
    drive,
  );
  const [fires] = idealDecisions([hidden], clean);
  const level = (pattern: number, input: number): number => {
    if (input === hiddenCount) return 1;
    const fire = fires![pattern * hiddenCount + input]!;
    return drive === "bipolar" ? 2 * fire - 1 : fire;
  };
  const weights = new Float64Array((hiddenCount + 1) * 8);
  for (let epoch = 0; epoch < 300; epoch++)
    for (let pattern = 0; pattern < 8; pattern++)
      for (let output = 0; output < 8; output++) {
        const wanted = output === pattern ? 1 : -1;
        let sum = 0;
        for (let input = 0; input <= hiddenCount; input++) sum += level(pattern, input) * weights[input * 8 + output]!;
        if (wanted * sum > hiddenCount / 4) continue;
        for (let input = 0; input <= hiddenCount; input++)
          weights[input * 8 + output]! += wanted * level(pattern, input);
      }
  return {
    layers: [hidden, denseLayer(scaledColumns(weights, 8), 8, hiddenCount)],
    clean,
    test,
    quantities: {},
  };
}

/**
 * Images of 4 x 4 bipolar pixels under a window of 3 x 3 with padding (16 positions, two neurons), joined by OR over the four
 * quarters, and a dense layer of three outputs; weights are random and labels what the ideal network mostly says.
 */
export function smallConvolution(): PreparedWorkload {
  const random = randomAt(5, "small-convolution");
  const weightsOf = (inputCount: number, outputCount: number): Float64Array =>
    scaledColumns(
      Float64Array.from({ length: inputCount * outputCount }, () => 2 * random.uniform() - 1),
      outputCount,
    );
  // A strong bias, so that a neuron fires at one position in ten and its OR at one quarter in three.
  const windowWeights = weightsOf(10, 2).map((weight, index) => (index < 18 ? 0.4 * weight : -1));
  const gather: number[] = [];
  for (let y = 0; y < 4; y++)
    for (let x = 0; x < 4; x++) {
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [row, column] = [y + dy, x + dx];
          gather.push(row < 0 || row > 3 || column < 0 || column > 3 ? PADDING : row * 4 + column);
        }
      gather.push(BIAS);
    }
  const quarter = (top: number, left: number): number[] => [0, 1, 4, 5].map((offset) => top * 4 + left + offset);
  const layers: TrainedLayer[] = [
    {
      inputCount: 10,
      outputCount: 2,
      weights: windowWeights,
      positions: 16,
      gather: Int32Array.from(gather),
      drive: "unipolar",
      pool: {
        groupCount: 4,
        members: Int32Array.from([...quarter(0, 0), ...quarter(0, 2), ...quarter(2, 0), ...quarter(2, 2)]),
      },
    },
    denseLayer(weightsOf(9, 3), 3, 8),
  ];
  const data = (count: number): LabelledPatterns => {
    const patterns = Float64Array.from({ length: count * 16 }, () => (random.uniform() < 0.5 ? -1 : 1));
    const unlabelled = { patterns, labels: new Int32Array(count), count };
    const fires = idealDecisions(layers, unlabelled).at(-1)!;
    return {
      ...unlabelled,
      labels: Int32Array.from({ length: count }, (_, pattern) =>
        Math.max(0, fires.subarray(pattern * 3, pattern * 3 + 3).indexOf(1)),
      ),
    };
  };
  return { layers, clean: data(20), test: data(30), quantities: {} };
}

function scaledColumns(weights: Float64Array, outputCount: number): Float64Array {
  const largest = new Float64Array(outputCount);
  for (const [index, weight] of weights.entries())
    largest[index % outputCount] = Math.max(largest[index % outputCount]!, Math.abs(weight));
  return weights.map((weight, index) => weight / largest[index % outputCount]!);
}
