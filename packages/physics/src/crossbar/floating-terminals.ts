import { eliminateNodes, eliminationRoom } from "./node-elimination.ts";

/** Terminals of a network after some of them were left open. */
export interface OpenedTerminals {
  /** Between the terminals that are held, below the diagonal, numbered as before; 0 towards open ones. */
  readonly conductance_S: Float64Array;
  /** Voltage of the k-th open terminal per volt on terminal i, all other held ones at zero, at k * size + i; 0 for open ones. */
  readonly voltageShare: Float64Array;
}

/**
 * Leaves terminals of a network open: no current flows there, and their voltages follow from those of the terminals that are
 * held. This is how columns are read as voltages, and what an idle row is that is not driven.
 *
 * @param conductance_S between terminals a > b at a * size + b
 * @param open numbers of the terminals to open
 * @returns undefined when an open terminal is not connected to a held one, so that its voltage is not determined
 */
export function openTerminals(
  conductance_S: Float64Array,
  size: number,
  open: readonly number[],
): OpenedTerminals | undefined {
  const isOpen = new Set(open);
  const order = [...open, ...Array.from({ length: size }, (_, a) => a).filter((a) => !isOpen.has(a))];
  const pivotCount = open.length;
  const work_S = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const one = order[a]!;
      const other = order[b]!;
      work_S[a * size + b] = conductance_S[Math.max(one, other) * size + Math.min(one, other)]!;
    }
  }
  const factors = new Float64Array(pivotCount * size);
  eliminateNodes(work_S, 0, size, pivotCount, eliminationRoom(size), factors);

  const share = new Float64Array(pivotCount * size);
  for (let pivot = pivotCount - 1; pivot >= 0; pivot--) {
    let connected = 0;
    for (let i = pivot + 1; i < size; i++) {
      const factor = factors[pivot * size + i]!;
      connected += factor;
      if (factor === 0) continue;
      if (i >= pivotCount) share[pivot * size + order[i]!]! += factor;
      else for (let k = 0; k < size; k++) share[pivot * size + k]! += factor * share[i * size + k]!;
    }
    if (connected === 0) return undefined;
  }
  const held_S = new Float64Array(size * size);
  for (let a = pivotCount; a < size; a++) {
    for (let b = pivotCount; b < a; b++) held_S[order[a]! * size + order[b]!] = work_S[a * size + b]!;
  }
  return { conductance_S: held_S, voltageShare: share };
}
