import { neighbourhoods } from "@neurofront/core";
import type { LabelledPatterns } from "@neurofront/core";
import type { LayerShape } from "./layer-shape.ts";
import type { MarginWeights } from "./margin-weights.ts";

/** Which weights of a layer may differ from zero, inputs x outputs, row-major: 1 where one may, 0 where there is no synapse. */
export type Connections = Uint8Array;

/**
 * The connections that a near-neighbour array has: those within the neighbourhood of each neuron. The last input is a bias, which
 * reaches every neuron.
 *
 * @param gridWidth sources in a row of the grid on which the inputs but the bias sit, row by row
 * @param radius rows and columns of the grid on every side of a neuron's place, >= 1
 */
export function nearConnections(
  { inputCount, outputCount }: Pick<LayerShape, "inputCount" | "outputCount">,
  gridWidth: number,
  radius: number,
): Connections {
  const connections = new Uint8Array(inputCount * outputCount);
  const near = neighbourhoods({ sourceCount: inputCount - 1, inputCount, outputCount, gridWidth, radius });
  for (const [neuron, neighbours] of near.entries())
    for (const { input } of neighbours) connections[input * outputCount + neuron] = 1;
  return connections;
}

/** Set to zero in place what has no synapse. */
export function keepConnected(values: Float64Array, connections: Connections): void {
  for (let at = 0; at < values.length; at++) if (connections[at] === 0) values[at] = 0;
}

/**
 * A single layer whose outputs are trained one after the other, each on the inputs it is connected to. That is the whole training
 * wherever the outputs do not depend on each other; nothing is cut from a dense solution.
 *
 * @param train called with one output: the patterns it must fire at have the label 0
 */
export async function trainConnected(
  connections: Connections,
  data: LabelledPatterns,
  outputCount: number,
  train: (data: LabelledPatterns) => MarginWeights | Promise<MarginWeights>,
): Promise<MarginWeights> {
  const inputCount = connections.length / outputCount;
  const weights = new Float64Array(connections.length);
  const unseparated: number[] = [];
  for (let output = 0; output < outputCount; output++) {
    const inputs = Array.from({ length: inputCount }, (_, input) => input).filter(
      (input) => connections[input * outputCount + output] === 1,
    );
    const column = await train(seenBy(output, inputs, data));
    if (column.unseparated.length > 0) unseparated.push(output);
    for (const [at, input] of inputs.entries()) weights[input * outputCount + output] = column.weights[at]!;
  }
  return { weights, unseparated };
}

/** The levels of some inputs, the output's own patterns against all others. */
function seenBy(
  output: number,
  inputs: readonly number[],
  { patterns, labels, count }: LabelledPatterns,
): LabelledPatterns {
  const width = patterns.length / count;
  const seen = Float64Array.from(
    { length: count * inputs.length },
    (_, at) => patterns[Math.floor(at / inputs.length) * width + inputs[at % inputs.length]!]!,
  );
  return { patterns: seen, labels: labels.map((label) => (label === output ? 0 : 1)), count };
}
