/**
 * Directions spread evenly over the simplex: all whose components are multiples of 1 / partitions (Das and Dennis, SIAM J.
 * Optim. 8, 631 (1998)).
 */
export function dasDennis(objectiveCount: number, partitions: number): number[][] {
  if (objectiveCount === 1) return [[1]];
  const directions: number[][] = [];
  const extend = (taken: readonly number[], left: number): void => {
    if (taken.length === objectiveCount - 1) {
      directions.push([...taken, left].map((share) => share / partitions));
      return;
    }
    for (let share = 0; share <= left; share++) extend([...taken, share], left - share);
  };
  extend([], partitions);
  return directions;
}

/** Number of directions with so many partitions: partitions + objectives - 1 over objectives - 1. */
export function directionCount(objectiveCount: number, partitions: number): number {
  let count = 1;
  for (let k = 1; k < objectiveCount; k++) count = (count * (partitions + k)) / k;
  return Math.round(count);
}

/**
 * At most about `wanted` directions. Where that leaves fewer partitions than objectives, so that every direction lies on the
 * edge of the simplex, a second layer of directions stands inside, half-way to the centre (Deb and Jain, IEEE Trans. Evol.
 * Comput. 18, 577 (2014), section V).
 */
export function referenceDirections(objectiveCount: number, wanted: number): number[][] {
  if (objectiveCount === 1) return [[1]];
  const fitting = (room: number): number => {
    let partitions = 1;
    while (directionCount(objectiveCount, partitions + 1) <= room) partitions++;
    return partitions;
  };
  const partitions = fitting(wanted);
  if (partitions >= objectiveCount) return dasDennis(objectiveCount, partitions);
  const outer = fitting(Math.max(wanted / 2, objectiveCount));
  const outside = dasDennis(objectiveCount, outer);
  const inside = dasDennis(objectiveCount, Math.max(outer - 1, 1)).map((direction) =>
    direction.map((share) => share / 2 + 1 / (2 * objectiveCount)),
  );
  return [...outside, ...inside];
}
