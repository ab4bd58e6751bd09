/** Where the sources and the neurons of a layer sit. */
export interface CellGrid {
  /** Sources on the grid, row by row; the inputs behind them are biases. */
  readonly sourceCount: number;
  readonly inputCount: number;
  readonly outputCount: number;
  /** Sources in a row of the grid. */
  readonly gridWidth: number;
  /** The neighbourhood is a square of 2 radius + 1 spacings on a side; sources with their centres in it are seen. */
  readonly radius: number;
}

/** An input that a neuron is connected to. */
export interface Neighbour {
  readonly input: number;
  /** Rows plus columns between them, in spacings of the grid; 0 for a bias, which is supplied at every neuron. */
  readonly distance: number;
}

/**
 * Inputs within the neighbourhood of each neuron. As many neurons as sources sit on the sources; any other number is spread over
 * the same rectangle, row by row, on a grid of the same proportions.
 */
export function neighbourhoods(grid: CellGrid): Neighbour[][] {
  const { sourceCount, inputCount, outputCount, radius } = grid;
  const width = Math.max(1, Math.min(grid.gridWidth, sourceCount));
  const height = Math.max(1, Math.ceil(sourceCount / width));
  const columns =
    outputCount === sourceCount ? width : Math.min(outputCount, Math.ceil(Math.sqrt((outputCount * width) / height)));
  const rows = outputCount === sourceCount ? height : Math.ceil(outputCount / columns);
  return Array.from({ length: outputCount }, (_, neuron) => {
    const x = (((neuron % columns) + 0.5) * width) / columns - 0.5;
    const y = ((Math.floor(neuron / columns) + 0.5) * height) / rows - 0.5;
    const near: Neighbour[] = [];
    for (let input = 0; input < inputCount; input++) {
      const across = Math.abs((input % width) - x);
      const along = Math.abs(Math.floor(input / width) - y);
      if (input >= sourceCount) near.push({ input, distance: 0 });
      else if (Math.max(across, along) < radius + 0.5) near.push({ input, distance: across + along });
    }
    return near;
  });
}

/** Share of all weights, as differences of the conductances of a pair, between inputs and neurons that are no neighbours. */
export function weightOutside(
  conductance_S: Float64Array,
  outputCount: number,
  near: readonly (readonly Neighbour[])[],
): number {
  const weight_S = (input: number, neuron: number): number =>
    Math.abs(conductance_S[2 * input * outputCount + neuron]! - conductance_S[(2 * input + 1) * outputCount + neuron]!);
  const inputCount = conductance_S.length / (2 * outputCount);
  let outside_S = 0;
  let all_S = 0;
  for (const [neuron, neighbours] of near.entries()) {
    const reached = new Set(neighbours.map(({ input }) => input));
    for (let input = 0; input < inputCount; input++) {
      const found_S = weight_S(input, neuron);
      all_S += found_S;
      if (!reached.has(input)) outside_S += found_S;
    }
  }
  return all_S > 0 ? outside_S / all_S : 0;
}
