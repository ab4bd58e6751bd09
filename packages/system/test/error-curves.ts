import { normalCdf } from "@neurofront/physics";

/** Error probability by net current. */
export type Curve = (netCurrent: number) => number;

/** Largest net current of interest. */
export const LIMIT = 10;

/** Courses that an error probability may take between certainly wrong and certainly right. */
export const CURVES: Readonly<Record<string, Curve>> = {
  "a step": (x) => (x > 1 ? 0 : x < 1 ? 1 : 0.5),
  "a step at zero": (x) => (x > 0 ? 0 : x < 0 ? 1 : 0.5),
  "a step off every knot": (x) => (x > 1.2345 ? 0 : 1),
  Gaussian: (x) => normalCdf(-(x - 1) / 0.3),
  "a narrow Gaussian": (x) => normalCdf(-(x - 1) / 0.01),
  "a wide Gaussian": (x) => normalCdf(-x / 20),
  logistic: (x) => 1 / (1 + Math.exp((x - 1) / 0.1)),
  "a Gaussian with a floor of 1 %": (x) => 0.01 + 0.98 * normalCdf(-(x - 1) / 0.2),
  "a Gaussian with a floor of 1e-5": (x) => 1e-5 + (1 - 2e-5) * normalCdf(-(x - 1) / 0.2),
  "a coin": () => 0.5,
};
