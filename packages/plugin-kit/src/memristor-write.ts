import type { Violation, WriteCost } from "@neurofront/core";

/** One direction of a write, from end to end of the programmed range, as the state equation gives it. */
export interface WriteTransit {
  readonly duration_s: number;
  readonly energy_J: number;
  readonly largestCurrent_A: number;
}

/** What programming by a state equation costs, as a synapse reports it. */
export interface StateWrite {
  /** The slower direction; absent when one of them does not get to its end. */
  readonly write?: WriteCost;
  readonly violations: readonly Violation[];
  readonly quantities: Readonly<Record<string, number>>;
}

/**
 * The write of a device whose state moves from end to end: the slower of set (least to largest conductance) and reset as its
 * cost, both as quantities, and an `invalid` violation for a direction in which the state stops before its end.
 */
export function writeBetweenEnds(
  set: { readonly voltage_V: number; readonly transit: WriteTransit | undefined },
  reset: { readonly voltage_V: number; readonly transit: WriteTransit | undefined },
): StateWrite {
  const slower = (set.transit?.duration_s ?? 0) >= (reset.transit?.duration_s ?? 0) ? "set" : "reset";
  const { voltage_V, transit } = slower === "set" ? set : reset;
  const isComplete = set.transit !== undefined && reset.transit !== undefined;
  return {
    ...(isComplete && transit !== undefined
      ? {
          write: {
            voltage_V,
            duration_s: transit.duration_s,
            energy_J: transit.energy_J,
            formula: `time: integral of dx / f(x, V), energy: integral of V I(x, V) dx / f(x, V), over the programmed range at V = ${voltage_V} V; ${slower}, the slower direction`,
          },
        }
      : {}),
    violations: [...stopped("set", set.voltage_V, set.transit), ...stopped("reset", reset.voltage_V, reset.transit)],
    quantities: {
      ...quantitiesOf("set", set.transit),
      ...quantitiesOf("reset", reset.transit),
    },
  };
}

function stopped(direction: "set" | "reset", voltage_V: number, transit: WriteTransit | undefined): Violation[] {
  if (transit !== undefined) return [];
  return [
    {
      kind: "invalid",
      code: `${direction}-incomplete`,
      message: `at ${voltage_V} V the state does not get from one end of its range to the other: the rate vanishes or points back on the way`,
      amount: 1,
    },
  ];
}

function quantitiesOf(direction: "set" | "reset", transit: WriteTransit | undefined): Record<string, number> {
  if (transit === undefined) return {};
  return {
    [`${direction}Duration_s`]: transit.duration_s,
    [`${direction}Energy_J`]: transit.energy_J,
    [`${direction}LargestCurrent_A`]: transit.largestCurrent_A,
  };
}
