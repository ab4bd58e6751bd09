import { describe, expect, it } from "vitest";
import type { Assessment } from "@neurofront/core";
import { packAssessment, storedAssessment, wholeAssessment } from "../src/stored-assessment.ts";
import { ValueLayouts } from "../src/value-layouts.ts";
import { record } from "./made-up-study.ts";

const texts: string[] = [];
const layouts = new ValueLayouts(
  [],
  (number) => texts[number]!,
  (number, text) => (texts[number] = text),
);
const packed = (value: unknown) => packAssessment(value as Assessment, layouts);
const layoutOf = (number: number) => layouts.layout(number);
const refusal = (why: string): Error => new RangeError(why);

const { assessment } = record(1);
const layer = {
  ...assessment,
  inputCount: 4,
  outputCount: 2,
  positions: 1,
  energy_J: 1e-15,
  delay_s: 1e-9,
  area_m2: 1e-12,
};

describe("a stored assessment", () => {
  const values = { ...assessment, layers: [layer], fidelity: "closed-form" };
  const read = () => storedAssessment(packed(values), layoutOf, refusal);

  it("is what was stored, in every way in which it is read", () => {
    expect(read()).toStrictEqual(values);
    expect(wholeAssessment(packed(values), layoutOf)).toStrictEqual(values);
    expect({ ...read() }).toStrictEqual(values);
    expect(structuredClone(read())).toStrictEqual(values);
    expect(JSON.parse(JSON.stringify(read()))).toStrictEqual(values);
    expect(Object.keys(read()).toSorted()).toStrictEqual(Object.keys(values).toSorted());
  });

  it("makes its large members when they are asked for, and but once", () => {
    const one = read();
    const isMade = (key: string) => Object.getOwnPropertyDescriptor(one, key)!.get === undefined;
    expect(["metrics", "ledger", "layers"].map(isMade)).toStrictEqual([true, false, false]);
    expect(one.ledger).toBe(one.ledger);
    expect(["metrics", "ledger", "layers"].map(isMade)).toStrictEqual([true, true, false]);
  });

  it.each([
    ["no status", { ...assessment, status: "fine" }],
    ["a metric without a value", { ...assessment, metrics: { energy: Number.NaN } }],
    ["no ledger", Object.fromEntries(Object.entries(assessment).filter(([key]) => key !== "ledger"))],
    ["no object", [1, 2, 3]],
  ])("is refused at once with %s", (_, value) => {
    expect(() => storedAssessment(packed(value), layoutOf, refusal)).toThrow(RangeError);
  });

  it.each([
    ["ledger", { ...assessment, ledger: [{ owner: "system" }] }],
    ["quantities", { ...assessment, quantities: 3 }],
    ["layers", { ...assessment, layers: [{ ...layer, inputCount: -0.5 }] }],
  ] as const)("is refused when its %s, which are none, are asked for", (member, value) => {
    const one = storedAssessment(packed(value), layoutOf, refusal);
    expect(() => one[member]).toThrow(RangeError);
    expect(() => wholeAssessment(packed(value), layoutOf)).toThrow("is none");
  });

  it("is refused where there are no bytes", () => {
    expect(() => storedAssessment("text", layoutOf, refusal)).toThrow("missing");
  });
});
