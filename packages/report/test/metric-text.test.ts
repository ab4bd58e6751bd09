import { expect, it } from "vitest";
import { femtojoules, formatInterval, formatMetric, formatRatio, formatShare } from "../src/metric-text.ts";

it.each([
  ["energy", 7.2e-16, "720 aJ"],
  ["delay", 1e-9, "1 ns"],
  ["edp", 7.2e-25, "7.2e-25 J s"],
  ["edp", 3.5e-21, "3.5e-21 J s"],
  ["area", 2e-12, "2 um^2"],
  ["accuracy", 0.9512, "95.1 %"],
  ["energy", undefined, "-"],
] as const)("writes %s %d as %s", (metric, value, text) => {
  expect(formatMetric(metric, value)).toBe(text);
});

it.each([
  [0.5, "50 %"],
  [1, "100 %"],
  [0.9987, "99.87 %"],
  [0.99999086, "99.99909 %"],
  [0.99999999999999, "100 %"],
])("writes the share %d as %s", (share, text) => {
  expect(formatShare(share)).toBe(text);
});

it.each([
  [0.9512, 0.9583, "95.12 to 95.83 %"],
  [0.4, 0.6, "40 to 60 %"],
  [1, 1, "100 to 100 %"],
])("writes the interval %d ... %d as %s", (low, high, text) => {
  expect(formatInterval(low, high)).toBe(text);
});

it.each([
  [4861.11, "4861"],
  [972.222, "972"],
  [2.1149, "2.11"],
  [0.00123456, "0.00123"],
  [2.5e7, "2.5e+7"],
  [undefined, "-"],
])("writes the ratio %d as %s", (ratio, text) => {
  expect(formatRatio(ratio)).toBe(text);
});

it.each([
  [0, "0"],
  [7.2e-16, "0.72"],
  [7e-13, "700"],
  [1e-20, "1e-5"],
])("writes %d J as %s fJ", (energy_J, text) => {
  expect(femtojoules(energy_J)).toBe(text);
});
