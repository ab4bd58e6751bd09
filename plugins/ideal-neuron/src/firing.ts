/** The step of figure 1b: fires for a positive net current, and by chance at none. */
export function firingProbability(netCurrent_A: number): number {
  if (netCurrent_A === 0) return 0.5;
  return netCurrent_A > 0 ? 1 : 0;
}
