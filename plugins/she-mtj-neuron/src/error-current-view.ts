import type { OperatingPoint } from "@neurofront/core";
import { defineView, integer, quantity } from "@neurofront/plugin-kit";
import {
  fallenTilt,
  heldVariance,
  mtjReadErrorProbability,
  thermalVariance,
  tiltBelowProbability,
} from "@neurofront/physics";
import { decisionErrorProbability } from "./decision-error.ts";
import { dividerOf, junctionPolarisation, scalesOf } from "./device.ts";
import { currentScaleOf } from "./fidelity.ts";
import { simulatedErrors } from "./macrospin-decision.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { brokenRules, impossibilities } from "./validity.ts";

/** Chance of a wrong sign of the magnet when the rows go off, mean over the two old outputs. */
function wrongSignProbability(design: SheMtjDesign, temperature_K: number, netCurrent_A: number): number {
  const scales = scalesOf(design);
  const noise = thermalVariance(design.energyBarrier_J, temperature_K);
  const variance = heldVariance(design.presetOverdrive, noise);
  const overdrive =
    (junctionPolarisation(design.tunnelMagnetoresistance) * netCurrent_A) / scales.switchingSpinCurrent_A;
  const growth = design.evaluation_s / scales.relaxation_s;
  return [scales.presetResidual, -scales.presetResidual].reduce(
    (sum, mean) => sum + tiltBelowProbability(fallenTilt({ mean, variance }, overdrive, growth, noise)) / 2,
    0,
  );
}

/** How often a decision is wrong against its net current. */
export const errorCurrentView = defineView({
  id: "error-current",
  title: "Decision error against net current",
  meaning:
    "chance of a wrong decision through preset, evaluation, fall and read by the chosen dynamics, by Monte Carlo, and chance of a wrong sign when the rows go off",
  settings: {
    largest_A: quantity({
      unit: "A",
      meaning: "largest net current shown",
      source: { kind: "assumed", note: "the default device errs by its read alone there" },
      low: 1e-8,
      high: 1e-3,
      default: 4e-5,
      scale: "log",
    }),
    points: integer({
      meaning: "points of the curves",
      source: { kind: "assumed", note: "smooth on a page" },
      low: 2,
      high: 1000,
      default: 81,
    }),
    runs: integer({
      meaning: "Monte Carlo runs at each of nine currents, rounded up to a multiple of four; 0 for none",
      source: { kind: "assumed", note: "a second or less" },
      low: 0,
      high: 4000,
      default: 100,
    }),
  },
  compute(design: SheMtjDesign, operating: OperatingPoint, { largest_A, points, runs }) {
    const violations = impossibilities(design);
    if (violations.length > 0) return { status: "impossible", violations };
    const { temperature_K } = operating;
    const scale = currentScaleOf(design, operating);
    const current_A = Float64Array.from({ length: points }, (_, k) => (largest_A * k) / (points - 1));
    const simulated = new Float64Array(points).fill(Number.NaN);
    const isSimulated =
      runs > 0 && temperature_K > 0 && brokenRules(design, operating).every(({ kind }) => kind === "warning");
    if (isSimulated) {
      const places = [...new Set(Array.from({ length: 9 }, (_, k) => Math.round((k * (points - 1)) / 8)))];
      const found = simulatedErrors(
        design,
        temperature_K,
        places.map((k) => current_A[k]!),
        4 * Math.ceil(runs / 4),
      );
      places.forEach((k, index) => (simulated[k] = found[index]!));
    }
    return {
      status: "ok",
      axis: { name: "netCurrent_A", title: "net current", unit: "A", values: current_A },
      curves: [
        {
          name: "error",
          title: "wrong decisions",
          unit: "1",
          values: current_A.map((current) => decisionErrorProbability(design, temperature_K, scale * current)),
        },
        {
          name: "wrongSign",
          title: "wrong sign when the rows go off",
          unit: "1",
          values: current_A.map((current) => wrongSignProbability(design, temperature_K, current)),
        },
        ...(isSimulated
          ? [{ name: "simulatedError", title: "wrong decisions, Monte Carlo", unit: "1", values: simulated }]
          : []),
      ],
      axisScale: "linear",
      curveScale: "linear",
      quantities: {
        readError: mtjReadErrorProbability(dividerOf(design), design.readTime_s, design.senseThresholdSpread_V),
        macrospinCurrentScale: scale,
      },
    };
  },
});
