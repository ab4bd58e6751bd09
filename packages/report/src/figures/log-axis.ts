/** A logarithmic axis of a frame: values on pixels, in the direction in which values grow. */
export interface LogAxis {
  readonly low: number;
  readonly high: number;
  readonly length_px: number;
}

/**
 * An axis around values with a little room at both ends, at least one decade long.
 *
 * @param values all > 0; without any, the decade above 1
 */
export function logAxisAround(values: readonly number[], length_px: number): LogAxis {
  const logs = values.map((value) => Math.log10(value));
  let low = Math.min(...(logs.length > 0 ? logs : [0]));
  let high = Math.max(...(logs.length > 0 ? logs : [1]));
  const room = Math.max(0.12, 0.05 * (high - low));
  low -= room;
  high += room;
  const missing = Math.max(0, 1 - (high - low));
  return { low: 10 ** (low - missing / 2), high: 10 ** (high + missing / 2), length_px };
}

/** Distance of a value from the low end. */
export function position_px(axis: LogAxis, value: number): number {
  return (axis.length_px * Math.log(value / axis.low)) / Math.log(axis.high / axis.low);
}

/** Values that get a number: decades, or 1, 2 and 5 of each where there are less than three. */
export function labelledTicks(axis: LogAxis): number[] {
  const decades = Math.log10(axis.high / axis.low);
  if (decades < 3) return multiples(axis, [1, 2, 5]);
  const step = Math.ceil(decades / 9);
  return multiples(axis, [1]).filter((value) => Math.round(Math.log10(value)) % step === 0);
}

/** Values that get a small tick: 1 ... 9 of each decade. */
export function minorTicks(axis: LogAxis): number[] {
  return multiples(axis, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

function multiples({ low, high }: LogAxis, digits: readonly number[]): number[] {
  const values: number[] = [];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade++)
    // Written and read again, because 10 ** decade is not the nearest number to 1e-15 and would be labelled so.
    for (const digit of digits) values.push(Number(`${digit}e${decade}`));
  return values.filter((value) => value >= low && value <= high);
}
