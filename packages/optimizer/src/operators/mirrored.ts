/** Back into [0, 1] by reflection at its ends. */
export function mirrored(value: number): number {
  const folded = Math.abs(value) % 2;
  return folded > 1 ? 2 - folded : folded;
}
