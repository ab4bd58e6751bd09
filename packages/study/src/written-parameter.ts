import { formatQuantity, legalQuantity, parseQuantity, studyKey } from "@neurofront/core";
import type { Parameter, ResolvedParameter, Unit } from "@neurofront/core";
import { shownJson } from "./shown-json.ts";
import type { WrittenParameter } from "./study-file.ts";

/** The fixed or searched part of a {@link ResolvedParameter}. */
export type ParameterValue = Pick<ResolvedParameter, "value" | "range" | "integers" | "choice">;

/** A value, or a sentence that says what is wrong. */
export type ParameterReading =
  | { readonly ok: true; readonly value: ParameterValue }
  | { readonly ok: false; readonly problem: string };

const RANGE_KEYS: ReadonlySet<string> = new Set(["range", "scale", "steps"]);

/** More steps than this are no steps. */
const MOST_STEPS = 1000;

/** More values than this are no choice. */
const MOST_CHOICES = 1000;

const refuse = (problem: string): { readonly ok: false; readonly problem: string } => ({ ok: false, problem });

/**
 * Read what a study writes for a parameter against its declaration: units, legal range, low below high.
 *
 * @param written any JSON value
 */
export function readParameter(written: unknown, parameter: Parameter): ParameterReading {
  if (typeof written === "object" && written !== null && !Array.isArray(written))
    return readSearched(written as Readonly<Record<string, unknown>>, parameter);
  const value = readValue(written, parameter);
  return value.ok ? { ok: true, value: { value: value.value } } : value;
}

function readSearched(written: Readonly<Record<string, unknown>>, parameter: Parameter): ParameterReading {
  const keys = Object.keys(written);
  const forms =
    parameter.kind === "choice"
      ? `{ "choice": [...] }`
      : `{ "range": [low, high], "scale": "linear" or "log", "steps": count } or { "choice": [...] }`;
  if (keys.length === 1 && keys[0] === "choice") return readChoice(written["choice"], parameter);
  if (parameter.kind !== "choice" && keys.includes("range") && keys.every((key) => RANGE_KEYS.has(key)))
    return readRange(written, parameter);
  return refuse(`has the keys ${keys.length === 0 ? "none" : listed(keys)}; write one value, or ${forms}`);
}

/** Keys in quotes, not more than a person would read. */
function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 10).map((key) => `"${key}"`);
  return [...shown, ...(keys.length > shown.length ? ["..."] : [])].join(", ");
}

function readChoice(list: unknown, parameter: Parameter): ParameterReading {
  if (!Array.isArray(list) || list.length < 2) return refuse(`"choice" needs a list of at least two values`);
  if (list.length > MOST_CHOICES) return refuse(`"choice" lists ${list.length} values; legal: at most ${MOST_CHOICES}`);
  const values = new Set<number | string>();
  for (const item of list) {
    const value = readValue(item, parameter);
    if (!value.ok) return value;
    if (values.has(value.value)) return refuse(`"choice" lists ${shownJson(item)} twice`);
    values.add(value.value);
  }
  return { ok: true, value: { choice: [...values] } };
}

function readRange(
  written: Readonly<Record<string, unknown>>,
  parameter: Exclude<Parameter, { kind: "choice" }>,
): ParameterReading {
  const pair = written["range"];
  if (!Array.isArray(pair) || pair.length !== 2) return refuse(`"range" needs two values, [low, high]`);
  const low = readValue(pair[0], parameter);
  if (!low.ok) return low;
  const high = readValue(pair[1], parameter);
  if (!high.ok) return high;
  const [lowest, highest] = [low.value as number, high.value as number];
  if (lowest >= highest)
    return refuse(
      `has the range [${shownJson(pair[0])}, ${shownJson(pair[1])}], whose low is not below its high; swap them or widen the range`,
    );
  const scale = written["scale"] ?? (parameter.kind === "quantity" ? parameter.scale : "linear");
  if (scale !== "linear" && scale !== "log") return refuse(`has the scale ${shownJson(scale)}; legal: "linear", "log"`);
  const { steps } = written;
  if (steps !== undefined && !(Number.isInteger(steps) && (steps as number) >= 2 && (steps as number) <= MOST_STEPS))
    return refuse(`has "steps" ${shownJson(steps)}; write a whole number from 2 to ${MOST_STEPS}`);
  if (parameter.kind === "integer") {
    if (steps !== undefined) return refuse(`is a whole number and takes no "steps"`);
    if (written["scale"] !== undefined) return refuse(`is a whole number and takes no "scale"`);
    return { ok: true, value: { integers: { low: lowest, high: highest } } };
  }
  if (scale === "log" && lowest <= 0)
    return refuse(`has a log scale from ${shownJson(pair[0])}; a log scale needs a low above zero`);
  return {
    ok: true,
    value: { range: { low: lowest, high: highest, scale, ...(steps === undefined ? {} : { steps: steps as number }) } },
  };
}

type ValueReading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

function readValue(written: unknown, parameter: Parameter): ValueReading<number | string> {
  if (parameter.kind === "choice") {
    if (typeof written === "string" && parameter.options.includes(written)) return { ok: true, value: written };
    return refuse(`is ${shownJson(written)}; legal: ${parameter.options.map((option) => `"${option}"`).join(", ")}`);
  }
  if (parameter.kind === "integer") {
    if (typeof written !== "number" || !Number.isInteger(written))
      return refuse(`is ${shownJson(written)}; write a whole number from ${parameter.low} to ${parameter.high}`);
    return inRange(written, parameter, "1");
  }
  const value = readQuantity(written, parameter.unit);
  return value.ok ? inRange(value.value, parameter, parameter.unit) : value;
}

function inRange(
  value: number,
  legal: { readonly low: number; readonly high: number },
  unit: Unit,
): ValueReading<number> {
  if (value >= legal.low && value <= legal.high) return { ok: true, value };
  return refuse(
    `is ${formatQuantity(value, unit)}; legal: ${formatQuantity(legal.low, unit)} to ${formatQuantity(legal.high, unit)}`,
  );
}

/** Read a quantity as a study writes it: text with a unit; a bare number only where the quantity has no unit. */
export function readQuantity(written: unknown, unit: Unit): ValueReading<number> {
  if (typeof written === "string") return parseQuantity(written, unit);
  if (typeof written === "number" && unit === "1") return { ok: true, value: written };
  return refuse(`is ${describeJson(written)}; write ${legalQuantity(unit)}`);
}

/** Read a quantity and check that it lies in [low, high]. */
export function readQuantityInRange(
  written: unknown,
  unit: Unit,
  legal: { readonly low: number; readonly high: number },
): ValueReading<number> {
  const value = readQuantity(written, unit);
  return value.ok ? inRange(value.value, legal, unit) : value;
}

function describeJson(written: unknown): string {
  if (typeof written === "number") return `the bare number ${written} without a unit`;
  return Array.isArray(written) ? "a list" : shownJson(written);
}

/** What a study wrote for the parameter called `name`, if anything. */
export function writtenFor(
  part: Readonly<Record<string, WrittenParameter>>,
  name: string,
  parameter: Parameter,
): WrittenParameter | undefined {
  const key = studyKey(name, parameter);
  return Object.hasOwn(part, key) ? part[key] : undefined;
}
