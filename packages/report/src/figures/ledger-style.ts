import type { LedgerLine } from "@neurofront/core";

/**
 * Fill of each ledger line: blues for what the paper counts, other hues for the rest. Neighbours in the ledger differ in
 * lightness, so that the bars read in grey.
 */
export const LEDGER_COLORS: Readonly<Record<LedgerLine, string>> = {
  "synapse-static": "#0b5c8c",
  "neuron-static": "#7cc4ee",
  read: "#1f86c7",
  sense: "#bfe2f7",
  preset: "#b14a00",
  clock: "#f6c35f",
  "row-drivers": "#00765a",
  "driver-leakage": "#8fdcc3",
  "wire-charging": "#9c4577",
  "supply-conversion": "#eab5d3",
  "output-buffer": "#6b6100",
  "input-latch": "#e6dc6e",
  pooling: "#4d2f7a",
  leakage: "#6e6e6e",
  "read-node": "#dcb4a8",
};

/** Black or white, whichever reads better on a fill (relative luminance of WCAG 2). */
export function textOn(fill: string): "#000" | "#fff" {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! > 0.18 ? "#000" : "#fff";
}
