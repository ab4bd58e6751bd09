// The shapes of fronts of Huband, Hingston, Barone and While, IEEE Trans. Evol. Comput. 10, 477 (2006), Table X. Each gives the
// objectives before scaling from the position on the front, one value fewer than objectives.

/** Objective m is a product of `of` over the first positions, the last of them turned to `opposite`. */
function product(positions: readonly number[], of: (x: number) => number, opposite: (x: number) => number): number[] {
  const count = positions.length + 1;
  return Array.from({ length: count }, (_, m) => {
    let value = 1;
    for (let k = 0; k < count - 1 - m; k++) value *= of(positions[k]!);
    return m === 0 ? value : value * opposite(positions[count - 1 - m]!);
  });
}

/** A plane. */
export function linearShape(positions: readonly number[]): number[] {
  return product(
    positions,
    (x) => x,
    (x) => 1 - x,
  );
}

/** A sphere around the corner (1, ..., 1). */
export function convexShape(positions: readonly number[]): number[] {
  return product(
    positions,
    (x) => 1 - Math.cos((x * Math.PI) / 2),
    (x) => 1 - Math.sin((x * Math.PI) / 2),
  );
}

/** A sphere around the origin. */
export function concaveShape(positions: readonly number[]): number[] {
  return product(
    positions,
    (x) => Math.sin((x * Math.PI) / 2),
    (x) => Math.cos((x * Math.PI) / 2),
  );
}

const PARTS = 5;

/** Convex, the last objective in five waves. */
export function mixedShape(positions: readonly number[]): number[] {
  const x = positions[0]!;
  const angle = 2 * PARTS * Math.PI;
  return [...convexShape(positions).slice(0, -1), 1 - x - Math.cos(angle * x + Math.PI / 2) / angle];
}

/** Convex, the last objective in five pieces. */
export function disconnectedShape(positions: readonly number[]): number[] {
  const x = positions[0]!;
  return [...convexShape(positions).slice(0, -1), 1 - x * Math.cos(PARTS * Math.PI * x) ** 2];
}
