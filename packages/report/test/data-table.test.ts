import { describe, expect, it } from "vitest";
import {
  countColumn,
  dataTableCsv,
  factorColumn,
  intervalColumns,
  metricColumn,
  shownTable,
  textColumn,
} from "../src/data-table.ts";
import type { DataTable } from "../src/data-table.ts";

const table: DataTable = {
  id: "made-up",
  caption: "Made up",
  columns: [
    textColumn("technology", "technology"),
    countColumn("runs", "runs"),
    metricColumn("energy", "energy", "energy"),
    ...intervalColumns("gain", "gain", factorColumn),
    textColumn("never", "never filled"),
  ],
  rows: [
    ["dwm", 3, 1.234567890123456e-15, 1.5, 2.25, undefined],
    ["=latch", 1, undefined, undefined, undefined, undefined],
  ],
};

describe("a table of data", () => {
  it("is read with units, intervals in one cell, and without empty columns", () => {
    expect(shownTable(table)).toEqual({
      columns: [
        { title: "technology", isNumeric: false },
        { title: "runs", isNumeric: true },
        { title: "energy", isNumeric: true },
        { title: "gain", isNumeric: true },
      ],
      rows: [
        ["dwm", "3", "1.23 fJ", "1.5 to 2.25"],
        ["=latch", "1", "-", "-"],
      ],
    });
  });

  it("is written with units in the head, every digit, and no formula for a spreadsheet", () => {
    expect(dataTableCsv(table)).toBe(
      "technology,runs,energy [J],gain_low [1],gain_high [1],never\r\n" +
        "dwm,3,1.234567890123456e-15,1.5,2.25,\r\n" +
        "'=latch,1,,,,\r\n",
    );
  });
});
