import type { DirectionDraw } from "../src/macrospin-equilibrium.ts";

/** Seeded random numbers for tests: a Weyl sequence through the MurmurHash3 finaliser, normals by Box and Muller. */
export function seededDraws(seed: number): DirectionDraw {
  let state = seed >>> 0;
  function uniform(): number {
    state = (state + 0x9e3779b9) >>> 0;
    let h = state;
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
  }
  function normal(): number {
    return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  }
  return { uniform, normal };
}
