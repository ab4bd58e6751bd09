import { above, below, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import { nodeScaling } from "@neurofront/physics";
import { equivalentSupply_V } from "./latch-delay.ts";
import type { LatchDesign } from "./parameters.ts";
import type { SummingNode } from "./summing-node.ts";

/** Smallest input of the simulated latches. */
const SMALLEST_SIMULATED_V = 1e-3;
/** Supplies of the simulated latches, relative to the nominal supply: 0.7 V to 1.1 V at 45 nm. */
const SUPPLY = { low: 0.7, high: 1.1 };
/** Half a millivolt in a supply is rounding. */
const ROUNDING = 1.0005;
/** Temperatures of the simulated latches. */
const SIMULATED_K = { low: 233, high: 398.15 };

/** Rules that make the latch model hold, and how far the design is from each. */
export function brokenRules(design: LatchDesign, node: SummingNode, operating: OperatingPoint): Violation[] {
  const { inputVoltage_V, temperature_K } = operating;
  const { supplyVoltage_V } = design;
  const middle_V = supplyVoltage_V / 2;
  const { nominalSupply_V } = nodeScaling(design.node);
  const lowest_V = SUPPLY.low * nominalSupply_V;
  const highest_V = SUPPLY.high * nominalSupply_V;
  const equivalent_V = equivalentSupply_V(design);
  const supplyMessage = `the supply is ${supplyVoltage_V.toFixed(3)} V; latches of ${design.node} are known from ${lowest_V.toFixed(3)} V to ${highest_V.toFixed(3)} V`;
  return violationsAmong([
    above(
      "invalid",
      "kickback-without-matched-reference",
      node.kickback_V,
      node.resolved_V,
      `on a stiff reference the latch kicks its node by ${millivolt(node.kickback_V)}, more than the ${millivolt(node.resolved_V)} it has to resolve: a dummy column is needed`,
    ),
    above(
      "invalid",
      "inputs-beyond-supply",
      inputVoltage_V,
      middle_V,
      `inputs of ${inputVoltage_V.toFixed(3)} V around the middle of the supply, which reaches ${middle_V.toFixed(3)} V either way`,
    ),
    below(
      "invalid",
      "signal-below-simulated",
      node.resolved_V,
      SMALLEST_SIMULATED_V,
      `the latch has to resolve ${(node.resolved_V * 1e3).toFixed(3)} mV, its delay is known from ${SMALLEST_SIMULATED_V * 1e3} mV`,
    ),
    below("invalid", "supply-below-simulated", supplyVoltage_V * ROUNDING, lowest_V, supplyMessage),
    above("invalid", "supply-above-simulated", supplyVoltage_V, highest_V * ROUNDING, supplyMessage),
    equivalent_V * ROUNDING < SUPPLY.low || equivalent_V > SUPPLY.high * ROUNDING
      ? warning(
          "corner-beyond-simulation",
          `at its corner the latch is as fast as the typical one of 45 nm at ${equivalent_V.toFixed(3)} V, which was simulated from ${SUPPLY.low} V to ${SUPPLY.high} V`,
        )
      : undefined,
    design.node === "45nm"
      ? undefined
      : warning("extrapolated-node", `the latch was simulated at 45 nm; ${design.node} follows from rules of scaling`),
    temperature_K < SIMULATED_K.low || temperature_K > SIMULATED_K.high
      ? warning(
          "temperature-beyond-simulation",
          `the latch was simulated from ${SIMULATED_K.low} K to ${SIMULATED_K.high} K, the temperature is ${temperature_K.toFixed(0)} K`,
        )
      : undefined,
  ]);
}

function millivolt(value_V: number): string {
  return `${(value_V * 1e3).toFixed(1)} mV`;
}

function warning(code: string, message: string): Violation {
  return { kind: "warning", code, message, amount: 0 };
}
