import type { OperatingPoint, View } from "@neurofront/core";
import { efficiencyView } from "./efficiency-view.ts";
import { errorCurrentView, errorTimeView } from "./error-views.ts";
import type { LsvParameters } from "./parameters.ts";
import { presetView } from "./preset-view.ts";
import { trajectoryView } from "./trajectory-view.ts";

/** Looks into one device. */
export const views: readonly View<LsvParameters, OperatingPoint>[] = [
  trajectoryView,
  efficiencyView,
  errorCurrentView,
  errorTimeView,
  presetView,
];
