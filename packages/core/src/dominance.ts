/**
 * Pareto dominance of minimised objectives: `a` is nowhere worse than `b` and somewhere better.
 *
 * @throws Error when the lengths differ
 */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) throw new Error(`cannot compare ${a.length} objectives with ${b.length}`);
  let better = false;
  for (let k = 0; k < a.length; k++) {
    if (a[k]! > b[k]!) return false;
    if (a[k]! < b[k]!) better = true;
  }
  return better;
}

/** The items whose objectives no other item dominates, in their order; of equal ones the first stays. */
export function nonDominated<Item>(items: readonly Item[], objectivesOf: (item: Item) => readonly number[]): Item[] {
  const objectives = items.map((item) => objectivesOf(item));
  const places = objectives.every(({ length }) => length === 2) ? staircase(objectives) : undominated(objectives);
  return places.toSorted((a, b) => a - b).map((place) => items[place]!);
}

/** Of two objectives: from left to right, whatever is lower than all before. */
function staircase(objectives: readonly (readonly number[])[]): number[] {
  const order = [...objectives.keys()].toSorted((a, b) => inOrder(objectives[a]!, objectives[b]!) || a - b);
  let lowest: number | undefined;
  return order.filter((place) => {
    const height = objectives[place]![1]!;
    if (lowest !== undefined && !(height < lowest)) return false;
    lowest = height;
    return true;
  });
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  if (a[0] !== b[0]) return a[0]! < b[0]! ? -1 : 1;
  return a[1] === b[1] ? 0 : a[1]! < b[1]! ? -1 : 1;
}

function undominated(objectives: readonly (readonly number[])[]): number[] {
  const front: number[] = [];
  for (const [place, own] of objectives.entries()) {
    const beating = front.findIndex((member) => isAsGood(objectives[member]!, own));
    if (beating >= 0) {
      // Who beats one beats many: it is asked first from now on.
      [front[0], front[beating]] = [front[beating]!, front[0]!];
      continue;
    }
    for (let k = front.length - 1; k >= 0; k--) if (dominates(own, objectives[front[k]!]!)) front.splice(k, 1);
    front.push(place);
  }
  return front;
}

/** Nowhere worse, so that it dominates or is equal. */
function isAsGood(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) throw new Error(`cannot compare ${a.length} objectives with ${b.length}`);
  for (let k = 0; k < a.length; k++) if (a[k]! > b[k]!) return false;
  return true;
}
