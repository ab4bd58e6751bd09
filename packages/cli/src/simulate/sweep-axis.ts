import { studyKey } from "@neurofront/core";
import type { Parameter, Parameters, Unit } from "@neurofront/core";
import { readParameter } from "@neurofront/study";
import { findDeclaration, splitAssignment, unknownName, writtenValue } from "./assignment.ts";

/** Points a sweep may have. */
const MOST_POINTS = 2000;

/** What is swept and over which values. */
export interface SweepAxis {
  /** Declared name, with its unit. */
  readonly name: string;
  /** Name as a study writes it. */
  readonly key: string;
  /** Whether it is a parameter of the device or a value of the circuit around it. */
  readonly of: "device" | "circuit";
  readonly unit: Unit;
  readonly meaning: string;
  readonly scale: "linear" | "log";
  readonly values: readonly (number | string)[];
}

/** A sweep, or a sentence that says what is wrong and what is legal. */
export type SweepReading =
  | { readonly ok: true; readonly axis: SweepAxis }
  | { readonly ok: false; readonly problem: string };

const refuse = (problem: string): SweepReading => ({ ok: false, problem });

/**
 * Read `name=low:high:count` or `name=value,value,...`.
 *
 * @param scale how the points of a range are spread; unless given, as the parameter declares
 * @param whose for messages: `dwm-neuron`
 */
export function readSweep(
  text: string,
  scale: "linear" | "log" | undefined,
  device: Parameters,
  circuit: Parameters,
  whose: string,
): SweepReading {
  const split = splitAssignment(text);
  if (split === undefined)
    return refuse(`write name=low:high:count or name=value,value, such as --sweep inputVoltage="10 mV:500 mV:30"`);
  const ofDevice = findDeclaration(split.name, device);
  const found = ofDevice ?? findDeclaration(split.name, circuit);
  if (found === undefined) return refuse(unknownName(split.name, { ...device, ...circuit }, whose));
  const { name, declaration } = found;
  const points = readPoints(split.written, scale, declaration);
  if (!points.ok) return points;
  return {
    ok: true,
    axis: {
      name,
      key: studyKey(name, declaration),
      of: ofDevice === undefined ? "circuit" : "device",
      unit: declaration.kind === "quantity" ? declaration.unit : "1",
      meaning: declaration.meaning,
      scale: points.scale,
      values: points.values,
    },
  };
}

type PointsReading =
  | { readonly ok: true; readonly values: readonly (number | string)[]; readonly scale: "linear" | "log" }
  | { readonly ok: false; readonly problem: string };

function readPoints(written: string, scale: "linear" | "log" | undefined, declaration: Parameter): PointsReading {
  const parts = written.split(":").map((part) => part.trim());
  if (parts.length === 1) return readList(written, scale, declaration);
  const [low = "", high = "", countText = ""] = parts;
  if (declaration.kind === "choice")
    return refusePoints(`is one of ${declaration.options.join(", ")}; write those to compare with commas between`);
  if (parts.length !== 3 || !/^\d+$/u.test(countText))
    return refusePoints(`"${written}" is not low:high:count with a whole number of points`);
  const count = Number(countText);
  if (count < 2 || count > MOST_POINTS) return refusePoints(`has ${count} points; legal: 2 to ${MOST_POINTS}`);
  const reading = readParameter(
    {
      range: [writtenValue(low, declaration), writtenValue(high, declaration)],
      ...(scale === undefined ? {} : { scale }),
    },
    declaration,
  );
  if (!reading.ok) return reading;
  const { range, integers } = reading.value;
  if (integers !== undefined) {
    const steps = spread(integers.low, integers.high, count, "linear").map((value) => Math.round(value));
    return { ok: true, values: [...new Set(steps)], scale: "linear" };
  }
  return { ok: true, values: spread(range!.low, range!.high, count, range!.scale), scale: range!.scale };
}

function readList(written: string, scale: "linear" | "log" | undefined, declaration: Parameter): PointsReading {
  if (scale !== undefined) return refusePoints(`is a list, which takes no --scale`);
  const reading = readParameter(
    { choice: written.split(",").map((part) => writtenValue(part.trim(), declaration)) },
    declaration,
  );
  if (!reading.ok)
    return /needs a list/u.test(reading.problem)
      ? refusePoints(`"${written}" is one value; write low:high:count or at least two values with commas between`)
      : reading;
  const values = reading.value.choice!;
  const sorted = declaration.kind === "choice" ? values : (values as readonly number[]).toSorted((a, b) => a - b);
  return { ok: true, values: sorted, scale: "linear" };
}

const refusePoints = (problem: string): PointsReading => ({ ok: false, problem });

/** Evenly spread values, ends exact. */
function spread(low: number, high: number, count: number, scale: "linear" | "log"): number[] {
  return Array.from({ length: count }, (_, k) => {
    if (k === 0) return low;
    if (k === count - 1) return high;
    const share = k / (count - 1);
    // Rounded, so that 50 points from 1 to 50 uA are 1, 2, 3 uA and not 2.0000000000000003 uA.
    return Number((scale === "log" ? low * (high / low) ** share : low + share * (high - low)).toPrecision(12));
  });
}
