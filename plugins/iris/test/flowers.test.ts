import { expect, it } from "vitest";
import { FEATURES, SPECIES, flowers } from "../src/flowers.ts";

it("are 100 and 50 of three species, lengths in metres", () => {
  const { training, unseen } = flowers();
  expect([training.length, unseen.length]).toEqual([100, 50]);
  for (let species = 0; species < SPECIES; species++) {
    const own = unseen.filter((flower) => flower.species === species).length;
    expect(own).toBeGreaterThanOrEqual(16);
    expect(own).toBeLessThanOrEqual(17);
  }
  for (const { lengths_m } of [...training, ...unseen]) {
    expect(lengths_m).toHaveLength(FEATURES);
    // From petals of a millimetre to sepals of 7.9 cm.
    for (const length_m of lengths_m) expect(length_m >= 0.001 - 1e-12 && length_m <= 0.079 + 1e-12).toBe(true);
  }
});

it("have the means that Fisher's table has", () => {
  const { training, unseen } = flowers();
  const setosa = [...training, ...unseen].filter(({ species }) => species === 0);
  const mean = (feature: number) => setosa.reduce((sum, { lengths_m }) => sum + lengths_m[feature]!, 0) / setosa.length;
  // Setosa, in centimetres; the second is 3.428 in the common copy of the table.
  for (const [feature, mean_cm] of [5.006, 3.428, 1.462, 0.246].entries())
    expect(100 * mean(feature)).toBeCloseTo(mean_cm, 2);
});
