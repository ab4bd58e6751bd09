/** Mean magnitude of a weight where nothing else is known: weights spread evenly over [-1, 1]. */
const MEAN_WEIGHT = 0.5;

/**
 * Part of the relative net current of a column that is left by devices which cannot be switched off: both devices of a pair
 * carry the least conductance in vain. With r the largest over the smallest conductance and m the mean magnitude of the
 * weights it is 1 / (1 + 2 / ((r - 1) m)): 0.2 for r = 2, 0.69 for 10, 0.96 for 100 at m = 0.5; 1 for an ideal switch.
 */
export function onOffResolution(conductanceMin_S: number, conductanceMax_S: number, meanWeight = MEAN_WEIGHT): number {
  const swing = (conductanceMax_S / conductanceMin_S - 1) * meanWeight;
  return swing / (swing + 2);
}
