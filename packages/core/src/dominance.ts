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
  const front: { item: Item; objectives: readonly number[] }[] = [];
  for (const item of items) {
    const objectives = objectivesOf(item);
    const beaten = front.some(
      (member) => dominates(member.objectives, objectives) || isEqual(member.objectives, objectives),
    );
    if (beaten) continue;
    for (let k = front.length - 1; k >= 0; k--) if (dominates(objectives, front[k]!.objectives)) front.splice(k, 1);
    front.push({ item, objectives });
  }
  return front.map((member) => member.item);
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, k) => value === b[k]);
}
