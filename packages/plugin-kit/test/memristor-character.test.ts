import { expect, it } from "vitest";
import { stateMemristorCharacter } from "../src/memristor-character.ts";

const transit = { duration_s: 1e-9, energy_J: 5e-12, largestCurrent_A: 3e-3 };
const memristor = {
  conductanceMin_S: 1e-5,
  conductanceMax_S: 1e-4,
  levels: Infinity,
  nonlinearity: 1.02,
  capacitance_F: 1e-16,
  inputVoltage_V: 0.1,
  design: { stuckAtMin: 0.01, stuckAtMax: 0.02, programmingSpread: 0.05, readsPerWrite: 1e6, featureSize_m: 50e-9 },
  programming: {
    set: { voltage_V: 1, transit },
    reset: { voltage_V: -1, transit: { ...transit, duration_s: 2e-9 } },
    read: { stateChange: 0, conductanceChange: 0 },
    halfSelect: { stateChange: 0.3, conductanceChange: 0.6 },
  },
};

it("is a separable device on a crossing of 2F by 2F", () => {
  expect(stateMemristorCharacter(memristor)).toMatchObject({
    status: "ok",
    conductanceMin_S: 1e-5,
    conductanceMax_S: 1e-4,
    levels: Infinity,
    isSeparable: true,
    stuckAtMin: 0.01,
    stuckAtMax: 0.02,
    area_m2: expect.closeTo(1e-14, 25),
    pitch_m: expect.closeTo(1e-7, 17),
    write: { voltage_V: -1, duration_s: 2e-9 },
    violations: [],
  });
});

it("carries disturb, write and its own numbers as quantities", () => {
  const answer = stateMemristorCharacter({ ...memristor, quantities: { enduranceCycles: 1e6 } });
  if (answer.status !== "ok") throw new Error("always possible");
  expect(answer.quantities).toMatchObject({
    nonlinearity: 1.02,
    readStateChange: 0,
    halfSelectStateChange: 0.3,
    halfSelectConductanceChange: 0.6,
    setDuration_s: 1e-9,
    enduranceCycles: 1e6,
  });
});

it("collects the violations of read, write and the device itself", () => {
  const own = { kind: "warning", code: "own", message: "an example", amount: 0 } as const;
  const answer = stateMemristorCharacter({
    ...memristor,
    programming: {
      ...memristor.programming,
      set: { voltage_V: 1, transit: undefined },
      read: { stateChange: 1e-6, conductanceChange: 1e-6 },
    },
    violations: [undefined, own],
  });
  expect(answer.violations.map(({ code }) => code)).toEqual(["read-disturb", "set-incomplete", "own"]);
  expect(answer).not.toHaveProperty("write");
});
