import { describe, expect, it } from "vitest";
import { operationOf } from "../src/operation.ts";
import { deviceOf, relativeError, workingOperation } from "./device.ts";

const pinned = { pinning: "washboard", pinningBarrier_J: 0.715 * 4.1419e-21, pinningPeriod_m: 60e-9 } as const;

it("the closed form without pinning is what the study of the paper uses", () => {
  expect(workingOperation(deviceOf("A")).write_s).toBe(
    workingOperation(deviceOf("A", { fidelity: "closed-form" })).write_s,
  );
  expect(deviceOf("A").fidelity).toBe("closed-form");
  expect(deviceOf("A").pinning).toBe("none");
  expect(deviceOf("A").memory).toBe("hold");
});

describe.each(["closed-form", "q-phi", "langevin"] as const)("%s", (fidelity) => {
  it("a weak washboard lengthens the write", () => {
    const free = workingOperation(deviceOf("A", { fidelity })).write_s;
    const slowed = workingOperation(deviceOf("A", { fidelity, ...pinned })).write_s;
    // The wall starts in a well that hardly slows it and must climb one barrier: 1.27 ns by integration, 1.27 ns in closed form.
    expect(slowed / free).toBeGreaterThan(1.15);
    expect(slowed / free).toBeLessThan(1.4);
  });

  it("below depinning the device is impossible, with the distance to follow", () => {
    const amountAt = (switchingCurrent_A: number): number => {
      const answer = operationOf(deviceOf("A", { fidelity, ...pinned, switchingCurrent_A }));
      if (answer.status === "ok") throw new Error("it crossed");
      expect(answer.violations[0]!.code).toBe("held-by-pinning");
      return answer.violations[0]!.amount;
    };
    expect(amountAt(0.5e-6)).toBeGreaterThan(amountAt(1e-6));
    expect(relativeError(amountAt(0.6e-6), Math.log(2))).toBeLessThan(1e-2);
  });

  it("a reset that does not cross is impossible too", () => {
    const answer = operationOf(deviceOf("A", { fidelity, ...pinned, memory: "reset", resetCurrent_A: 0.5e-6 }));
    expect(answer.status).toBe("impossible");
    expect(answer.status === "impossible" ? answer.violations[0]!.message : "").toContain("resetCurrent_A");
  });
});

it("the integrated write time costs less than 100 us a design", () => {
  const designs = (batch: number): ReturnType<typeof deviceOf>[] =>
    Array.from({ length: 100 }, (_, k) =>
      deviceOf("A", { fidelity: "q-phi", switchingCurrent_A: 2e-6 * (1 + (100 * batch + k) / 1000) }),
    );
  // The best of some batches: others may want the machine too. Measured 30 us.
  const best_us = Math.min(
    ...Array.from({ length: 10 }, (_, batch) => {
      const tried = designs(batch);
      const before_us = process.cpuUsage().user;
      for (const design of tried) operationOf(design);
      return (process.cpuUsage().user - before_us) / tried.length;
    }),
  );
  expect(best_us).toBeLessThan(100);
});
