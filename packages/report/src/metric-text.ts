import { formatQuantity, METRICS } from "@neurofront/core";
import type { MetricName, Unit } from "@neurofront/core";

/** What stands where there is no number. */
export const NO_NUMBER = "-";

/** A metric with its unit, for people. */
export function formatMetric(metric: MetricName, value: number | undefined): string {
  if (value === undefined) return NO_NUMBER;
  if (metric === "accuracy" || metric === "testAccuracy") return formatShare(value);
  return formatValue(value, METRICS[metric].unit);
}

/** A number with its unit; joule seconds without a prefix, as publications write them. */
export function formatValue(value: number, unit: Unit): string {
  return unit === "J s" ? `${significant(value)} J s` : formatQuantity(value, unit);
}

/** A probability or share as a percentage; near certainty keeps the digits that tell how near. */
export function formatShare(share: number): string {
  return `${percent(share)} %`;
}

/** The ends of an interval of shares, in per cent, with the digits its width deserves. */
export function formatInterval(low: number, high: number): string {
  const width = 100 * (high - low);
  if (!(width > 0)) return `${percent(low)} to ${percent(high)} %`;
  const digits = Math.min(Math.max(1 - Math.floor(Math.log10(width)), 0), 8);
  return `${(100 * low).toFixed(digits)} to ${(100 * high).toFixed(digits)} %`;
}

function percent(share: number): string {
  const gap = 100 * (1 - share);
  const digits = gap > 0 && gap < 1 ? Math.min(1 - Math.floor(Math.log10(gap)), 8) : 1;
  return String(Number((100 * share).toFixed(digits)));
}

/** How many times one number is another: `4861`, `162`, `2.11`; `-` when the ratio does not exist. */
export function formatRatio(ratio: number | undefined): string {
  if (ratio === undefined) return NO_NUMBER;
  if (ratio >= 1e6 || ratio < 1e-3) return Number(ratio.toPrecision(3)).toExponential();
  return String(Number(ratio.toPrecision(ratio >= 1000 ? 4 : 3)));
}

/** An energy in femtojoule as a bare number, for tables whose head names the unit. */
export function femtojoules(energy_J: number): string {
  const value = energy_J * 1e15;
  if (value === 0) return "0";
  return value < 1e-3 || value >= 1e6 ? significant(value) : String(Number(value.toPrecision(3)));
}

function significant(value: number): string {
  return Number(value.toPrecision(3)).toExponential();
}
