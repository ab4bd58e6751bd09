import { expect, it } from "vitest";
import { openTerminals } from "../../src/crossbar/floating-terminals.ts";

/** 0 --1 S-- 2 --3 S-- 1, 2 --2 S-- 3, and 4 connected to nothing. */
const size = 5;
const conductance_S = new Float64Array(size * size);
conductance_S[2 * size] = 1;
conductance_S[2 * size + 1] = 3;
conductance_S[3 * size + 2] = 2;

it("gives an open terminal the mean of its neighbours and joins them through it", () => {
  const opened = openTerminals(conductance_S, size, [2])!;
  expect([...opened.voltageShare]).toEqual([1 / 6, 1 / 2, 0, 1 / 3, 0]);
  expect(opened.conductance_S[size]).toBeCloseTo(1 / 2, 15);
  expect(opened.conductance_S[3 * size]).toBeCloseTo(1 / 3, 15);
  expect(opened.conductance_S[3 * size + 1]).toBeCloseTo(1, 15);
});

it("follows chains of open terminals in any order", () => {
  for (const open of [
    [2, 3],
    [3, 2],
  ]) {
    const opened = openTerminals(conductance_S, size, open)!;
    const of2 = open.indexOf(2) * size;
    const of3 = open.indexOf(3) * size;
    for (const [terminal, share] of [1 / 4, 3 / 4, 0, 0, 0].entries()) {
      expect(opened.voltageShare[of2 + terminal]).toBeCloseTo(share, 15);
      expect(opened.voltageShare[of3 + terminal]).toBeCloseTo(share, 15);
    }
    expect(opened.conductance_S[size]).toBeCloseTo(3 / 4, 15);
  }
});

it("says when a voltage is not determined", () => {
  expect(openTerminals(conductance_S, size, [4])).toBeUndefined();
  expect(openTerminals(conductance_S, size, [0, 1, 2, 3])).toBeUndefined();
});
