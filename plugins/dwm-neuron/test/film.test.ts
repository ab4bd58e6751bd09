import { expect, it } from "vitest";
import { filmOf } from "../src/film.ts";
import { dwmNeuron } from "../src/model.ts";
import { circuitAt, deviceOf, relativeError } from "./device.ts";

const device = deviceOf("A");

function quantitiesAt(temperature_K: number, changes: Parameters<typeof deviceOf>[1] = {}) {
  const answer = dwmNeuron.characterize(deviceOf("A", changes), circuitAt(temperature_K));
  if (answer.status !== "ok") throw new Error(answer.violations[0]!.message);
  return { ...answer, codes: answer.violations.map(({ code }) => code) };
}

it("is as declared at the reference temperature and without agitation", () => {
  expect(filmOf(device, 300)).toBe(device);
  expect(filmOf(device, 0)).toBe(device);
});

// Steady state of the q-phi equations without shape field, solved by a program of its own. The force of a current does not depend
// on Ms; the friction 2 mu0 Ms w t alpha / (g0 Delta) falls, as the wall becomes wider.
it.each([
  { temperature_K: 233, wallParameter_nm: 4.691475, speed_m_s: 60.6364 },
  { temperature_K: 300, wallParameter_nm: 4.886463, speed_m_s: 65.84028 },
  { temperature_K: 358, wallParameter_nm: 5.096139, speed_m_s: 71.6042 },
  { temperature_K: 398, wallParameter_nm: 5.267664, speed_m_s: 76.43604 },
])("has a faster wall when it is warmer: $temperature_K K", ({ temperature_K, wallParameter_nm, speed_m_s }) => {
  const { quantities } = quantitiesAt(temperature_K);
  // Rounding of the numbers above.
  expect(relativeError(quantities["wallParameter_m"]! * 1e9, wallParameter_nm)).toBeLessThan(2e-6);
  expect(relativeError(quantities["wallSpeed_m_s"]!, speed_m_s)).toBeLessThan(2e-6);
});

it("flags a film near its Curie temperature, and has no device beyond", () => {
  expect(quantitiesAt(350, { curieTemperature_K: 500 }).codes).toContain("near-curie-temperature");
  expect(quantitiesAt(300, { curieTemperature_K: 505 }).codes).not.toContain("near-curie-temperature");
  const answer = dwmNeuron.characterize(deviceOf("A", { curieTemperature_K: 500 }), circuitAt(510));
  expect(answer).toMatchObject({ status: "impossible", violations: [{ code: "not-magnetic" }] });
});

it("follows a study that changes the temperature of one design back and forth", () => {
  const again = (temperature_K: number) => dwmNeuron.characterize(device, circuitAt(temperature_K));
  const first = again(300);
  const warm = again(360);
  expect(again(300)).toEqual(first);
  expect(again(360)).toEqual(warm);
});
