import { describe, expect, it } from "vitest";
import { integrateMacrospin } from "../src/macrospin.ts";
import type { Macrospin } from "../src/macrospin.ts";
import { alignedEnsemble, integrateMacrospinEnsemble } from "../src/macrospin-ensemble.ts";
import type { EnsembleSpinCurrent } from "../src/macrospin-ensemble.ts";
import { equilibriumDirection } from "../src/macrospin-equilibrium.ts";
import { inPlaneMagnet, perpendicularMagnet } from "./magnets.ts";
import { relativeError } from "./relative-error.ts";
import { seededDraws } from "./seeded-draws.ts";

const streamsOf = (size: number): (() => number)[] => Array.from({ length: size }, (_, k) => seededDraws(k).normal);
/** Each magnet its own stream, three numbers a step. */
const drawOf =
  (streams: readonly (() => number)[]) =>
  (x: Float64Array, y: Float64Array, z: Float64Array): void => {
    for (const [k, normal] of streams.entries()) {
      x[k] = normal();
      y[k] = normal();
      z[k] = normal();
    }
  };

describe("ensemble", () => {
  it.each<[string, Macrospin]>([
    ["perpendicular", perpendicularMagnet()],
    ["in-plane", { ...inPlaneMagnet(), appliedField_A_m: [1e3, 2e3, 3e3] }],
  ])("of %s magnets does what each magnet alone does", (_name, magnet) => {
    const size = 5;
    const factor = Float64Array.from({ length: size }, (_, k) => k / 4);
    // On, off, and a ramp: the torque is constant, jumps and changes.
    const signal_A = (time_s: number): number => (time_s < 2e-10 ? 4e-5 : time_s < 4e-10 ? 0 : 1e5 * (time_s - 4e-10));
    const currents: EnsembleSpinCurrent[] = [
      { direction: [0, 0.6, -0.8], current_A: signal_A, factor, fieldLikeRatio: 0.2 },
      { direction: [1, 0, 0], current_A: () => 2e-5 },
    ];
    const ensemble = alignedEnsemble(size, [0, 0.6, 0.8]);
    const steps = { start_s: 1e-10, step_s: 1e-12, count: 700 };
    const draw = drawOf(streamsOf(size));
    const end_s = integrateMacrospinEnsemble(magnet, ensemble, currents, steps, { temperature_K: 300, draw });
    expect(end_s).toBeCloseTo(8e-10, 20);
    for (const [k, normal] of streamsOf(size).entries()) {
      const moment = Float64Array.of(0, 0.6, 0.8);
      const own = [{ ...currents[0]!, current_A: (time_s: number) => signal_A(time_s) * factor[k]! }, currents[1]!];
      integrateMacrospin(magnet, moment, own, steps, { temperature_K: 300, normal });
      // Rounding of sums in another order, over 700 steps.
      expect(ensemble.x[k]).toBeCloseTo(moment[0]!, 9);
      expect(ensemble.y[k]).toBeCloseTo(moment[1]!, 9);
      expect(ensemble.z[k]).toBeCloseTo(moment[2]!, 9);
    }
  });

  it("continues where it stopped", () => {
    const magnet = perpendicularMagnet();
    const current: EnsembleSpinCurrent = { direction: [0, 0, -1], current_A: (time_s) => 2e4 * time_s };
    const atOnce = alignedEnsemble(2, [0.6, 0, 0.8]);
    integrateMacrospinEnsemble(magnet, atOnce, [current], { step_s: 1e-12, count: 300 });
    const inParts = alignedEnsemble(2, [0.6, 0, 0.8]);
    const middle_s = integrateMacrospinEnsemble(magnet, inParts, [current], { step_s: 1e-12, count: 128 });
    integrateMacrospinEnsemble(magnet, inParts, [current], { start_s: middle_s, step_s: 1e-12, count: 172 });
    expect(inParts).toEqual(atOnce);
  });

  it("wants a whole number of steps", () => {
    expect(() =>
      integrateMacrospinEnsemble(perpendicularMagnet(), alignedEnsemble(1, [0, 0, 1]), [], { step_s: 1, count: -1 }),
    ).toThrow("integrateMacrospinEnsemble: expected a whole number of steps, got -1");
  });
});

describe("equilibrium", () => {
  it.each<[string, Macrospin, 0 | 2, 0 | 1, number]>([
    // Boltzmann average of a 20 kT uniaxial well: 0.02570; the in-plane well is narrow out of the plane: kT / (mu0 Ms V (H_k + H_d)).
    ["perpendicular", perpendicularMagnet(), 2, 0, 0.0257],
    ["in-plane, across in the plane", inPlaneMagnet(), 0, 1, 0.0256],
  ])("%s: the drawn directions have the Boltzmann tilt, and keep it", (_name, magnet, axis, across, expected) => {
    const size = 20_000;
    const draws = seededDraws(11);
    const ensemble = alignedEnsemble(size, [0, 0, 0]);
    const parts = [ensemble.x, ensemble.y, ensemble.z] as const;
    for (let k = 0; k < size; k++) {
      const direction = equilibriumDirection(magnet, { axis, sign: k % 2 === 0 ? 1 : -1 }, 300, draws);
      for (let part = 0; part < 3; part++) parts[part]![k] = direction[part]!;
    }
    const variance = (): number => parts[across].reduce((sum, part) => sum + part * part, 0) / size;
    // Standard error of a variance of 20000 draws: 1 %; three of them.
    expect(relativeError(variance(), expected)).toBeLessThan(0.03);
    expect(parts[axis].every((part, k) => (k % 2 === 0 ? part > 0.2 : part < -0.2))).toBe(true);
    const draw = (x: Float64Array, y: Float64Array, z: Float64Array): void => {
      for (const array of [x, y, z]) for (let k = 0; k < size; k++) array[k] = draws.normal();
    };
    integrateMacrospinEnsemble(magnet, ensemble, [], { step_s: 2e-13, count: 100 }, { temperature_K: 300, draw });
    expect(relativeError(variance(), expected)).toBeLessThan(0.03);
  });

  it("does not draw where there is no well", () => {
    expect(() => equilibriumDirection(perpendicularMagnet(1.9), { axis: 2, sign: 1 }, 300, seededDraws(1))).toThrow(
      "expected a barrier of at least 2 kT",
    );
    expect(() => equilibriumDirection(inPlaneMagnet(), { axis: 2, sign: 1 }, 300, seededDraws(1))).toThrow(RangeError);
  });
});
