import type { SpiceSource } from "@neurofront/core";

/** How long an edge of a pulse takes: far less than anything a model says, and more than the rounding of the time. */
function edgeOf(off_s: number): number {
  return Math.max(1e-15, 1e-9 * off_s);
}

/** Waveform of a source that is at `level_V` from `on_s` until `off_s`, and at 0 V otherwise. */
export function spicePulse(level_V: number, on_s: number, off_s: number): SpiceSource["waveform"] {
  const edge_s = edgeOf(off_s);
  const off: SpiceSource["waveform"] = [
    [off_s, level_V],
    [off_s + edge_s, 0],
  ];
  if (on_s === 0) return [[0, level_V], ...off];
  return [[0, 0], [on_s, 0], [on_s + edge_s, level_V], ...off];
}
