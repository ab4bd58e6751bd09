import type { OperatingPoint } from "@neurofront/core";
import { defineView, quantity } from "@neurofront/plugin-kit";
import type { LsvDesign } from "./parameters.ts";
import { transferEfficiency } from "./transfer.ts";

const points = 60;

/** Spin-transfer efficiency against distance, both transport models. */
export const efficiencyView = defineView({
  id: "efficiency-distance",
  title: "Spin-transfer efficiency against distance",
  meaning:
    "The injector is moved along the channel; shown is the spin current in the output magnet over the net current, by closed form and by the circuit of the channel as it is, with the magnet on its equator and at a pole.",
  settings: {
    nearest_m: quantity({
      unit: "m",
      meaning: "shortest distance",
      source: { kind: "assumed", note: "contacts that touch" },
      low: 1e-9,
      high: 1e-6,
      default: 30e-9,
      scale: "log",
    }),
    farthest_m: quantity({
      unit: "m",
      meaning: "longest distance",
      source: { kind: "assumed", note: "two spin-diffusion lengths of copper" },
      low: 1.1e-6,
      high: 1e-4,
      default: 2e-6,
      scale: "log",
    }),
  },
  compute(design: LsvDesign, _operating: OperatingPoint, { nearest_m, farthest_m }) {
    const distance_m = Float64Array.from(
      { length: points },
      (_, k) => nearest_m * (farthest_m / nearest_m) ** (k / (points - 1)),
    );
    const curve = (
      name: string,
      title: string,
      transport: LsvDesign["transport"],
      absorption: "transverse" | "longitudinal",
    ) => ({
      name,
      title,
      unit: "1" as const,
      values: distance_m.map((injectorDetectorDistance_m) =>
        transferEfficiency({ ...design, injectorDetectorDistance_m, transport }, absorption),
      ),
    });
    return {
      status: "ok",
      axis: { name: "distance_m", title: "distance of injector and output", unit: "m", values: distance_m },
      curves: [
        curve("closedForm", "closed form, on the equator", "closed-form", "transverse"),
        curve("nodal", "circuit, on the equator", "nodal", "transverse"),
        curve("closedFormAtPole", "closed form, at a pole", "closed-form", "longitudinal"),
        curve("nodalAtPole", "circuit, at a pole", "nodal", "longitudinal"),
      ],
      axisScale: "log",
      curveScale: "log",
      quantities: {
        closedFormEfficiency: transferEfficiency({ ...design, transport: "closed-form" }, "transverse"),
        nodalEfficiency: transferEfficiency({ ...design, transport: "nodal" }, "transverse"),
      },
    };
  },
});
