import type { AnyDesign } from "@neurofront/core";
import type { Column } from "./columns.ts";
import type { CircuitValues } from "./circuit.ts";
import type { Device } from "./device.ts";
import { measureDevice } from "./measure-device.ts";
import type { MeasuredPoint } from "./measured.ts";
import type { SweepAxis } from "./sweep-axis.ts";

/** A device computed at every value of a sweep. */
export interface Sweep {
  readonly axis: SweepAxis;
  /** One a value of the axis. */
  readonly points: readonly MeasuredPoint[];
  /** Every number any point has. */
  readonly columns: readonly Column[];
  /** Amount of every violation any point has, by code; 0 for a warning, undefined where the rule is kept. */
  readonly violations: readonly Column[];
}

/**
 * Compute a device at each value of a sweep, everything else fixed.
 *
 * @param circuit values that are set; the rest takes its defaults
 * @throws ModelError when the model throws
 */
export function sweepDevice(device: Device, design: AnyDesign, circuit: CircuitValues, axis: SweepAxis): Sweep {
  const points = axis.values.map((value) => {
    const there = { [axis.name]: value };
    return axis.of === "device"
      ? measureDevice(device, { ...design, ...there }, circuit)
      : measureDevice(device, design, { ...circuit, ...there });
  });
  return { axis, points, columns: numberColumns(points), violations: violationColumns(points) };
}

function numberColumns(points: readonly MeasuredPoint[]): Column[] {
  const first = new Map(points.flatMap(({ numbers }) => numbers.map((number) => [number.name, number] as const)));
  const byPoint = points.map(({ numbers }) => new Map(numbers.map(({ name, value }) => [name, value])));
  return [...first.values()].map(({ name, unit, group }) => ({
    name,
    title: name,
    unit,
    group,
    values: byPoint.map((numbers) => numbers.get(name)),
  }));
}

function violationColumns(points: readonly MeasuredPoint[]): Column[] {
  const codes = [...new Set(points.flatMap(({ violations }) => violations.map(({ code }) => code)))];
  return codes.map((code) => ({
    name: `violation ${code}`,
    title: code,
    unit: "1",
    group: "violations",
    values: points.map(({ violations }) => violations.find((violation) => violation.code === code)?.amount),
  }));
}
