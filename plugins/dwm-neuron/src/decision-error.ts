import type { Decision } from "@neurofront/core";
import { isSimulated, langevinErrorsOf, simulatedErrorProbability } from "./langevin-error.ts";
import { operationOf } from "./operation.ts";
import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";
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
  const operation = operationOf(design, temperature_K);
  const isReset = design.memory === "reset";
  if (operation.status === "impossible") return isReset ? 0.5 : mustSwitch ? 1 : 0;
  const crossingError = crossingErrorOf(design, operation, temperature_K);
  // A wall that must hold starts at the right end; seen from there the strip is its own mirror image.
  const holdingError = (): number => 1 - crossingError(-netCurrent_A);
  if (isReset) return (crossingError(netCurrent_A) + holdingError()) / 2;
  return mustSwitch ? crossingError(netCurrent_A) : holdingError();
}
