import type { MonteCarloAccuracy } from "@neurofront/core";
import { html } from "./escape.ts";
import type { Markup } from "./escape.ts";
import { formatInterval, formatShare, NO_NUMBER } from "./metric-text.ts";

/** A counted accuracy with its 95 % interval, for a cell of a table. */
export function countedAccuracy(accuracy: MonteCarloAccuracy | undefined): Markup {
  if (accuracy === undefined) return html`${NO_NUMBER}`;
  return html`${formatShare(accuracy.mean)}<br /><small>${formatInterval(accuracy.low, accuracy.high)}</small>`;
}
