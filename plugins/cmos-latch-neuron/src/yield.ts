import { normalCdf } from "@neurofront/physics";
import type { SummingNode } from "./summing-node.ts";

/** Share of the latches whose offset is within what they have to resolve, for a normal spread. */
export function offsetYield(resolved_V: number, offsetSpread_V: number): number {
  return 1 - 2 * normalCdf(-resolved_V / offsetSpread_V);
}

/**
 * Chance that the latch has not resolved when its time is over, for a node at a level, over latches and noise.
 *
 * A latch regenerates as exp(t/tau) from what it sees (H. Veendrick, IEEE JSSC 15, 169 (1980)), so that after t only voltages within
 * 50 mV exp(-(t - t0)/tau) are open: the window shrinks by e for every tau. In ngspice the law holds down to 1 uV (6.9 ps
 * per e at 1 V and 1 um/45 nm; the fit from 1 mV to 50 mV says 7.7 ps). The latch is given the time in which the window
 * becomes its resolution.
 */
export function unresolvedProbability(
  { resolved_V, settled, kickback_V, noise_V }: SummingNode,
  offsetSpread_V: number,
  level_V: number,
): number {
  const seen_V = level_V * settled - kickback_V;
  const spread_V = Math.hypot(offsetSpread_V, noise_V);
  return normalCdf((resolved_V - seen_V) / spread_V) - normalCdf((-resolved_V - seen_V) / spread_V);
}
