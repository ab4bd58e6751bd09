import { defaultsOf } from "@neurofront/core";
import { drivenMemristor, stateTransit } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { driftRate_Hz, filmResistance_ohm, linearDriftDevice } from "../src/linear-drift.ts";
import { tio2LinearDriftMemristor } from "../src/model.ts";

const film = { ...defaultsOf(tio2LinearDriftMemristor.parameters), window: "joglekar" } as const;
const whole = { stateAtMin: 0, stateAtMax: 1, setVoltage_V: 1, resetVoltage_V: -1 };

/** One period of 1 V at 1 Hz. */
function sine(initialFraction: number, accuracy: { tolerance?: number; pointsPerCycle?: number } = {}) {
  const drive = { initialFraction, amplitude_V: 1, frequency_Hz: 1, cycles: 1, ...accuracy };
  return drivenMemristor(linearDriftDevice(film), whole).sinusoid(drive);
}

describe("reference points", () => {
  // Point H1, an independent circuit simulation (ngspice); its own tolerance is 0.1 %.
  it.each([
    { at: "0.25 s", sample: 100, column: "state", reference: 0.14885 },
    { at: "0.25 s", sample: 100, column: "current_A", reference: 73.35e-6 },
    { at: "0.5 s", sample: 200, column: "state", reference: 0.22142 },
    { at: "1 s", sample: 400, column: "state", reference: 0.1 },
  ] as const)("from 0.1 the $column at $at is $reference", ({ sample, column, reference }) => {
    expect(Math.abs(sine(0.1)[column][sample]! / reference - 1)).toBeLessThan(1e-3);
  });

  // Point H2, Euler steps of 5 us, stiff at the end; its own tolerance is 2 %.
  it("from 0.5 the film is doped through before 0.5 s, with 4.91 mA at most", () => {
    const { state, current_A } = sine(0.5);
    expect(state[200]).toBeGreaterThan(0.99995);
    expect(Math.abs(Math.max(...current_A) / 4.91e-3 - 1)).toBeLessThan(0.02);
  });
});

describe("convergence", () => {
  // Eight samples a period, so that the tolerance and not the samples sets the steps. From 0.5 the film comes within 3.7e-8 of the
  // end and drifts back from there, which multiplies errors by some 1e5.
  it.each([
    { x0: 0.1, tolerance: 1e-7, figure: 1e-8 },
    { x0: 0.5, tolerance: 1e-10, figure: 1e-5 },
  ])("from $x0, halving the tolerance of $tolerance changes no state by $figure", ({ x0, tolerance, figure }) => {
    const fine = sine(x0, { tolerance: tolerance / 2, pointsPerCycle: 8 }).state;
    const coarse = sine(x0, { tolerance, pointsPerCycle: 8 }).state;
    const largestChange = Math.max(...coarse.map((state, k) => Math.abs(state - fine[k]!)));
    expect(largestChange).toBeGreaterThan(0);
    expect(largestChange).toBeLessThan(figure);
  });

  // The state is a function of the flux, which is 0 again after a period.
  it.each([0.1, 0.3, 0.5])("from %d the loop closes within 1e-6 at the samples and tolerance of the view", (x0) => {
    expect(Math.abs(sine(x0).state.at(-1)! - x0)).toBeLessThan(1e-6);
  });
});

describe("laws", () => {
  const parts = fc.double({ min: 0, max: 1, noNaN: true });

  it("drifts at any voltage, with its sign", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 1e-9, max: 5 }),
        (x, voltage_V) => {
          expect(driftRate_Hz(film, x, voltage_V)).toBeGreaterThan(0);
          expect(driftRate_Hz(film, x, -voltage_V)).toBeLessThan(0);
        },
      ),
    );
  });

  it("has a resistance between its ends", () => {
    fc.assert(
      fc.property(parts, (x) => {
        expect(filmResistance_ohm(film, x)).toBeGreaterThanOrEqual(100);
        expect(filmResistance_ohm(film, x)).toBeLessThanOrEqual(16_000);
      }),
    );
  });

  it("without a window crosses in D^2 (Roff + Ron) / (2 mu Ron V) and turns flux into charge", () => {
    const free = linearDriftDevice({ ...film, window: "none" });
    // x from 0 to 1: integral of R dx over mu Ron V / D^2 = 8050 ohm / (1e4 /C * 1 V).
    const found = stateTransit(free, 0, 1, 1)!;
    expect(found.duration_s).toBeCloseTo(0.805, 9);
    // The charge is D^2 / (mu Ron) = 1e-4 C whatever the voltage.
    expect(found.energy_J).toBeCloseTo(1e-4, 12);
    expect(stateTransit(free, 0, 1, 2)!.energy_J).toBeCloseTo(2e-4, 12);
  });

  it.each(["joglekar", "prodromakis", "biolek"] as const)("a %s window keeps the end out of reach", (window) => {
    const slowed = linearDriftDevice({ ...film, window });
    expect(stateTransit(slowed, 0.1, 1, 1)).toBeUndefined();
    const unhindered = stateTransit(linearDriftDevice({ ...film, window: "none" }), 0.1, 0.99, 1)!;
    expect(stateTransit(slowed, 0.1, 0.99, 1)!.duration_s).toBeGreaterThan(unhindered.duration_s);
  });
});
