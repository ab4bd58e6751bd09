import { defaultsOf, randomAt } from "@neurofront/core";
import { expect, it } from "vitest";
import { latchDelayView } from "../src/latch-delay-view.ts";
import { offsetYield, unresolvedProbability } from "../src/yield.ts";
import { summingNode } from "../src/summing-node.ts";
import { characterOf, endToEnd, operatingAt, relativeError } from "./operating.ts";

it.each([
  // Three, two and one sigma.
  [3, 0.9973],
  [2, 0.9545],
  [1, 0.6827],
])("%d sigmas of offset within the resolution are a yield of %d", (sigmas, share) => {
  expect(offsetYield(sigmas * 8.4e-3, 8.4e-3)).toBeCloseTo(share, 4);
});

it("the end-to-end latch is sized for three sigmas", () => {
  // 25.1 mV of 25 mV: the width was rounded to 2.6 um.
  expect(characterOf(endToEnd).quantities["offsetYield"]).toBeCloseTo(0.9972, 3);
});

it("the open window shrinks by e for every time constant that the latch is given", () => {
  const at = (resolution: number) => {
    const node = summingNode({ ...endToEnd, resolution }, operatingAt(80e-6));
    return { node, open: unresolvedProbability(node, 8.4e-3, 0) };
  };
  const [less, more] = [at(0.004), at(0.004 / Math.E)];
  expect(relativeError(more.node.latch_s - less.node.latch_s, less.node.regeneration_s)).toBeLessThan(1e-9);
  // A narrow window: the density over it is constant to second order.
  expect(relativeError(less.open / more.open, Math.E)).toBeLessThan(0.01);
});

it("agrees with latches drawn at random", () => {
  const node = summingNode({ ...endToEnd, resolution: 0.02 }, operatingAt(80e-6));
  const random = randomAt(7, "latch-yield", 0);
  const count = 20_000;
  let open = 0;
  for (let k = 0; k < count; k++) {
    const seen_V = 0.02 * node.settled + 8.4e-3 * random.normal() + node.noise_V * random.normal();
    if (Math.abs(seen_V) < node.resolved_V) open++;
  }
  const expected = unresolvedProbability(node, 8.4e-3, 0.02);
  // Four standard deviations of a binomial share.
  expect(Math.abs(open / count - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
});

it("the delay view falls by one regeneration a natural logarithm, to its least from 50 mV", () => {
  const view = latchDelayView.compute(endToEnd, operatingAt(80e-6), defaultsOf(latchDelayView.settings));
  if (view.status !== "ok") throw new Error("every latch has a delay");
  const { axis, curves, quantities } = view;
  const delay_s = curves[0]!.values;
  expect(delay_s.at(-1)).toBe(quantities["delayAt50mV_s"]);
  const slope_s = (delay_s[0]! - delay_s[10]!) / Math.log(axis.values[10]! / axis.values[0]!);
  expect(relativeError(slope_s, quantities["regeneration_s"]!)).toBeLessThan(1e-9);
  // 115 ps and 20 ps at 2.6 um/90 nm.
  expect(relativeError(quantities["delayAt50mV_s"]!, 115e-12)).toBeLessThan(1e-9);
});
