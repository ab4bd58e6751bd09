import { expect, it } from "vitest";
import { atCorner } from "../src/process-corner.ts";
import { mos45nm } from "../src/ptm-45nm.ts";

it.each([
  ["TT", 0, 0],
  ["FF", -1, -1],
  ["SS", 1, 1],
  ["FS", -1, 1],
  ["SF", 1, -1],
] as const)("%s moves n by %d and p by %d times 30 mV and -10 %%", (corner, n, p) => {
  for (const [polarity, slowness] of [
    ["n", n],
    ["p", p],
  ] as const) {
    const typical = mos45nm({ polarity, length_m: 90e-9 });
    const found = atCorner(typical, polarity, corner);
    expect(found.thresholdVoltage_V).toBeCloseTo(typical.thresholdVoltage_V + slowness * 0.03, 12);
    expect(found.specificCurrent_A).toBeCloseTo(typical.specificCurrent_A * (1 - slowness * 0.1), 15);
  }
});
