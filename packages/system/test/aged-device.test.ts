import { describe, expect, it } from "vitest";
import { readAtAge } from "../src/aged-device.ts";
import { tinySynapse } from "./tiny-technology.ts";
import type { TinySynapse } from "./tiny-technology.ts";

const at = (settings: TinySynapse, target_S: number, age_s: number) =>
  readAtAge(tinySynapse(settings), {}, { inputVoltage_V: 0.5, temperature_K: 300 }, target_S, age_s);

/** Halves in the first second; devices of one target then differ by a fifth. */
const halving: TinySynapse = {
  spread: 0.1,
  readNoise: 0.03,
  aged: (conductance_S, age_s) => ({
    mean_S: conductance_S / (1 + age_s),
    spread_S: age_s > 0 ? 0.1 * conductance_S : 0,
  }),
};

/** Relaxes towards 10 S, whatever was programmed. */
const forgetting: TinySynapse = {
  spread: 0.1,
  aged: (conductance_S, age_s) => ({ mean_S: 10 + (conductance_S - 10) / (1 + age_s), spread_S: 0 }),
};

describe("a device read at an age", () => {
  // Tolerance: rounding of a difference of two conductances, 1e-15 of 100 against a tenth.
  it.each<[string, TinySynapse, number, { secant_S: number; relativeSpread: number; relativeReadNoise: number }]>([
    ["just programmed", halving, 0, { secant_S: 100, relativeSpread: 0.1, relativeReadNoise: 0.03 }],
    // Its error halves with it; the fifth of ageing is independent.
    ["after a second", halving, 1, { secant_S: 50, relativeSpread: Math.hypot(0.1, 0.2), relativeReadNoise: 0.03 }],
    // 100 and 110 S become 55 and 60 S.
    ["that forgets", forgetting, 1, { secant_S: 55, relativeSpread: 5 / 55, relativeReadNoise: 0 }],
    [
      "that bends",
      { ...halving, bend: (v) => 1 + v },
      1,
      { secant_S: 75, relativeSpread: Math.hypot(0.1, 0.2), relativeReadNoise: 0.03 },
    ],
  ])("%s", (_what, settings, age_s, expected) => {
    const found = at(settings, 100, age_s);
    expect(found.secant_S).toBeCloseTo(expected.secant_S, 12);
    expect(found.relativeSpread).toBeCloseTo(expected.relativeSpread, 12);
    expect(found.relativeReadNoise).toBe(expected.relativeReadNoise);
  });

  it("that has lost everything has no relative spread", () => {
    expect(at({ aged: () => ({ mean_S: 0, spread_S: 1e-6 }) }, 100, 1)).toStrictEqual({
      zeroBias_S: 0,
      secant_S: 0,
      relativeSpread: 0,
      relativeReadNoise: 0,
    });
  });
});
