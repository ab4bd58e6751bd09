import { expect, it } from "vitest";
import { GUIDANCE } from "../src/conformance/guidance.ts";
import { RULES_BY_ROLE } from "./rules-by-role.ts";

it("every rule says what to do, and nothing is said about rules that there are not", () => {
  const codes = new Set(Object.values(RULES_BY_ROLE).flatMap((rules) => rules.map(({ code }) => code)));
  expect(Object.keys(GUIDANCE).toSorted()).toEqual([...codes].toSorted());
});

it.each(Object.entries(GUIDANCE))("%s: a sentence in the imperative", (_code, { remedy }) => {
  expect(remedy).toMatch(/^[A-Z].{10,}\.$/u);
});
