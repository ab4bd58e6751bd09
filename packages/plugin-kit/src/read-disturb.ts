import type { Violation } from "@neurofront/core";

/** How reads move a device. */
export interface ReadDisturb {
  /** What one read moves the state, relative to its programmed range, and the conductance, relative to itself; the worst. */
  readonly stateChange: number;
  readonly conductanceChange: number;
  readonly inputVoltage_V: number;
  readonly readsPerWrite: number;
  /** Relative change of a conductance that may go unnoticed: the programming spread. */
  readonly tolerated: number;
}

/**
 * A read that moves the state at all is a `warning`; it is `invalid` when the reads between two programmings together change a
 * conductance by more than its programming spread, for then the programmed conductances are no longer those computed with.
 * Reads add up in proportion, all of one sign: the worst case.
 */
export function readDisturbViolation({
  stateChange,
  conductanceChange,
  inputVoltage_V,
  readsPerWrite,
  tolerated,
}: ReadDisturb): Violation | undefined {
  if (!(stateChange > 0)) return undefined;
  const together = conductanceChange * readsPerWrite;
  const isInvalid = together > tolerated;
  const found = `a read at ${inputVoltage_V} V moves the state by ${stateChange.toExponential(2)} of its range`;
  return {
    kind: isInvalid ? "invalid" : "warning",
    code: "read-disturb",
    message: isInvalid
      ? `${found}; ${readsPerWrite.toPrecision(3)} reads change the conductance by ${together.toPrecision(3)} of itself, the programming spread is ${tolerated}`
      : `${found}; the change of the conductance stays within the programming spread for ${readsPerWrite.toPrecision(3)} reads`,
    amount: isInvalid ? Math.min((together - tolerated) / (tolerated || 1), Number.MAX_VALUE) : 0,
  };
}
