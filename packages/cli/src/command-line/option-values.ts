import { parseQuantity } from "@neurofront/core";
import { InvalidArgumentError } from "commander";

/** Values of an option that may stand several times. */
export function collected(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** @throws InvalidArgumentError unless it is 0 or more */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("expected a whole number, 0 or more");
  return Number(text);
}

/** @throws InvalidArgumentError unless there may be such a port; 0 for one that is free */
export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError("expected a port, 0 to 65535");
  return port;
}

/** @throws InvalidArgumentError unless it is a duration above 0 with its unit */
export function seconds(text: string): number {
  const reading = parseQuantity(text, "s");
  if (!reading.ok || !(reading.value > 0)) throw new InvalidArgumentError(`expected a duration, such as "30 s"`);
  return reading.value;
}

/**
 * A time in days, hours or minutes, which seconds would make unreadable.
 *
 * @returns seconds
 * @throws InvalidArgumentError unless it is one
 */
export function age(text: string): number {
  const { count, unit } = /^(?<count>\d{1,5})\s?(?<unit>min|h|d)$/u.exec(text)?.groups ?? {};
  if (count === undefined) throw new InvalidArgumentError("expected an age, such as 30d, 12h or 45min");
  return Number(count) * { min: 60, h: 3600, d: 86_400 }[unit as "min" | "h" | "d"];
}
