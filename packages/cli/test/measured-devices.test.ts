import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "./plugins/files.ts";
import { neurofront } from "./tiny-study.ts";

const folder = scratchFolder();
const patience_ms = 120_000;

const source = { author: "Example, Ada", title: "A relay of two layers", year: 2024, journal: "Relay Letters" };
const study = {
  title: "Two devices that were measured",
  measured: {
    relay: { use: "measured-neuron", file: "data/relay.csv", source },
    film: {
      use: "measured-memristor",
      file: "film.csv",
      interpolation: "linear",
      source: { ...source, title: "A film" },
    },
  },
  held: { temperature: "300 K", workload: { use: "characters", recipe: "ridge" }, accounting: "full" },
  technologies: {
    measured: {
      neuron: { use: "relay", switchingCurrent: { range: ["0.3 uA", "15 uA"] } },
      synapse: { use: "film", size: { range: [0.1, 10] } },
      interconnect: { use: "crossbar" },
      inputVoltage: { range: ["20 mV", "500 mV"] },
    },
  },
  objectives: [{ minimize: "energy" }],
  variation: { chips: 0 },
  // Sees the whole of every range, what lies outside the points included.
  optimizer: { use: "sobol-search" },
  budget: { evaluations: 30 },
  seed: 1,
};

/** A study beside its points; the voltages end at 300 mV, the currents of the relay at 0.5 and 10 uA. */
function project(): string {
  folder.write("data/relay.csv", "current [uA],delay [ns],energy [fJ]\n0.5,3.75,0.06\n2,1.04,0.25\n10,0.305,1.83\n");
  folder.write("film.csv", "voltage [mV],offCurrent [uA],onCurrent [uA]\n50,0.05,1\n150,0.16,3.2\n300,0.38,7.6\n");
  return folder.write("study.json", JSON.stringify(study, undefined, 2));
}

describe("a study of measured devices", () => {
  it(
    "runs, marks what lies outside the points, cites who measured, and is repeated without the files",
    async () => {
      const path = project();
      const out = (run: string): string => join(folder.path, "out", run);
      const first = await neurofront("run", path, "--out", out("first"));
      expect(first.code, first.err).toBe(0);
      const archive = join(out("first"), "archive.sqlite");
      const opened = Archive.open(archive);
      const records = opened.candidates();
      opened.close();
      expect(records).toHaveLength(30);
      for (const name of ["switchingCurrent", "inputVoltage"]) {
        const outside = records.filter(({ assessment }) =>
          assessment.violations.some(
            ({ code, message }) => code === "outside-measured-points" && message.startsWith(`${name} is `),
          ),
        );
        expect(outside.length).toBeGreaterThan(0);
        expect(outside.length).toBeLessThan(records.length);
        const { out: text } = await neurofront("explain", archive, `measured/full/${outside[0]!.candidate}`);
        expect(text).toContain(`invalid outside-measured-points: ${name} is `);
        expect(text).toContain("[measured-relay] Ada Example. A relay of two layers. Relay Letters (2024).");
        expect(text).toContain("[measured-film] Ada Example. A film.");
      }
      rmSync(join(folder.path, "data"), { recursive: true });
      rmSync(join(folder.path, "film.csv"));
      const second = await neurofront("run", join(out("first"), "resolved.json"), "--out", out("second"));
      expect(second.code, second.err).toBe(0);
      const resolved = (run: string): string => readFileSync(join(out(run), "resolved.json"), "utf8");
      expect(resolved("second")).toBe(resolved("first"));
    },
    patience_ms,
  );

  it("gives completion for its own devices", async () => {
    const { code, out } = await neurofront("schema", "--study", project());
    expect(code).toBe(0);
    expect(out).toContain("measured from 5e-7 to 0.00001 A, outside the answer is invalid. Legal 2.5e-7 to 0.00002 A");
    const without = await neurofront("schema");
    expect(without.out).toContain("current [uA],delay [ns],energy [fJ]");
    expect(without.out).not.toContain("measured from 5e-7");
  });

  it.each([
    [
      "another folder",
      "../relay.csv",
      '/measured/relay/file names "../relay.csv"; a study reads files in its own folder or below only',
    ],
    ["no file", "relay.csv", "which does not exist beside the study"],
    ["the points of another device", "film.csv", `whose line 1 is a header with the unknown column "voltage"`],
  ])("that names %s is refused at its line, and nothing is written", async (_what, file, message) => {
    const text = readFileSync(project(), "utf8").replace("data/relay.csv", file);
    const { code, err } = await neurofront("run", folder.write("study.json", text), "--out", join(folder.path, "out"));
    expect(code).toBe(2);
    expect(err).toMatch(/study\.json:6:15 /u);
    expect(err).toContain(message);
  });

  it("lists the kinds of measured devices", async () => {
    const { out } = await neurofront("list", "plugins");
    expect(out).toMatch(/measured-devices +0\.1\.0 +neuron +measured-neuron/u);
    expect(out).toMatch(/measured-devices +0\.1\.0 +synapse +measured-memristor/u);
  });
});
