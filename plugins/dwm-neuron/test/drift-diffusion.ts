import type { DriftDiffusion } from "../src/thermal-error.ts";

/**
 * Part of the probability at x < 1/2 by direct solution of the Fokker-Planck equation dp/dT = -Pe dp/dx + d2p/dx2 with
 * reflecting ends: finite volumes with the exponentially fitted flux of Scharfetter and Gummel (IEEE Trans. Electron Devices 16,
 * 64 (1969)), Crank-Nicolson in time after four half-size implicit steps that smooth the point start (Rannacher).
 */
export function solvedNearHalf({ peclet, reducedTime, start }: DriftDiffusion, cells = 800, steps = 800): number {
  const h = 1 / cells;
  // Flux from cell i to i + 1: (B(-z) p_i - B(z) p_{i+1}) / h with z = Pe h, B(z) = z / (e^z - 1).
  const z = peclet * h;
  const bernoulli = (x: number): number => (x === 0 ? 1 : x / Math.expm1(x));
  const forward = bernoulli(-z) / h ** 2;
  const backward = bernoulli(z) / h ** 2;
  const mass = new Float64Array(cells);
  // The start lies between two cell centres; share the mass so that its mean is the start.
  const at = Math.min(Math.max(start * cells - 0.5, 0), cells - 1);
  const cell = Math.min(Math.floor(at), cells - 2);
  mass[cell] = 1 - (at - cell);
  mass[cell + 1] = at - cell;
  const rate = new Float64Array(cells);
  const applyGenerator = (): void => {
    for (let i = 0; i < cells; i++) {
      const left = i > 0 ? forward * mass[i - 1]! - backward * mass[i]! : 0;
      const right = i < cells - 1 ? forward * mass[i]! - backward * mass[i + 1]! : 0;
      rate[i] = left - right;
    }
  };
  /** Solve (1 - dt A) p = p by elimination. */
  const implicitStep = (dt: number): void => {
    const upper = new Float64Array(cells);
    let previous = 0;
    for (let i = 0; i < cells; i++) {
      const diagonal = 1 + dt * ((i < cells - 1 ? forward : 0) + (i > 0 ? backward : 0));
      const lower = i > 0 ? -dt * forward : 0;
      const pivot = diagonal - lower * (i > 0 ? upper[i - 1]! : 0);
      upper[i] = i < cells - 1 ? (-dt * backward) / pivot : 0;
      mass[i] = (mass[i]! - lower * previous) / pivot;
      previous = mass[i]!;
    }
    for (let i = cells - 2; i >= 0; i--) mass[i]! -= upper[i]! * mass[i + 1]!;
  };
  const dt = reducedTime / steps;
  for (let k = 0; k < 4; k++) implicitStep(dt / 2);
  for (let k = 2; k < steps; k++) {
    applyGenerator();
    for (let i = 0; i < cells; i++) mass[i]! += (dt / 2) * rate[i]!;
    implicitStep(dt / 2);
  }
  let near = 0;
  for (let i = 0; i < cells / 2; i++) near += mass[i]!;
  return near;
}
