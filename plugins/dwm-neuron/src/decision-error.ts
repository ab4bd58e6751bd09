import type { Decision } from "@neurofront/core";
import { isSimulated, langevinErrorsOf, simulatedErrorProbability } from "./langevin-error.ts";
import { operationOf } from "./operation.ts";
import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";
import { readErrorProbability } from "./read-path.ts";
import { crossingErrors } from "./write-error.ts";

/**
 * Chance, by current, that a wall that must cross is on the wrong side when the write ends, in the fidelity of the design.
 *
 * At zero temperature the threshold is deterministic: the wall must have reached the far end, which takes the write time at
 * the switching current, however the write time was found.
 */
export function crossingErrorOf(
  design: DwmDesign,
  operation: Operation,
  temperature_K: number,
): (current_A: number) => number {
  if (temperature_K === 0) return (current_A) => (current_A >= design.switchingCurrent_A ? 0 : 1);
  if (!isSimulated(design, operation, temperature_K)) return crossingErrors(operation, temperature_K);
  const errors = langevinErrorsOf(design, operation, temperature_K);
  return (current_A) => simulatedErrorProbability(errors, operation, temperature_K, current_A);
}

/** What the decisions of a device have in common, whatever the current. */
interface DeviceErrors {
  /** Chance, by current, that a wall that must cross is on the wrong side; absent where the device cannot be written. */
  readonly crossing: ((current_A: number) => number) | undefined;
  readonly read: number;
}

/** The last answer, since the error probability asks for the same one at every current. */
let last: { readonly design: DwmDesign; readonly temperature_K: number; readonly errors: DeviceErrors } | undefined;

function deviceErrorsOf(design: DwmDesign, temperature_K: number): DeviceErrors {
  if (last?.design === design && last.temperature_K === temperature_K) return last.errors;
  const operation = operationOf(design, temperature_K);
  const errors = {
    crossing: operation.status === "impossible" ? undefined : crossingErrorOf(design, operation, temperature_K),
    read: readErrorProbability(design),
  };
  last = { design, temperature_K, errors };
  return errors;
}

/**
 * Chance that the wall is on the wrong side after the write. A device that cannot be written keeps its output.
 *
 * With memory `reset` the wall starts at the beginning, whatever the output before was: one wanted output has to cross, the
 * other to stay, and as the strip is its own mirror image, either as often. The chance is the mean of both. A
 * reset that fails exchanges the two and leaves this mean as it is.
 */
export function writeErrorProbability(
  design: DwmDesign,
  temperature_K: number,
  { netCurrent_A, mustSwitch }: Decision,
): number {
  const { crossing } = deviceErrorsOf(design, temperature_K);
  const isReset = design.memory === "reset";
  if (crossing === undefined) return isReset ? 0.5 : mustSwitch ? 1 : 0;
  // A wall that must hold starts at the right end; seen from there the strip is its own mirror image.
  const holdingError = (): number => 1 - crossing(-netCurrent_A);
  if (isReset) return (crossing(netCurrent_A) + holdingError()) / 2;
  return mustSwitch ? crossing(netCurrent_A) : holdingError();
}

/** Chance that the output after the read is wrong. */
export function decisionErrorProbability(design: DwmDesign, temperature_K: number, decision: Decision): number {
  const write = writeErrorProbability(design, temperature_K, decision);
  const { read } = deviceErrorsOf(design, temperature_K);
  // A wrong read of a wrong write is right.
  return write * (1 - read) + read * (1 - write);
}
