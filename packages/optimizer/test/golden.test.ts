import plugin from "../src/index.ts";
import type { OptimizerModel } from "@neurofront/core";
import { expect, it } from "vitest";
import { branches } from "../src/problems/branches.ts";
import { problemOf, search } from "./search.ts";

const EVALUATIONS = 48;
/** Digits that no rounding of the last ones reaches. */
const DIGITS = 9;

const models: readonly OptimizerModel[] = plugin.models;

// A whole search of each: `vitest run packages/optimizer/test/golden.test.ts --update` stores it anew, and git shows the difference.
it.each(models.map((model) => ({ id: model.id, model })))("$id searches as it did when it was stored", async (row) => {
  const told = search(row.model, problemOf(branches, EVALUATIONS, 1), branches.evaluate);
  const lines = told.map(({ coordinates, status, objectives, violation }) => {
    const numbers = (values: Iterable<number>): string =>
      Array.from(values, (value) => String(Number(value.toPrecision(DIGITS)))).join(" ");
    return `${numbers(coordinates)} | ${status === "ok" ? numbers(objectives) : status} | ${numbers([violation])}`;
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`stored/${row.id}.txt`);
});
