import { defaultsOf, randomAt } from "@neurofront/core";
import { NO_DEAD_ZONE, networkAccuracy } from "@neurofront/training";
import { expect, it } from "vitest";
import { digits } from "../src/model.ts";

const defaults = defaultsOf(digits.parameters);

it.each([
  ["one layer", {}, 0.68],
  ["a hidden layer of 40", { hiddenNeurons: 40, deadZone: 0.67 }, 0.76],
  ["eight kernels of 3 x 3 at every place", { kernels: 8, stride: 1, margin: 1 }, 0.71],
] as const)(
  "%s reaches the accuracy of the README",
  async (_what, architecture, least) => {
    const { layers, clean } = await digits.prepare({ ...defaults, ...architecture }, 1);
    expect(networkAccuracy(layers, clean, NO_DEAD_ZONE, randomAt(1, "test"))).toBeGreaterThan(least);
  },
  300_000,
);
