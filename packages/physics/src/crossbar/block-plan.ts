import { numbering, resistorNumbering } from "./array-numbering.ts";
import type { ArrayNumbering, ArrayShape } from "./array-numbering.ts";

/**
 * How the nodes of a block of cells are eliminated that no other block sees. It holds for every block of the array with as many
 * rows and columns and with the same sides in the same order, wherever it stands: numbers of nodes and resistors are those of a
 * block whose first cell would be at the origin, and move with it.
 */
export interface BlockPlan {
  /** Nodes, first those that are eliminated, then the ports; where blocks stand, `moved` says which they are. */
  readonly nodes: Int32Array;
  /** How each of the nodes moves. */
  readonly nodeMoves: Uint8Array;
  readonly pivotCount: number;
  readonly portCount: number;
  /** Two neighbouring blocks that become one, in the order in which they are done; none for cells. */
  readonly halves: readonly BlockHalf[];
  /** Resistors of a block of cells, triples: entry of the matrix of the nodes below its diagonal, resistor, how it moves. */
  readonly resistors: Int32Array;
}

interface BlockHalf {
  readonly plan: BlockPlan;
  /** Where its first cell is in the block. */
  readonly down: number;
  readonly right: number;
  /** Position of each of its ports among the nodes of the block, increasing. */
  readonly position: Int32Array;
}

/** What numbers go up by, by kind of move, when a block moves: of cells, of rows and of columns. */
export type BlockMove = readonly [cells: number, rows: number, columns: number];

/** The move of a block from the origin. */
export function blockMove({ columnCount }: Pick<ArrayShape, "columnCount">, top: number, left: number): BlockMove {
  return [top * columnCount + left, top, left];
}

const OF_CELLS = 0;
const OF_ROWS = 1;
const OF_COLUMNS = 2;

/** Half-open ranges of rows and columns. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where a block meets others, or terminals. */
type Side = "left" | "right" | "top" | "bottom" | "row terminals" | "column terminals";

/** Longest side of a block whose nodes are eliminated one by one; larger blocks are cut. */
const CELLS_ASIDE = 3;

/**
 * Plan of a whole array. A block is cut across its longer side, and where the cut stands does not depend on where the block does,
 * so that an array has few kinds of blocks, each of which is planned once: 64 x 64 cells have 2 047 blocks of 151 kinds.
 */
export function planBlocks(shape: ArrayShape): BlockPlan {
  const known = new Map<string, BlockPlan>();
  const grid = numbering(shape);
  const position = new Int32Array(grid.nodeCount);

  const planned = (block: Block, sides: readonly Side[]): BlockPlan => {
    const kind = [block.bottom - block.top, block.right - block.left, ...sides].join();
    let plan = known.get(kind);
    if (plan === undefined) {
      plan = planBlock(block, sides);
      known.set(kind, plan);
    }
    return plan;
  };

  const planBlock = (block: Block, sides: readonly Side[]): BlockPlan => {
    const parts = partsOf(block).map(({ part, cutSide }) => {
      // Ports stand in the order in which the block has them, so that a lower triangle is added to a lower triangle.
      const own = [cutSide, ...sides.filter((side) => side !== cutSide && hasSide(shape, part, side))];
      return { part, plan: planned(part, own), ports: own.map((side) => nodesAt(grid, part, side)) };
    });
    const isCut = parts.length > 0;
    const pivots = isCut ? [parts[0]!.ports[0]!] : innerNodes(grid, shape, block);
    const ports = sides.map((side) => nodesAt(grid, block, side));
    const runs = [...pivots, ...ports];
    const nodes = numbersOf(runs);
    for (let k = 0; k < nodes.length; k++) position[nodes[k]!] = k;
    return {
      ...atOrigin(shape, block, runs),
      pivotCount: countOf(pivots),
      portCount: countOf(ports),
      halves: parts.map(({ part, plan, ports: shared }) => ({
        plan,
        down: part.top - block.top,
        right: part.left - block.left,
        position: numbersOf(shared).map((node) => position[node]!),
      })),
      resistors: isCut ? new Int32Array() : resistorsOf(shape, block, position, nodes.length),
    };
  };

  const whole = { top: 0, bottom: shape.rowCount, left: 0, right: shape.columnCount };
  const terminals = (["row terminals", "column terminals"] as const).filter((side) => hasSide(shape, whole, side));
  return planned(whole, terminals);
}

/** Nodes of a line, whose numbers are evenly spaced. */
interface NodeRun {
  readonly first: number;
  readonly step: number;
  readonly count: number;
  readonly kind: typeof OF_CELLS | typeof OF_ROWS | typeof OF_COLUMNS;
}

function countOf(runs: readonly NodeRun[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

function numbersOf(runs: readonly NodeRun[]): Int32Array {
  const numbers = new Int32Array(countOf(runs));
  let at = 0;
  for (const { first, step, count } of runs) for (let k = 0; k < count; k++) numbers[at++] = first + k * step;
  return numbers;
}

/** Numbers of nodes as they would be if the block's first cell were at the origin, and how they move from there. */
function atOrigin(
  shape: ArrayShape,
  { top, left }: Block,
  runs: readonly NodeRun[],
): Pick<BlockPlan, "nodes" | "nodeMoves"> {
  const move = blockMove(shape, top, left);
  const nodeMoves = new Uint8Array(countOf(runs));
  let at = 0;
  for (const { count, kind } of runs) nodeMoves.fill(kind, at, (at += count));
  return { nodes: numbersOf(runs.map((run) => ({ ...run, first: run.first - move[run.kind] }))), nodeMoves };
}

/** A half of a block, and the side at which it was cut. */
interface BlockPart {
  readonly part: Block;
  readonly cutSide: Side;
}

/** The halves of a block, cut across its longer side; none of a small one. */
function partsOf(block: Block): BlockPart[] {
  const { top, bottom, left, right } = block;
  if (Math.max(bottom - top, right - left) <= CELLS_ASIDE) return [];
  if (bottom - top > right - left) {
    const row = (top + bottom) >> 1;
    return [
      { part: { ...block, bottom: row }, cutSide: "bottom" },
      { part: { ...block, top: row }, cutSide: "top" },
    ];
  }
  const column = (left + right) >> 1;
  return [
    { part: { ...block, right: column }, cutSide: "right" },
    { part: { ...block, left: column }, cutSide: "left" },
  ];
}

/** Whether a half of a block reaches a side which the block has, and at which it was not cut. */
function hasSide(shape: ArrayShape, { top, bottom, left, right }: Block, side: Side): boolean {
  if (side === "row terminals") return (left === 0 && shape.rowStart) || (right === shape.columnCount && shape.rowEnd);
  if (side === "column terminals")
    return (top === 0 && shape.columnStart) || (bottom === shape.rowCount && shape.columnEnd);
  return true;
}

/** The nodes that a block shares with others on a side, or its terminals. The wire into a block belongs to it, from the node before. */
function nodesAt(grid: ArrayNumbering, { top, bottom, left, right }: Block, side: Side): NodeRun {
  const { rowNode, columnNode, rowTerminal, columnTerminal } = grid;
  const ofRows: Omit<NodeRun, "first"> = { step: rowNode(1, 0) - rowNode(0, 0), count: bottom - top, kind: OF_CELLS };
  const ofColumns: Omit<NodeRun, "first"> = { step: 1, count: right - left, kind: OF_CELLS };
  if (side === "left") return { ...ofRows, first: rowNode(top, left - 1) };
  if (side === "right") return { ...ofRows, first: rowNode(top, right - 1) };
  if (side === "top") return { ...ofColumns, first: columnNode(top - 1, left) };
  if (side === "bottom") return { ...ofColumns, first: columnNode(bottom - 1, left) };
  return side === "row terminals"
    ? { ...ofRows, first: rowTerminal(top), step: 1, kind: OF_ROWS }
    : { ...ofColumns, first: columnTerminal(left), kind: OF_COLUMNS };
}

/** The nodes of a block's cells that are not among its ports. */
function innerNodes(
  { rowNode, columnNode }: ArrayNumbering,
  shape: ArrayShape,
  { top, bottom, left, right }: Block,
): NodeRun[] {
  const columns = (right === shape.columnCount ? right : right - 1) - left;
  const lastRow = bottom === shape.rowCount ? bottom : bottom - 1;
  const runs: NodeRun[] = [];
  for (let i = top; i < bottom; i++) runs.push({ first: rowNode(i, left), step: 1, count: columns, kind: OF_CELLS });
  for (let i = top; i < lastRow; i++)
    runs.push({ first: columnNode(i, left), step: 1, count: right - left, kind: OF_CELLS });
  return runs;
}

/** The resistors of a block, which end at nodes with a `position` in a matrix of `size` rows. */
function resistorsOf(shape: ArrayShape, block: Block, position: Int32Array, size: number): Int32Array {
  const node = numbering(shape);
  const resistor = resistorNumbering(shape);
  const move = blockMove(shape, block.top, block.left);
  const triples: number[] = [];
  const connect = (one: number, other: number, which: number, kind: number): void => {
    const [a, b] = [position[one]!, position[other]!];
    triples.push(Math.max(a, b) * size + Math.min(a, b), which - move[kind]!, kind);
  };
  for (let i = block.top; i < block.bottom; i++) {
    for (let j = block.left; j < block.right; j++) {
      connect(node.rowNode(i, j), node.columnNode(i, j), resistor.cell(i, j), OF_CELLS);
      if (j > 0) connect(node.rowNode(i, j - 1), node.rowNode(i, j), resistor.rowSegment(i, j), OF_CELLS);
      else if (shape.rowStart) connect(node.rowTerminal(i), node.rowNode(i, j), resistor.rowSegment(i, j), OF_CELLS);
      if (i > 0) connect(node.columnNode(i - 1, j), node.columnNode(i, j), resistor.columnSegment(i - 1, j), OF_CELLS);
      else if (shape.columnStart)
        connect(node.columnTerminal(j), node.columnNode(i, j), resistor.columnStart(j), OF_COLUMNS);
      if (j === shape.columnCount - 1 && shape.rowEnd)
        connect(node.rowNode(i, j), node.rowTerminal(i), resistor.rowEnd(i), OF_ROWS);
      if (i === shape.rowCount - 1 && shape.columnEnd)
        connect(node.columnNode(i, j), node.columnTerminal(j), resistor.columnSegment(i, j), OF_CELLS);
    }
  }
  return Int32Array.from(triples);
}
