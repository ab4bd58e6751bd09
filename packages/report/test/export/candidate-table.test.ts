import { nonDominated } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { columnHead, dataTableCsv } from "../../src/data-table.ts";
import { candidateTable, chosenCandidates } from "../../src/export/candidate-table.ts";
import { candidatesJson } from "../../src/export/candidates-json.ts";
import { syntheticInput } from "../synthetic-candidates.ts";

const input = syntheticInput(undefined, 40);
const table = candidateTable(input, "all");
const at = (name: string) => table.columns.findIndex((column) => column.name === name);

describe("candidates as a table", () => {
  it("has a row for every candidate, in the order of the archive", () => {
    expect(table.rows.map((row) => [row[at("search")], row[at("candidate")]])).toEqual(
      input.candidates.map(({ search, candidate }) => [search, candidate]),
    );
  });

  it.each([
    "energy [J]",
    "delay [s]",
    "edp [J s]",
    "area [m^2]",
    "accuracy [1]",
    "input_voltage [V]",
    "neuron.switchingCurrent [A]",
    "neuron.length [m]",
    "synapse.conductanceMax [S]",
    "neuron.fingers [1]",
  ])("names %s with its unit", (head) => {
    expect(table.columns.map((column) => columnHead(column))).toContain(head);
  });

  it("holds metrics and searched parameters in SI, and nothing where a technology has no such parameter", () => {
    input.candidates.forEach((record, row) => {
      const cells = table.rows[row]!;
      expect(cells[at("energy")]).toBe(record.assessment.metrics.energy);
      expect(cells[at("neuron.switchingCurrent")]).toBe(record.design.neuron["switchingCurrent_A"]);
      expect(cells[at("violation")]).toBe(record.violation);
    });
    expect(table.rows.some((row) => row[at("neuron.fingers")] === undefined)).toBe(true);
    // Fixed parameters stand in the study.
    expect(at("neuron.width")).toBe(-1);
  });

  it("says how each candidate stands, and what it breaks", () => {
    const standings = new Set(table.rows.map((row) => row[at("standing")]));
    expect(standings).toEqual(new Set(["front", "dominated", "infeasible", "impossible"]));
    for (const row of table.rows.filter((each) => each[at("standing")] === "infeasible"))
      expect(row[at("broken_rules")]).toMatch(/^[a-z -]+$/u);
  });

  it("has the accuracy on chips where they were drawn", () => {
    const verified = table.rows.filter((row) => row[at("chip_accuracy_p05")] !== undefined);
    expect(verified).toHaveLength(input.verifications.length);
  });

  it("of the fronts holds what no other of its search dominates", () => {
    const front = candidateTable(input, "front");
    const expected = [...Map.groupBy(input.candidates, ({ search }) => search).values()].flatMap((records) =>
      nonDominated(
        records.filter(({ violation, assessment }) => violation === 0 && assessment.status === "ok"),
        ({ objectives }) => objectives,
      ),
    );
    expect(front.rows).toHaveLength(expected.length);
    expect(front.id).toBe("front");
  });

  it("gives a spreadsheet no formula to run", () => {
    const [record, ...rest] = input.candidates;
    const evil = { ...input, candidates: [{ ...record!, search: '=HYPERLINK("http://x")/full' }, ...rest] };
    expect(dataTableCsv(candidateTable(evil, "all")).split("\r\n")[1]).toMatch(
      /^"'=HYPERLINK\(""http:\/\/x""\)\/full",/u,
    );
  });
});

describe("candidates as JSON", () => {
  it.each(["all", "front"] as const)("holds whole records: %s", (choice) => {
    const value = JSON.parse([...candidatesJson(input, choice)].join("")) as Record<string, unknown>;
    expect(value).toMatchObject({ format: "neurofront-candidates", formatVersion: 1, units: "SI" });
    expect(value["study"]).toEqual(input.study);
    const chosen = chosenCandidates(input, choice);
    expect(value["candidates"]).toEqual(chosen);
    const names = new Set(chosen.map(({ search, candidate }) => `${search} ${candidate}`));
    expect(value["verifications"]).toEqual(
      input.verifications.filter(({ search, candidate }) => names.has(`${search} ${candidate}`)),
    );
  });
});
