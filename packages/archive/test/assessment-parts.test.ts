import type { Assessment } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { carriedAssessment, largeMembers, smallMembers, withMembers } from "../src/assessment-parts.ts";
import { packAssessment } from "../src/stored-assessment.ts";
import { ValueLayout, layoutText } from "../src/value-layout.ts";
import { ValueLayouts } from "../src/value-layouts.ts";
import { record } from "./made-up-study.ts";

const { assessment } = record(1);

/** The assessment as a thread sends it, counting how often its large members are made. */
function carried(): { readonly one: Assessment; readonly reads: () => number } {
  const found = largeMembers(assessment);
  if (!("values" in found)) throw new Error("an assessment of a model has values");
  const layout = new ValueLayout(layoutText(found.values));
  const { numbers, messages } = layout.contentOf(found.values)!;
  const content = { numbers: numbers.slice(), messages: [...messages] };
  let reads = 0;
  const one = carriedAssessment(smallMembers(assessment), {
    keys: layout.keys,
    read() {
      reads++;
      return { layout, content };
    },
    refusal: (key) => new Error(key),
  });
  return { one, reads: () => reads };
}

const newLayouts = (texts: string[] = []) =>
  new ValueLayouts(
    [],
    (number) => texts[number]!,
    (number, text) => (texts[number] = text),
  );

describe("the parts of an assessment", () => {
  it("are all of it", () => {
    const found = largeMembers(assessment);
    expect({ ...smallMembers(assessment), ...("values" in found ? found.values : {}) }).toStrictEqual(assessment);
    expect(Object.keys(smallMembers(assessment))).toStrictEqual(["status", "violations", "metrics"]);
  });

  it("are those that were carried, looked at only when asked for", () => {
    const { one, reads } = carried();
    expect(one.metrics).toStrictEqual(assessment.metrics);
    expect(reads()).toBe(0);
    expect(one).toStrictEqual(assessment);
    expect(reads()).toBe(4);
  });

  it.each([
    ["spread", (one: Assessment) => ({ ...one })],
    ["written as JSON and read", (one: Assessment) => JSON.parse(JSON.stringify(one)) as unknown],
    ["cloned", (one: Assessment) => structuredClone(one)],
  ])("are all there when an assessment that was carried is %s", (_, copied) => {
    const { one } = carried();
    const { ledger, ...rest } = copied(one) as Assessment;
    expect({ ...rest, ledger }).toStrictEqual(assessment);
    expect(Object.keys(one)).toStrictEqual(Object.keys(assessment));
    // A copy keeps what it was given, not what the first was made of.
    expect(withMembers({ ...one, ledger: [] }, { fidelity: "fine" })).toStrictEqual({
      ...assessment,
      ledger: [],
      fidelity: "fine",
    });
  });

  it("stay unmade when a small one is changed", () => {
    const { one, reads } = carried();
    const changed = withMembers(withMembers(one, { fidelity: "fine" }), { violations: [] });
    expect(reads()).toBe(0);
    expect(changed).toStrictEqual({ ...assessment, fidelity: "fine", violations: [] });
    expect(withMembers(assessment, { fidelity: "fine" })).toStrictEqual({ ...assessment, fidelity: "fine" });
  });

  it("are packed to the same bytes, carried or not", () => {
    const [here, there] = [[] as string[], [] as string[]];
    const bytes = packAssessment(assessment, newLayouts(here));
    expect(packAssessment(carried().one, newLayouts(there))).toStrictEqual(bytes);
    expect(there).toStrictEqual(here);
  });
});
