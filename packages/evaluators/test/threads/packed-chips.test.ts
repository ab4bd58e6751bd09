import { expect, it } from "vitest";
import { packChips, unpackChips } from "../../src/threads/packed-chips.ts";

const chips = (...clean: number[]) => ({
  clean: Float64Array.from(clean),
  test: Float64Array.from(clean, (accuracy) => accuracy / 3),
});

it.each([
  ["none", []],
  ["candidates without chips", [chips(), chips()]],
  ["as many as each has", [chips(0.5, 1), chips(), chips(0.1, 1 / 3, Number.MIN_VALUE)]],
])("chips are put together and taken apart: %s", (_, all) => {
  expect(unpackChips(structuredClone(packChips(all)))).toStrictEqual(all);
});
