import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "neurofront/main";
import { afterEach, beforeEach, expect, it } from "vitest";

const patience_ms = 60_000;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-weights-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function neurofront(...args: string[]): Promise<{ code: number; text: string }> {
  let text = "";
  const write = (more: string) => (text += more);
  const code = await main(args, { out: { write }, err: { write }, interactive: false, width: 120 });
  return { code, text };
}

/** 26 inputs x 26 outputs in .npy format 1.0: output k sees input k, and the bias last. */
function npy(inputs: number): Uint8Array {
  const outputs = 26;
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${inputs}, ${outputs}), }`;
  const header = `${dictionary.padEnd(117)}\n`;
  const values = Buffer.alloc(4 * inputs * outputs);
  for (let k = 0; k < inputs; k++)
    for (let j = 0; j < outputs; j++) values.writeFloatLE(j === k ? 1 : 0.25, 4 * (k * outputs + j));
  const start = Buffer.from(`\x93NUMPY\x01\x00${String.fromCharCode(header.length, 0)}${header}`, "latin1");
  return Buffer.concat([start, values]);
}

function studyWith(weights: string): string {
  const path = join(folder, "own.json");
  const neuron = { use: "ideal-neuron" };
  const synapse = { use: "paper-generic-memristor" };
  const study = {
    title: "Own weights",
    held: { temperature: "300 K", workload: { use: "characters", samplesPerLetter: 1, weights }, accounting: "full" },
    variation: { chips: 2 },
    technologies: { ideal: { neuron, synapse, interconnect: { use: "crossbar" }, inputVoltage: "100 mV" } },
    objectives: [{ minimize: "energy" }],
    budget: { evaluations: 1 },
    seed: 1,
  };
  writeFileSync(path, JSON.stringify(study));
  return path;
}

it(
  "runs a study with weights of NumPy, and runs again from its resolved form alone",
  async () => {
    mkdirSync(join(folder, "weights"));
    writeFileSync(join(folder, "weights/own.npy"), npy(26));
    const out = join(folder, "out");
    const first = await neurofront("run", studyWith("weights/own.npy"), "--out", out);
    expect(first.code, first.text).toBe(0);
    expect(readFileSync(join(out, "weights/own.npy"))).toEqual(npy(26));
    rmSync(join(folder, "weights"), { recursive: true });
    const again = await neurofront("run", join(out, "resolved.json"), "--out", join(folder, "again"));
    expect(again.code, again.text).toBe(0);
    const hashOf = (run: string) =>
      (JSON.parse(readFileSync(join(folder, run, "resolved.json"), "utf8")) as { hash: string }).hash;
    expect(hashOf("again")).toBe(hashOf("out"));
  },
  patience_ms,
);

it.each([
  [
    "weights of another shape",
    npy(25),
    "holds an array of the shape (25, 26); layer 1 needs inputs x outputs = (26, 26), the bias last",
  ],
  ["anything else", Buffer.from("hello, this is no array"), "is not a NumPy file"],
])("refuses %s with the place in the study, and writes nothing", async (_what, bytes, message) => {
  writeFileSync(join(folder, "own.npy"), bytes);
  const { code, text } = await neurofront("validate", studyWith("own.npy"));
  expect(code).toBe(2);
  expect(text).toContain(`/held/workload/weights names "own.npy", which ${message}`);
});
