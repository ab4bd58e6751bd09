import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../src/main.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-simulate-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function simulate(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await main(["simulate", ...args], {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    interactive: false,
    width: 120,
  });
  return { code, out, err };
}

/** Rows of a file without quoted fields. */
function rows(path: string): string[][] {
  return readFileSync(path, "utf8")
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(","));
}

describe("a device alone", () => {
  it.each([
    ["dwm-neuron", ["--set or --sweep", "switchingCurrent", "--preset", "columnConductance", "--show: energy"]],
    ["ideal-neuron", ["--view", "firing", "span 3 uA"]],
    ["paper-generic-memristor", ["fullScaleCurrent", "inputVoltage", "programmingSpread"]],
    ["crossbar", ["neuronInputResistance", "transfer"]],
  ])("%s says what it can be asked", async (model, texts) => {
    const { code, out } = await simulate(model);
    expect(code).toBe(0);
    for (const text of texts) expect(out).toContain(text);
  });

  it("shows its numbers at one design", async () => {
    const { code, out } = await simulate("dwm-neuron", "--preset", "A", "--input-voltage", "10 mV");
    expect(code).toBe(0);
    // 60 nm x 20 nm x 2 nm of the paper are 60 ohm.
    expect(out).toMatch(/inputResistance +60 ohm/u);
    expect(out).toContain("columnConductance 4 mS");
  });
});

describe("a view", () => {
  it("is a table with units, a figure, and a text that says where they are", async () => {
    const out = join(folder, "ideal");
    const answer = await simulate(
      "ideal-neuron",
      "--view",
      "firing",
      "--setting",
      "span=1 uA",
      "--setting",
      "points=5",
      "--out",
      out,
    );
    expect(answer.err).toBe("");
    expect(answer.code).toBe(0);
    expect(rows(join(out, "firing.csv"))).toEqual([
      ["netCurrent [A]", "firingProbability [1]"],
      ["-0.000001", "0"],
      ["-5e-7", "0"],
      ["0", "0.5"],
      ["5e-7", "1"],
      ["0.000001", "1"],
    ]);
    expect(readFileSync(join(out, "firing.svg"), "utf8")).toContain("chance that the output fires");
    expect(answer.out).toContain("firing.csv");
  });

  it("is JSON for machines", async () => {
    const { out } = await simulate(
      "ideal-neuron",
      "--view",
      "firing",
      "--setting",
      "points=3",
      "--json",
      "--out",
      folder,
    );
    expect(JSON.parse(out)).toMatchObject({
      model: "ideal-neuron",
      view: "firing",
      axis: { name: "netCurrent", unit: "A", values: [-3e-6, 0, 3e-6] },
      columns: [{ name: "firingProbability", unit: "1", values: [0, 0.5, 1] }],
      files: { table: join(folder, "firing.csv") },
    });
  });
});

describe("a sweep", () => {
  it("has every quantity and every value, impossible ones with a status and a reason", async () => {
    const { code, out } = await simulate("dwm-neuron", "--sweep", "sheAssist=assist,oppose", "--out", folder);
    expect(code).toBe(0);
    const [head = [], assist = [], oppose = []] = rows(join(folder, "sweep-sheAssist.csv"));
    const names = [
      "sheAssist",
      "status",
      "reason",
      "energyPaper [J]",
      "energyFull [J]",
      "delay [s]",
      "wallSpeed [m/s]",
    ];
    expect(head).toEqual(expect.arrayContaining(names));
    expect(assist[head.indexOf("inputResistance [ohm]")]).toBe("60");
    expect([oppose[0], oppose[1], oppose[head.indexOf("delay [s]")]]).toEqual(["oppose", "impossible", ""]);
    expect(oppose[2]).toContain("no-crossing: the wall does not cross");
    expect(out).toMatch(/oppose +impossible/u);
  });

  it.each([
    ["paper-generic-memristor", "inputVoltage=10 mV:500 mV:9", ["conductanceMin [S]", "currentMax [A]", "levels [1]"]],
    ["hfox-milo-memristor", "temperature=300 K:400 K:3", ["agedMin [S]", "readNoiseMax [1]"]],
    ["crossbar", "neuronInputResistance=0 ohm:1 kohm:3", ["transferMean [1]", "settling [s]", "row-drivers [J]"]],
    ["cmos-latch-neuron", "pairWidth=0.5 um:5 um:4", ["error at 5 % of column current [1]", "sense [J]"]],
  ])("of %s over %s", async (model, sweep, names) => {
    const { code } = await simulate(model, "--sweep", sweep, "--out", folder);
    expect(code).toBe(0);
    const key = sweep.split("=")[0]!;
    const head = readFileSync(join(folder, `sweep-${key}.csv`), "utf8")
      .split("\r\n")[0]!
      .split(",");
    expect(head).toEqual(expect.arrayContaining(names));
    expect(readdirSync(folder).toSorted()).toEqual([`sweep-${key}.csv`, `sweep-${key}.svg`]);
  });

  it("is the same file each time", async () => {
    const args = ["dwm-neuron", "--sweep", "switchingCurrent=1 uA:10 uA:7", "--out"];
    for (const name of ["a", "b"]) await simulate(...args, join(folder, name));
    for (const file of ["sweep-switchingCurrent.csv", "sweep-switchingCurrent.svg"])
      expect(readFileSync(join(folder, "a", file)).equals(readFileSync(join(folder, "b", file))), file).toBe(true);
  });

  it("is JSON for machines, infinite numbers as text", async () => {
    const args = ["--sweep", "pairWidth=1 um,2 um", "--json", "--out", folder];
    const data = JSON.parse((await simulate("cmos-latch-neuron", ...args)).out) as {
      columns: { name: string; values: unknown[] }[];
      points: { status: string }[];
    };
    expect(data.points).toHaveLength(2);
    expect(data.columns.find(({ name }) => name === "inputResistance")!.values).toEqual(["Infinity", "Infinity"]);
  });
});

describe("what cannot be done", () => {
  it.each([
    [["dwn-neuron"], `did you mean "dwm-neuron"?`],
    [["nsga2"], "is of the role optimizer"],
    [["dwm-neuron", "--set", "lenght=60 nm"], `--set lenght=60 nm: dwm-neuron has no "lenght"; did you mean "length"?`],
    [["dwm-neuron", "--set", "length=60 uA"], `"60 uA" is not in a unit of m`],
    [["dwm-neuron", "--set", "length=60 um"], "is 60 um; legal: 20 nm to 500 nm"],
    [["dwm-neuron", "--set", "length"], `write a name, an equals sign and a value, such as length="60 nm"`],
    [["dwm-neuron", "--set", "length=60 nm", "--set", "length=50 nm"], `"length" is set twice`],
    [["dwm-neuron", "--preset", "C"], "has no such preset; legal: A, B, R1, R2"],
    [["ideal-neuron", "--preset", "A"], "has no presets"],
    [["dwm-neuron", "--temperature", "300"], `--temperature 300: "300" has no unit; write a number and a unit of K`],
    [["dwm-neuron", "--temperature", "300 K", "--operating", "temperature=310 K"], "is set twice"],
    [["dwm-neuron", "--operating", "columnConductanse=4 mS"], `did you mean "columnConductance"?`],
    [["ideal-neuron", "--view", "fireing"], `did you mean "firing"?`],
    [["ideal-neuron", "--view", "firing", "--setting", "spam=1 uA"], `did you mean "span"?`],
    [["ideal-neuron", "--setting", "span=1 uA"], "--setting belongs to a view"],
    [["ideal-neuron", "--view", "firing", "--sweep", "evaluation=1 ns:2 ns:3"], "keep one of them"],
    [["ideal-neuron", "--scale", "log"], "--scale belongs to a sweep"],
    [["dwm-neuron", "--sweep", "length=40 nm:80 nm:3", "--set", "length=60 nm"], "is also set to one value"],
    [["dwm-neuron", "--sweep", "length=40 nm:80 nm:3", "--show", "ernergy"], `did you mean "energy"?`],
    [["dwm-neuron", "--sweep", "length=40 nm:80 nm:3", "--scale", "cubic"], "Allowed choices are linear, log"],
  ])("%j ends with code 2 and writes nothing", async (args, message) => {
    const out = join(folder, "out");
    const { code, err } = await simulate(...args, "--out", out);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it("tells every problem at once", async () => {
    const { err } = await simulate("dwm-neuron", "--set", "lenght=1 nm", "--temperature", "hot", "--preset", "Z");
    expect(err.trimEnd().split("\n")).toHaveLength(3);
  });
});
