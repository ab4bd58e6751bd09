/** Points of a leaf before it is split. */
const LEAF = 20;

interface Point {
  readonly objectives: ArrayLike<number>;
  readonly id: number;
}

interface Node {
  /** Bounds of the points below, componentwise; they are widened by insertions and not narrowed by removals. */
  readonly ideal: Float64Array;
  readonly nadir: Float64Array;
  points: Point[] | undefined;
  children: Node[];
}

/**
 * The non-dominated points of three or more minimised objectives among all that were added: an ND-tree (Jaszkiewicz and Lust,
 * IEEE Trans. Evol. Comput. 22, 778 (2018)). A subtree is passed over when its bounds show that nothing in it compares with
 * the new point.
 */
export class NdTree {
  readonly #objectiveCount: number;
  #root: Node | undefined;
  #size = 0;

  constructor(objectiveCount: number) {
    this.#objectiveCount = objectiveCount;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * @param objectives not changed afterwards
   * @returns true when no earlier point is as good in all objectives; the points it dominates are gone
   */
  add(objectives: ArrayLike<number>, id: number): boolean {
    if (this.#root !== undefined) {
      const outcome = this.#update(this.#root, objectives);
      if (outcome === COVERED) return false;
      if (outcome === EMPTY) this.#root = undefined;
    }
    const point = { objectives, id };
    if (this.#root === undefined) this.#root = leaf([point], this.#objectiveCount);
    else insert(this.#root, point, this.#objectiveCount);
    this.#size++;
    return true;
  }

  /** Removes what the new point dominates; stops when something covers it. */
  #update(node: Node, objectives: ArrayLike<number>): typeof COVERED | typeof EMPTY | typeof KEPT {
    const { ideal, nadir } = node;
    let belowNadir = true;
    let aboveNadir = true;
    let belowIdeal = true;
    let aboveIdeal = true;
    for (let k = 0; k < ideal.length; k++) {
      const value = objectives[k]!;
      if (value < nadir[k]!) aboveNadir = false;
      else if (value > nadir[k]!) belowNadir = false;
      if (value < ideal[k]!) aboveIdeal = false;
      else if (value > ideal[k]!) belowIdeal = false;
    }
    if (aboveNadir) return COVERED;
    if (belowIdeal) {
      this.#size -= pointCount(node);
      return EMPTY;
    }
    if (!aboveIdeal && !belowNadir) return KEPT;
    if (node.points !== undefined) {
      const { points } = node;
      let kept = 0;
      for (let k = 0; k < points.length; k++) {
        const point = points[k]!;
        const order = compare(point.objectives, objectives);
        if (order <= 0) return COVERED;
        if (order !== BETTER) points[kept++] = point;
      }
      this.#size -= points.length - kept;
      points.length = kept;
      return kept === 0 ? EMPTY : KEPT;
    }
    let kept = 0;
    const { children } = node;
    for (let k = 0; k < children.length; k++) {
      const outcome = this.#update(children[k]!, objectives);
      if (outcome === COVERED) return COVERED;
      if (outcome === KEPT) children[kept++] = children[k]!;
    }
    children.length = kept;
    return kept === 0 ? EMPTY : KEPT;
  }

  /** Every point, in no particular order. */
  *entries(): Generator<Point> {
    const open = this.#root === undefined ? [] : [this.#root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.points !== undefined) yield* node.points;
      else open.push(...node.children);
    }
  }
}

const COVERED = 1;
const EMPTY = 2;
const KEPT = 3;

/** The new point is at least as good everywhere and better somewhere. */
const BETTER = 2;

/** 0 or -1 when `old` is as good as `fresh` everywhere, BETTER when `fresh` dominates it, 1 when they do not compare. */
function compare(old: ArrayLike<number>, fresh: ArrayLike<number>): number {
  let oldBetter = false;
  let freshBetter = false;
  for (let k = 0; k < old.length; k++) {
    if (old[k]! < fresh[k]!) oldBetter = true;
    else if (old[k]! > fresh[k]!) freshBetter = true;
    if (oldBetter && freshBetter) return 1;
  }
  if (freshBetter) return BETTER;
  return oldBetter ? -1 : 0;
}

function leaf(points: Point[], objectiveCount: number): Node {
  const node: Node = {
    ideal: new Float64Array(objectiveCount).fill(Infinity),
    nadir: new Float64Array(objectiveCount).fill(-Infinity),
    points,
    children: [],
  };
  for (const { objectives } of points) widen(node, objectives);
  return node;
}

function widen({ ideal, nadir }: Node, objectives: ArrayLike<number>): void {
  for (let k = 0; k < ideal.length; k++) {
    const value = objectives[k]!;
    if (value < ideal[k]!) ideal[k] = value;
    if (value > nadir[k]!) nadir[k] = value;
  }
}

function insert(root: Node, point: Point, objectiveCount: number): void {
  let node = root;
  widen(node, point.objectives);
  while (node.points === undefined) {
    let nearest = node.children[0]!;
    let least = Infinity;
    for (const child of node.children) {
      const distance = distanceToMiddle(child, point.objectives);
      if (distance < least) {
        least = distance;
        nearest = child;
      }
    }
    node = nearest;
    widen(node, point.objectives);
  }
  node.points.push(point);
  if (node.points.length > LEAF) split(node, objectiveCount);
}

/** Squared, to the middle of the bounds. */
function distanceToMiddle({ ideal, nadir }: Node, objectives: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < ideal.length; k++) sum += (objectives[k]! - 0.5 * (ideal[k]! + nadir[k]!)) ** 2;
  return sum;
}

/** Turns a leaf into a node with one child more than objectives, begun with points far from each other. */
function split(node: Node, objectiveCount: number): void {
  const points = node.points!;
  const seeds = [points[0]!];
  while (seeds.length <= objectiveCount) {
    let farthest = points[0]!;
    let largest = -1;
    for (const point of points) {
      if (seeds.includes(point)) continue;
      let nearest = Infinity;
      for (const seed of seeds) nearest = Math.min(nearest, squaredDistance(seed.objectives, point.objectives));
      if (nearest > largest) {
        largest = nearest;
        farthest = point;
      }
    }
    seeds.push(farthest);
  }
  const members: Point[][] = seeds.map((seed) => [seed]);
  for (const point of points) {
    if (seeds.includes(point)) continue;
    let nearest = 0;
    for (let k = 1; k < seeds.length; k++)
      if (
        squaredDistance(seeds[k]!.objectives, point.objectives) <
        squaredDistance(seeds[nearest]!.objectives, point.objectives)
      )
        nearest = k;
    members[nearest]!.push(point);
  }
  node.children = members.map((some) => leaf(some, objectiveCount));
  node.points = undefined;
}

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
  return sum;
}

function pointCount(node: Node): number {
  if (node.points !== undefined) return node.points.length;
  return node.children.reduce((sum, child) => sum + pointCount(child), 0);
}
