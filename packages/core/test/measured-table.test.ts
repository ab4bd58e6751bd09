import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMeasuredTable } from "../src/measured-table.ts";

const columns = {
  current_A: { unit: "A", meaning: "current", low: 1e-15 },
  delay_s: { unit: "s", meaning: "delay", low: 0 },
  energy_J: { unit: "J", meaning: "energy", low: 0 },
} as const;

const head = "current [uA],delay [ns],energy [fJ]";

describe("a table of measured points", () => {
  it.each([
    ["in the order of the columns", `${head}\n1,4,0.1\n2,3,0.2\n3,2.5,0.4`],
    [
      "with comments, empty lines and the line ends of Windows",
      `# lab 3\r\n${head}\r\n\r\n1,4,0.1\r\n2,3,0.2\r\n# gap\r\n3,2.5,0.4\r\n`,
    ],
    [
      "in other units and another order",
      "energy [aJ] , current [nA], delay [ps]\n100,1000,4000\n200,2e3,3e3\n400,3e3,2.5e3",
    ],
    ["behind a byte order mark", `\uFEFF${head}\n1,4,0.1\n2,3,0.2\n3,2.5,0.4`],
  ])("is read %s", (_how, text) => {
    const reading = readMeasuredTable(text, columns);
    if (!reading.ok) throw new Error(reading.problem);
    // The prefix goes into the exponent, so these are the very numbers.
    expect(reading.table).toEqual({
      current_A: Float64Array.of(1e-6, 2e-6, 3e-6),
      delay_s: Float64Array.of(4e-9, 3e-9, 2.5e-9),
      energy_J: Float64Array.of(0.1e-15, 0.2e-15, 0.4e-15),
    });
  });

  it.each([
    ["no text", "", 1, `is empty; write a header such as "current [A],delay [s],energy [J]"`],
    ["comments only", "# nothing\n", 1, "is empty"],
    ["no units", "current,delay,energy\n1,2,3", 1, `with "current", which is no name with a unit in brackets`],
    ["a cell without end", `${head}\n1${" ".repeat(900_000)}x,1,1`, 2, "has a value of more than 80 characters"],
    ["an unknown column", `${head},area [um^2]\n`, 1, `unknown column "area"`],
    ["a column twice", "current [uA],delay [ns],delay [ps]\n", 1, `the column "delay" twice`],
    ["a column missing", "current [uA],delay [ns]\n1,2", 1, `without the column "energy"`],
    ["a unit of something else", "current [uV],delay [ns],energy [fJ]\n", 1, "is not in a unit of A"],
    ["two points", `${head}\n1,4,0.1\n2,3,0.2`, 3, "ends with 2 points; legal: 3 to 10000"],
    ["a value missing", `${head}\n1,4,0.1\n2,3\n3,2,1`, 3, "has 2 values, the header 3"],
    ["a decimal comma", `${head}\n1,4,0,1\n2,3,0,2\n3,2,0,4`, 2, "decimals take a point, not a comma"],
    ["a word", `${head}\n1,4,0.1\n2,fast,0.2\n3,2,0.4`, 3, `has the delay "fast"; write a plain number`],
    ["an empty cell", `${head}\n1,,0.1\n2,3,0.2\n3,2,0.4`, 2, `has the delay ""; write a plain number`],
    ["a unit in a cell", `${head}\n1 nA,4,0.1\n2,3,0.2\n3,2,0.4`, 2, `has the current "1 nA"; write a plain number`],
    ["infinity", `${head}\n1,4,1e999\n2,3,0.2\n3,2,0.4`, 2, `has the energy "1e999"; write a plain number`],
    ["a negative delay", `${head}\n1,-4,0.1\n2,3,0.2\n3,2,0.4`, 2, "has the delay -4 ns; legal: at least 0 s"],
    [
      "points out of order",
      `${head}\n1,4,0.1\n3,3,0.2\n2,2,0.4`,
      4,
      "has a current that is not above that of the point before",
    ],
    ["a point twice", `${head}\n1,4,0.1\n1,3,0.2\n2,2,0.4`, 3, "keep one of each"],
  ])("with %s is refused with its line", (_what, text, line, problem) => {
    const reading = readMeasuredTable(text, columns);
    expect(reading).toMatchObject({ ok: false, line });
    expect((reading as { problem: string }).problem).toContain(problem);
  });

  it("gives back any points that are written into one", () => {
    const positive = fc.double({ min: 1e-9, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(fc.uniqueArray(positive, { minLength: 3, maxLength: 40 }), (currents_uA) => {
        const sorted = currents_uA.toSorted((a, b) => a - b);
        const reading = readMeasuredTable(`${head}\n${sorted.map((value) => `${value},1,1`).join("\n")}`, columns);
        expect(reading).toMatchObject({ ok: true });
        const { table } = reading as { table: { current_A: Float64Array } };
        for (const [k, value] of sorted.entries()) expect(table.current_A[k]! / (value * 1e-6)).toBeCloseTo(1, 12);
      }),
    );
  });
});
