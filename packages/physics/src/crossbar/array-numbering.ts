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
