import { above, below, violationsAmong } from "@neurofront/core";
import type { OperatingPoint, Violation } from "@neurofront/core";
import type { LatchDesign } from "./parameters.ts";
import type { SummingNode } from "./summing-node.ts";

/** Smallest input of the simulated latches. */
const SMALLEST_SIMULATED_V = 1e-3;
const ROOM_K = { low: 280, high: 320 };

/** Rules that make the latch model hold, and how far the design is from each. */
export function brokenRules(design: LatchDesign, node: SummingNode, operating: OperatingPoint): Violation[] {
  const { inputVoltage_V, temperature_K } = operating;
  const middle_V = design.supplyVoltage_V / 2;
  return violationsAmong([
    design.matchedReference === "none"
      ? {
          kind: "invalid",
          code: "kickback-without-matched-reference",
          message:
            "a stiff reference takes no kickback while the node does; simulated decisions of up to 5 % were all wrong, a dummy column is needed",
          amount: 1,
        }
      : undefined,
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
    temperature_K < ROOM_K.low || temperature_K > ROOM_K.high
      ? {
          kind: "warning",
          code: "simulated-at-room-temperature",
          message: `delay and energy of the latch were simulated at 300 K, the temperature is ${temperature_K.toFixed(0)} K`,
          amount: 0,
        }
      : undefined,
  ]);
}
