/**
 * Where the sources and the neurons of a layer sit in a near-neighbour array, as cellular neural networks have (Chua and Yang,
 * IEEE Transactions on Circuits and Systems 35, 1257 (1988)). Training and interconnect mean the same places.
 */
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
