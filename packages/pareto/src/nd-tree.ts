/** Points of a leaf before it is split. */
const LEAF = 20;

interface Node {
  /** Ideal and nadir of the points below; they are widened by insertions and not narrowed by removals. */
  readonly bounds: Float64Array;
  /** Of a leaf, the points row by row, their ids, and how many there are. */
  rows: Float64Array;
  ids: Float64Array;
  count: number;
  /** Of any other node. */
  children: Node[] | undefined;
}

const COVERED = 1;
const EMPTY = 2;
const KEPT = 3;

type Outcome = typeof COVERED | typeof EMPTY | typeof KEPT;

/**
 * The non-dominated points of three or more minimised objectives among all that were added: an ND-tree (Jaszkiewicz and Lust,
 * IEEE Trans. Evol. Comput. 22, 778 (2018)). A subtree is passed over when its bounds show that nothing in it compares with
 * the new point.
 */
export class NdTree {
  readonly #width: number;
  #root: Node | undefined;
  #size = 0;

  constructor(objectiveCount: number) {
    this.#width = objectiveCount;
  }

  get size(): number {
    return this.#size;
  }

  /** @returns true when no earlier point is as good in all objectives; the points it dominates are gone */
  add(objectives: ArrayLike<number>, id: number): boolean {
    if (this.#root !== undefined) {
      const outcome = this.#update(this.#root, objectives);
      if (outcome === COVERED) return false;
      if (outcome === EMPTY) this.#root = undefined;
    }
    this.#root ??= emptyLeaf(this.#width);
    insert(this.#root, objectives, id, this.#width);
    this.#size++;
    return true;
  }

  /** Removes what the new point dominates; stops when something covers it. */
  #update(node: Node, objectives: ArrayLike<number>): Outcome {
    const width = this.#width;
    const { bounds } = node;
    // Whether the new point is at least as good, or at most as good, as the corners everywhere.
    let aboveNadir = true;
    let belowIdeal = true;
    let belowNadir = true;
    let aboveIdeal = true;
    for (let m = 0; m < width; m++) {
      const value = objectives[m]!;
      const ideal = bounds[m]!;
      const nadir = bounds[width + m]!;
      if (value < nadir) aboveNadir = false;
      else if (value > nadir) belowNadir = false;
      if (value < ideal) aboveIdeal = false;
      else if (value > ideal) belowIdeal = false;
    }
    if (aboveNadir) return COVERED;
    if (belowIdeal) {
      this.#size -= pointCount(node);
      return EMPTY;
    }
    if (!aboveIdeal && !belowNadir) return KEPT;
    return node.children === undefined
      ? this.#updateLeaf(node, objectives)
      : this.#updateChildren(node, node.children, objectives);
  }

  #updateLeaf(node: Node, objectives: ArrayLike<number>): Outcome {
    const width = this.#width;
    const { rows, ids, count } = node;
    let kept = 0;
    for (let k = 0; k < count; k++) {
      let oldBetter = false;
      let newBetter = false;
      for (let m = 0; m < width; m++) {
        const difference = rows[k * width + m]! - objectives[m]!;
        if (difference < 0) oldBetter = true;
        else if (difference > 0) newBetter = true;
      }
      if (!newBetter) return COVERED;
      if (!oldBetter) continue;
      if (kept < k) {
        rows.copyWithin(kept * width, k * width, (k + 1) * width);
        ids[kept] = ids[k]!;
      }
      kept++;
    }
    this.#size -= count - kept;
    node.count = kept;
    return kept === 0 ? EMPTY : KEPT;
  }

  #updateChildren(node: Node, children: Node[], objectives: ArrayLike<number>): Outcome {
    let kept = 0;
    for (let k = 0; k < children.length; k++) {
      const outcome = this.#update(children[k]!, objectives);
      // Nothing was removed: a dominated point would be covered too.
      if (outcome === COVERED) return COVERED;
      if (outcome === KEPT) children[kept++] = children[k]!;
    }
    children.length = kept;
    return kept === 0 ? EMPTY : KEPT;
  }

  /** The ids of all points, in no particular order. */
  ids(): number[] {
    const ids: number[] = [];
    const open = this.#root === undefined ? [] : [this.#root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.children === undefined) ids.push(...node.ids.subarray(0, node.count));
      else open.push(...node.children);
    }
    return ids;
  }
}

function emptyLeaf(width: number): Node {
  const bounds = new Float64Array(2 * width);
  bounds.fill(Infinity, 0, width);
  bounds.fill(-Infinity, width);
  const rows = new Float64Array((LEAF + 1) * width);
  return { bounds, rows, ids: new Float64Array(LEAF + 1), count: 0, children: undefined };
}

function insert(root: Node, objectives: ArrayLike<number>, id: number, width: number): void {
  let node = root;
  widen(node, objectives, width);
  while (node.children !== undefined) {
    node = nearestChild(node.children, objectives, width);
    widen(node, objectives, width);
  }
  append(node, objectives, 0, id, width);
  if (node.count > LEAF) split(node, width);
}

function widen({ bounds }: Node, objectives: ArrayLike<number>, width: number): void {
  for (let m = 0; m < width; m++) {
    const value = objectives[m]!;
    if (value < bounds[m]!) bounds[m] = value;
    if (value > bounds[width + m]!) bounds[width + m] = value;
  }
}

/** The one with the middle of its bounds nearest. */
function nearestChild(children: readonly Node[], objectives: ArrayLike<number>, width: number): Node {
  let nearest = children[0]!;
  let least = Infinity;
  for (let k = 0; k < children.length; k++) {
    const { bounds } = children[k]!;
    let distance = 0;
    for (let m = 0; m < width; m++) {
      const offset = objectives[m]! - 0.5 * (bounds[m]! + bounds[width + m]!);
      distance += offset * offset;
    }
    if (distance < least) {
      least = distance;
      nearest = children[k]!;
    }
  }
  return nearest;
}

/** @param start where the point begins in `rows` */
function append(leaf: Node, rows: ArrayLike<number>, start: number, id: number, width: number): void {
  for (let m = 0; m < width; m++) leaf.rows[leaf.count * width + m] = rows[start + m]!;
  leaf.ids[leaf.count++] = id;
}

/** Turns a leaf into a node with one child more than objectives, begun with points far from each other. */
function split(node: Node, width: number): void {
  const { rows, ids, count } = node;
  const child = new Int32Array(count).fill(0);
  /** Squared, to the nearest of the points that begin a child. */
  const nearest = new Float64Array(count).fill(Infinity);
  let seed = 0;
  for (let c = 0; c <= width; c++) {
    for (let k = 0; k < count; k++) {
      const distance = squaredDistance(rows, seed, k, width);
      if (distance >= nearest[k]!) continue;
      nearest[k] = distance;
      child[k] = c;
    }
    seed = nearest.indexOf(Math.max(...nearest));
  }
  const children = Array.from({ length: width + 1 }, () => emptyLeaf(width));
  for (let k = 0; k < count; k++) {
    const leaf = children[child[k]!]!;
    append(leaf, rows, k * width, ids[k]!, width);
    widen(leaf, rows.subarray(k * width, (k + 1) * width), width);
  }
  node.children = children.filter((one) => one.count > 0);
  node.rows = new Float64Array(0);
  node.ids = node.rows;
  node.count = 0;
}

function squaredDistance(rows: Float64Array, a: number, b: number, width: number): number {
  let sum = 0;
  for (let m = 0; m < width; m++) sum += (rows[a * width + m]! - rows[b * width + m]!) ** 2;
  return sum;
}

function pointCount({ children, count }: Node): number {
  if (children === undefined) return count;
  return children.reduce((sum, child) => sum + pointCount(child), 0);
}
