/** A rectangle of cells and the lines that end at terminals. */
export interface ArrayShape {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Which ends of the lines have a terminal. A row has one terminal, which both of its ends may reach; so has a column. */
  readonly rowStart: boolean;
  readonly rowEnd: boolean;
  readonly columnStart: boolean;
  readonly columnEnd: boolean;
}

/**
 * One step of a reduction: a block of cells, or two neighbouring blocks that become one. Its nodes that no other block sees are
 * eliminated, the others remain as ports.
 */
export interface ReductionStep {
  /** Nodes of the step, first those that are eliminated. */
  readonly nodes: Int32Array;
  readonly pivotCount: number;
  /** First of its entries among the entries of all eliminated nodes, pivotCount * nodes.length of them. */
  readonly factorAt: number;
  /** Where its matrix stands while it is worked on, and where the matrix of the ports goes. */
  readonly workAt: number;
  readonly resultAt: number;
  /** The steps it joins, in the order in which they are done; none for cells. */
  readonly joined: readonly JoinedBlock[];
  /** Resistors of a block of cells: pairs of positions in `nodes`, and which resistor it is. */
  readonly resistors: Int32Array;
}

/** The ports of an earlier step among the nodes of a later one. */
interface JoinedBlock {
  readonly resultAt: number;
  readonly portCount: number;
  /** Position of each port among the nodes of the later step, increasing. */
  readonly position: Int32Array;
}

/** In which order the nodes of an array are eliminated, with the room this takes. */
export interface DissectionPlan {
  readonly shape: ArrayShape;
  /** In the order in which they are done. The last one has only terminals as ports. */
  readonly steps: readonly ReductionStep[];
  readonly workSize: number;
  readonly factorSize: number;
  readonly largestStep: number;
}

/** Numbers of the nodes and of the resistors of an array. */
export interface ArrayNumbering {
  readonly rowNode: (row: number, column: number) => number;
  readonly columnNode: (row: number, column: number) => number;
  readonly rowTerminal: (row: number) => number;
  readonly columnTerminal: (column: number) => number;
  readonly nodeCount: number;
}

/** Row nodes, column nodes, row terminals, column terminals. */
export function numbering({ rowCount, columnCount }: Pick<ArrayShape, "rowCount" | "columnCount">): ArrayNumbering {
  const cellCount = rowCount * columnCount;
  return {
    rowNode: (row, column) => row * columnCount + column,
    columnNode: (row, column) => cellCount + row * columnCount + column,
    rowTerminal: (row) => 2 * cellCount + row,
    columnTerminal: (column) => 2 * cellCount + rowCount + column,
    nodeCount: 2 * cellCount + rowCount + columnCount,
  };
}

/** Kinds of resistors, in the order in which their values stand one behind the other. */
export interface ResistorNumbering {
  readonly cell: (row: number, column: number) => number;
  /** Row segment before a cell; before the first one towards the terminal at the start. */
  readonly rowSegment: (row: number, column: number) => number;
  /** Column segment behind a cell; behind the last one towards the terminal at the end. */
  readonly columnSegment: (row: number, column: number) => number;
  readonly rowEnd: (row: number) => number;
  readonly columnStart: (column: number) => number;
  readonly count: number;
}

/** Cells, row segments, column segments, row ends, column starts. */
export function resistorNumbering({
  rowCount,
  columnCount,
}: Pick<ArrayShape, "rowCount" | "columnCount">): ResistorNumbering {
  const cellCount = rowCount * columnCount;
  return {
    cell: (row, column) => row * columnCount + column,
    rowSegment: (row, column) => cellCount + row * columnCount + column,
    columnSegment: (row, column) => 2 * cellCount + row * columnCount + column,
    rowEnd: (row) => 3 * cellCount + row,
    columnStart: (column) => 3 * cellCount + rowCount + column,
    count: 3 * cellCount + rowCount + columnCount,
  };
}

/** Half-open ranges of rows and columns. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Longest side of a block whose nodes are eliminated one by one; larger blocks are cut. */
const CELLS_ASIDE = 3;

/**
 * Nested dissection (A. George, SIAM J. Numer. Anal. 10, 345, 1973): a block of cells is cut across its longer side until pieces
 * are small. A cut through all rows of a block severs one wire per row, a cut through its columns one per column, so that cells
 * count as one layer although they have two nodes. For N x N cells with terminals this takes about 23 N^3 multiplications.
 */
export function dissect(shape: ArrayShape): DissectionPlan {
  const steps: ReductionStep[] = [];
  const size = { work: 0, factor: 0, largest: 0 };
  const position = new Int32Array(numbering(shape).nodeCount);

  const add = (
    pivots: readonly number[],
    ports: readonly number[],
    resultAt: number,
    workAt: number,
    parts: { readonly joined?: readonly PlacedPorts[]; readonly cells?: Block },
  ): PlacedPorts => {
    const nodes = Int32Array.from([...pivots, ...ports]);
    for (const [index, node] of nodes.entries()) position[node] = index;
    steps.push({
      nodes,
      pivotCount: pivots.length,
      factorAt: size.factor,
      workAt,
      resultAt,
      joined: (parts.joined ?? []).map((earlier) => ({
        resultAt: earlier.resultAt,
        portCount: earlier.ports.length,
        position: Int32Array.from(earlier.ports, (node) => position[node]!),
      })),
      resistors: parts.cells === undefined ? new Int32Array() : resistorsOf(shape, parts.cells, position),
    });
    size.factor += pivots.length * nodes.length;
    size.work = Math.max(size.work, workAt + nodes.length ** 2);
    size.largest = Math.max(size.largest, nodes.length);
    return { ports, resultAt, end: resultAt + ports.length ** 2 };
  };

  // Ports stand in the order in which the next step has them, so that a lower triangle is added to a lower triangle.
  const reduce = (block: Block, ports: readonly number[], at: number): PlacedPorts => {
    const height = block.bottom - block.top;
    const width = block.right - block.left;
    if (Math.max(height, width) <= CELLS_ASIDE) return add(innerNodes(shape, block), ports, at, at, { cells: block });
    const [first, second, cut] = halves(shape, block);
    const nodes = [...cut, ...ports];
    const one = reduce(first, amongPorts(shape, first, nodes, position), at);
    const other = reduce(second, amongPorts(shape, second, nodes, position), one.end);
    return add(cut, ports, at, other.end, { joined: [one, other] });
  };

  const whole = { top: 0, bottom: shape.rowCount, left: 0, right: shape.columnCount };
  reduce(whole, portsOf(shape, whole), 0);
  return { shape, steps, workSize: size.work, factorSize: size.factor, largestStep: size.largest };
}

/** The ports of a block in the order of `nodes`, which holds them all. */
function amongPorts(shape: ArrayShape, block: Block, nodes: readonly number[], position: Int32Array): number[] {
  for (const [index, node] of nodes.entries()) position[node] = index;
  return portsOf(shape, block).toSorted((one, other) => position[one]! - position[other]!);
}

interface PlacedPorts {
  readonly ports: readonly number[];
  readonly resultAt: number;
  readonly end: number;
}

/** The two halves of a block, and the nodes at which they meet. */
function halves(shape: ArrayShape, block: Block): [Block, Block, number[]] {
  const { rowNode, columnNode } = numbering(shape);
  const { top, bottom, left, right } = block;
  if (bottom - top > right - left) {
    const row = (top + bottom) >> 1;
    return [{ ...block, bottom: row }, { ...block, top: row }, span(left, right, (j) => columnNode(row - 1, j))];
  }
  const column = (left + right) >> 1;
  return [{ ...block, right: column }, { ...block, left: column }, span(top, bottom, (i) => rowNode(i, column - 1))];
}

/** The nodes that a block shares with others, and its terminals. The wire into a block belongs to it, from the node before. */
function portsOf(shape: ArrayShape, { top, bottom, left, right }: Block): number[] {
  const { rowNode, columnNode, rowTerminal, columnTerminal } = numbering(shape);
  const { rowCount, columnCount } = shape;
  const hasRowTerminals = (left === 0 && shape.rowStart) || (right === columnCount && shape.rowEnd);
  const hasColumnTerminals = (top === 0 && shape.columnStart) || (bottom === rowCount && shape.columnEnd);
  return [
    ...(left > 0 ? span(top, bottom, (i) => rowNode(i, left - 1)) : []),
    ...(right < columnCount ? span(top, bottom, (i) => rowNode(i, right - 1)) : []),
    ...(top > 0 ? span(left, right, (j) => columnNode(top - 1, j)) : []),
    ...(bottom < rowCount ? span(left, right, (j) => columnNode(bottom - 1, j)) : []),
    ...(hasRowTerminals ? span(top, bottom, rowTerminal) : []),
    ...(hasColumnTerminals ? span(left, right, columnTerminal) : []),
  ];
}

/** The nodes of a block's cells that are not among its ports. */
function innerNodes(shape: ArrayShape, { top, bottom, left, right }: Block): number[] {
  const { rowNode, columnNode } = numbering(shape);
  const lastColumn = right === shape.columnCount ? right : right - 1;
  const lastRow = bottom === shape.rowCount ? bottom : bottom - 1;
  return [
    ...span(top, bottom, (i) => i).flatMap((i) => span(left, lastColumn, (j) => rowNode(i, j))),
    ...span(top, lastRow, (i) => i).flatMap((i) => span(left, right, (j) => columnNode(i, j))),
  ];
}

/** Triples: positions of the two nodes, and the resistor between them. */
function resistorsOf(shape: ArrayShape, block: Block, position: Int32Array): Int32Array {
  const node = numbering(shape);
  const resistor = resistorNumbering(shape);
  const triples: number[] = [];
  const connect = (one: number, other: number, which: number): void => {
    triples.push(position[one]!, position[other]!, which);
  };
  for (let i = block.top; i < block.bottom; i++) {
    for (let j = block.left; j < block.right; j++) {
      connect(node.rowNode(i, j), node.columnNode(i, j), resistor.cell(i, j));
      if (j > 0) connect(node.rowNode(i, j - 1), node.rowNode(i, j), resistor.rowSegment(i, j));
      else if (shape.rowStart) connect(node.rowTerminal(i), node.rowNode(i, j), resistor.rowSegment(i, j));
      if (i > 0) connect(node.columnNode(i - 1, j), node.columnNode(i, j), resistor.columnSegment(i - 1, j));
      else if (shape.columnStart) connect(node.columnTerminal(j), node.columnNode(i, j), resistor.columnStart(j));
      if (j === shape.columnCount - 1 && shape.rowEnd)
        connect(node.rowNode(i, j), node.rowTerminal(i), resistor.rowEnd(i));
      if (i === shape.rowCount - 1 && shape.columnEnd)
        connect(node.columnNode(i, j), node.columnTerminal(j), resistor.columnSegment(i, j));
    }
  }
  return Int32Array.from(triples);
}

function span(from: number, to: number, nodeAt: (index: number) => number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => nodeAt(from + index));
}
