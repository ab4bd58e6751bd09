import { defaultsOf } from "@neurofront/core";
import type { AnyDesign, ViewData } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { memristorViews } from "../src/memristor-views.ts";
import type { MemristorDynamics } from "../src/memristor-views.ts";

/** Ohmic, 1 mS, without motion. */
const resistor: MemristorDynamics = {
  sinusoid: ({ initialFraction }) => ({
    time_s: Float64Array.of(0, 1),
    voltage_V: Float64Array.of(0, 0.1),
    current_A: Float64Array.of(0, 1e-4),
    state: Float64Array.of(initialFraction, initialFraction),
  }),
  triangle: ({ amplitude_V, cycles, pointsPerCycle }) => {
    const samples = Float64Array.from({ length: cycles * pointsPerCycle + 1 }, (_, k) => k);
    const voltage_V = samples.map(
      (k) => (2 / Math.PI) * amplitude_V * Math.asin(Math.sin((2 * Math.PI * k) / pointsPerCycle)),
    );
    // The current tells the number of the sample, so that a test sees which sweep it is from.
    return { time_s: samples, voltage_V, current_A: samples, state: samples };
  },
  pulseConductances_S: ({ pulses }) =>
    Float64Array.from({ length: 2 * pulses + 1 }, (_, k) => 1e-4 * (k <= pulses ? k ** 2 : (2 * pulses - k) * pulses)),
  switchingTimes: (magnitudes_V) => ({ set_s: magnitudes_V.map((v) => 1 / v), reset_s: magnitudes_V.map(() => NaN) }),
};

const views = memristorViews(
  () => resistor,
  { name: "gap_m", title: "gap", unit: "m" },
  {
    initialFraction: 0.25,
    amplitude_V: 0.5,
    frequency_Hz: 10,
    setPulse_s: 1e-9,
    resetPulse_s: 1e-8,
    switchingVoltage_V: { low: 0.1, high: 10 },
  },
);

function compute(id: string, settings: AnyDesign = {}): ViewData {
  const view = views.find((candidate) => candidate.id === id)!;
  const answer = view.compute(
    {},
    { inputVoltage_V: 0.1, temperature_K: 300 },
    { ...defaultsOf(view.settings), ...settings },
  );
  if (answer.status !== "ok") throw new Error("always possible");
  return answer;
}

const curve = (data: ViewData, name: string) => data.curves.find((candidate) => candidate.name === name)!.values;

it("offers four views, each once", () => {
  expect(views.map(({ id }) => id)).toEqual(["pinched-loop", "current-voltage", "pulse-train", "switching-time"]);
});

describe("pinched-loop", () => {
  it("shows voltage, current and the state under its own name against time", () => {
    const data = compute("pinched-loop");
    expect(data.axis.name).toBe("time_s");
    expect(data.curves.map(({ name }) => name)).toEqual(["voltage_V", "current_A", "gap_m"]);
    expect(curve(data, "gap_m")[0]).toBe(0.25);
    expect(curve(compute("pinched-loop", { initialFraction: 0.7 }), "gap_m")[0]).toBe(0.7);
  });
});

describe("current-voltage", () => {
  it("takes the sweep down from the second peak and the sweep up to the third", () => {
    const data = compute("current-voltage");
    expect(data.axis.values[0]).toBeCloseTo(-0.5, 12);
    expect(data.axis.values.at(-1)).toBeCloseTo(0.5, 12);
    expect(curve(data, "currentFalling_A").at(-1)).toBe(500);
    expect(curve(data, "currentFalling_A")[0]).toBe(700);
    expect(curve(data, "currentRising_A")[0]).toBe(700);
    expect(curve(data, "currentRising_A").at(-1)).toBe(900);
  });
});

describe("pulse-train", () => {
  it("numbers the pulses and says how far each half bows from a straight line", () => {
    const data = compute("pulse-train", { pulses: 4 });
    expect([...data.axis.values]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    // k^2 of 4 pulses: largest at 2, 1/4 instead of 1/2; the other half is straight.
    expect(data.quantities["potentiationBow"]).toBeCloseTo(0.25, 12);
    expect(data.quantities["depressionBow"]).toBeCloseTo(0, 12);
  });
});

describe("switching-time", () => {
  it("is logarithmic over the span of voltages, without a direction that never gets there", () => {
    const data = compute("switching-time");
    expect([data.axisScale, data.curveScale]).toEqual(["log", "log"]);
    expect(data.axis.values[0]).toBeCloseTo(0.1, 12);
    expect(data.axis.values.at(-1)).toBeCloseTo(10, 10);
    expect(data.curves.map(({ name }) => name)).toEqual(["setTime_s"]);
  });
});
