import { expect, it } from "vitest";
import { isoAngle_deg, isoLabelPlace, isoLines } from "../../src/figures/iso-edp.ts";

const delay = { low: 1e-10, high: 1e-8, length_px: 400 };
const energy = { low: 1e-16, high: 1e-12, length_px: 400 };

it("draws each line from edge to edge of the frame with one product", () => {
  const lines = isoLines(delay, energy);
  expect(lines.map(({ edp_J_s }) => edp_J_s)).toContain(1e-23);
  for (const { edp_J_s, from, to } of lines) {
    expect((from.delay_s * from.energy_J) / edp_J_s).toBeCloseTo(1, 9);
    expect((to.delay_s * to.energy_J) / edp_J_s).toBeCloseTo(1, 9);
    expect(from.delay_s / delay.low < 1.000001 || from.energy_J / energy.high > 0.999999).toBe(true);
    expect(to.delay_s / delay.high > 0.999999 || to.energy_J / energy.low < 1.000001).toBe(true);
  }
});

it("keeps to eight lines on a large frame", () => {
  const lines = isoLines({ low: 1e-12, high: 1, length_px: 400 }, { low: 1e-20, high: 1, length_px: 400 });
  expect(lines.length).toBeLessThanOrEqual(8);
  expect(lines.length).toBeGreaterThan(3);
});

it("knows the slope: two decades across and four down on a square are 26.6 degrees", () => {
  expect(isoAngle_deg(delay, energy)).toBeCloseTo((Math.atan(0.5) * 180) / Math.PI, 9);
});

it("puts a label where no point lies, and none on a line too short for it", () => {
  const line = isoLines(delay, energy).find(({ edp_J_s }) => edp_J_s === 1e-23)!;
  const crowd = Array.from({ length: 50 }, (_, k) => ({ x: 4 * k, y: 2 * k + 200 - 100 }));
  const place = isoLabelPlace(line, delay, energy, crowd, 30)!;
  expect(crowd.filter(({ x, y }) => Math.hypot(x - place.x, y - place.y) < 24)).toEqual([]);
  expect(isoLabelPlace(line, delay, energy, [], 500)).toBeUndefined();
});
