/** Designs before the first model of a space: twice the dimensions plus two, at least 10. */
export function initialDesigns(dimensionCount: number): number {
  return Math.max(2 * (dimensionCount + 1), 10);
}
