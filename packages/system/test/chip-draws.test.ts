import { denseLayer, randomAt } from "@neurofront/core";
import { expect, it } from "vitest";
import { chipDraws } from "../src/chip-draws.ts";

const layer = () => denseLayer(new Float64Array(6), 2);

it("the first layer's draws are the chip's, devices first and then neurons", () => {
  const random = randomAt(7, "chip", 3);
  const expected = Float64Array.from({ length: 2 * 6 + 2 }, () => random.normal());
  expect(chipDraws(layer(), 0, 7, 3, false)).toStrictEqual({ normal: expected, fate: undefined });
});

it("where devices can be stuck, each has its fate after its error", () => {
  const { normal, fate } = chipDraws(layer(), 0, 7, 3, true);
  const random = randomAt(7, "chip", 3);
  for (let device = 0; device < 12; device++)
    expect([normal[device], fate![device]]).toStrictEqual([random.normal(), random.uniform()]);
  expect(fate).toHaveLength(12);
});

it("are kept, and another layer, seed or chip has others", () => {
  const one = layer();
  const first = chipDraws(one, 0, 7, 3, false);
  expect(chipDraws(one, 0, 7, 3, false)).toBe(first);
  for (const other of [chipDraws(one, 1, 7, 3, false), chipDraws(one, 0, 8, 3, false), chipDraws(one, 0, 7, 4, false)])
    expect(other.normal).not.toStrictEqual(first.normal);
});

it("of a large array are drawn again rather than kept", () => {
  const large = denseLayer(new Float64Array(2200 * 1000), 1000);
  const first = chipDraws(large, 0, 1, 0, false);
  const again = chipDraws(large, 0, 1, 0, false);
  expect(again).not.toBe(first);
  expect(again.normal[12_345]).toBe(first.normal[12_345]);
});
