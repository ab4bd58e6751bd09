import type { OperatingPoint } from "@neurofront/core";
import { macrospinCurrentScale } from "./macrospin-decision.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { brokenRules, impossibilities } from "./validity.ts";

/** By design object and temperature, since the error probability asks for the same one at every current. */
const known = new WeakMap<SheMtjDesign, Map<number, number>>();

/**
 * Factor on the net current by which the dynamics of a design corrects the closed form: 1 for `closed-form`; for `macrospin`
 * what the Monte Carlo finds. A design that breaks a rule is not simulated, nor is one without heat, where the closed form is a step.
 */
export function currentScaleOf(design: SheMtjDesign, operating: OperatingPoint): number {
  if (design.dynamics === "closed-form" || operating.temperature_K === 0) return 1;
  if (impossibilities(design).length > 0) return 1;
  if (brokenRules(design, operating).some(({ kind }) => kind !== "warning")) return 1;
  let scales = known.get(design);
  if (scales === undefined) known.set(design, (scales = new Map<number, number>()));
  let scale = scales.get(operating.temperature_K);
  if (scale === undefined) {
    scale = macrospinCurrentScale(design, operating.temperature_K);
    scales.set(operating.temperature_K, scale);
  }
  return scale;
}
