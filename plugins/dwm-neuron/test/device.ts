import type { DomainWall, DomainWallDrive } from "@neurofront/physics";
import { domainWallOf } from "@neurofront/physics";
import { defaultsOf } from "@neurofront/core";
import type { OperatingPoint } from "@neurofront/core";
import { operationOf } from "../src/operation.ts";
import type { Operation } from "../src/operation.ts";
import { parameters } from "../src/parameters.ts";
import type { DwmDesign } from "../src/parameters.ts";
import { presets } from "../src/presets.ts";
import { driveAt } from "../src/wall-drive.ts";
import { writePathOf } from "../src/write-path.ts";

/** A preset with changes. */
export function deviceOf(preset: "A" | "B" | "R1" | "R2", changes: Partial<DwmDesign> = {}): DwmDesign {
  return { ...defaultsOf(parameters), ...presets[preset]!.values, ...changes };
}

/** DomainWall and drive of a device at a current density in A/m^2. */
export function atDensity(device: DwmDesign, density_A_m2: number): { wall: DomainWall; drive: DomainWallDrive } {
  const wall = domainWallOf(device);
  return { wall, drive: driveAt(wall, writePathOf(device), density_A_m2 * device.width_m * device.thickness_m) };
}

/** The operation of a device that works. */
export function workingOperation(device: DwmDesign): Operation {
  const operation = operationOf(device);
  if (operation.status !== "ok") throw new Error(operation.violations[0]!.message);
  return operation;
}

/** The paper's circuit at a temperature. */
export function circuitAt(
  temperature_K: number,
  readTiming: "overlapped" | "sequential" = "overlapped",
): OperatingPoint {
  return {
    inputVoltage_V: 10e-3,
    temperature_K,
    inputCount: 25,
    outputCount: 26,
    columnConductance_S: 4e-3,
    columnCapacitance_F: 12.5e-15,
    columnCurrent_A: 40e-6,
    conventions: { readTiming, cmosDelay: "half-cycle", cmosDecision: "settle" },
  };
}

/** |found / expected - 1|. */
export function relativeError(found: number, expected: number): number {
  return Math.abs(found / expected - 1);
}
