import { digitalSupply45nm_V, fanoutOf4Inverter45nm } from "./digital-cells-45nm.ts";
import type { InverterCell } from "./digital-cells-45nm.ts";
import { nodeScaling } from "./technology-node.ts";
import type { TechnologyNode } from "./technology-node.ts";

/** Supplies of {@link fanoutOf4InverterAtNode}: the range simulated at 45 nm, in proportion to the nominal supply. */
export function digitalSupplyAtNode_V(node: TechnologyNode): { readonly low: number; readonly high: number } {
  const { supply } = nodeScaling(node);
  return { low: digitalSupply45nm_V.low * supply, high: digitalSupply45nm_V.high * supply };
}

/**
 * The simulated 45 nm inverter with a fan-out of four carried to a node: same supply relative to the nominal one, delay as
 * C V / I, energy as C V^2, widths with the node.
 *
 * @throws RangeError outside {@link digitalSupplyAtNode_V}
 */
export function fanoutOf4InverterAtNode(node: TechnologyNode, supply_V: number): InverterCell {
  const { supply, size, delay, energyPerWidth } = nodeScaling(node);
  const { low, high } = digitalSupply45nm_V;
  // An end of the range may be missed by rounding.
  const relative_V = supply_V / supply;
  const slack_V = 1e-12;
  const inside_V =
    relative_V > low - slack_V && relative_V < high + slack_V ? Math.min(Math.max(relative_V, low), high) : relative_V;
  const cell = fanoutOf4Inverter45nm(inside_V);
  return { delay_s: cell.delay_s * delay, energyPerCycle_J: cell.energyPerCycle_J * energyPerWidth * size };
}
