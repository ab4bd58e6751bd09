import { expect, it } from "vitest";
import { discrepancies } from "../src/discrepancies.ts";

function found(id: string): number[] {
  return discrepancies.find((discrepancy) => discrepancy.id === id)!.check!().map((check) => check.found);
}

it("finds 19 % of the current lost in a 60 ohm neuron, 24 % of loading, and more with real lines", () => {
  const [lost, loading, lostWithLines] = found("clamped-input-node");
  expect(lost).toBeCloseTo(1 - 1 / 1.24, 10);
  expect(loading).toBeCloseTo(0.24, 10);
  expect(lostWithLines).toBeGreaterThan(lost!);
});

it("finds 25 fJ of gate energy where the synapses take 0.4 fJ", () => {
  const [gates_J] = found("free-row-drivers");
  expect(gates_J! * 1e15).toBeCloseTo(25.2, 1);
});
