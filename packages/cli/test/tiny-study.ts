import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../src/main.ts";

/** What a command printed, and its exit code. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run a command as from a terminal that is 120 characters wide and cannot redraw. */
export async function neurofront(...args: readonly string[]): Promise<Answer> {
  let out = "";
  let err = "";
  const code = await main(args, {
    out: { write: (text: string) => (out += text) },
    err: { write: (text: string) => (err += text) },
    interactive: false,
    width: 120,
  });
  return { code, out, err };
}

/** A study of two technologies that both find feasible designs within a few evaluations. */
export function tinyStudy(seed: number, change: { readonly temperature?: string; readonly accounting?: string } = {}) {
  const synapse = { use: "paper-generic-memristor", fullScaleCurrent: { range: ["1 uA", "30 uA"] } };
  const interconnect = { use: "crossbar" };
  return {
    title: "Ideal neuron against latch",
    held: {
      temperature: change.temperature ?? "300 K",
      workload: { use: "characters" },
      accounting: change.accounting ?? "full",
    },
    variation: { chips: 10 },
    technologies: {
      ideal: {
        neuron: { use: "ideal-neuron", evaluation: { range: ["100 ps", "10 ns"], scale: "log" } },
        synapse,
        interconnect,
        inputVoltage: { range: ["50 mV", "500 mV"] },
      },
      latch: {
        neuron: { use: "cmos-latch-neuron", pairWidth: { range: ["0.5 um", "10 um"] } },
        synapse,
        interconnect,
        inputVoltage: { range: ["50 mV", "500 mV"] },
      },
    },
    objectives: [{ minimize: "energy" }, { minimize: "delay" }],
    constraints: [{ metric: "accuracy", atLeast: "1 %" }],
    optimizer: { use: "random-search" },
    budget: { evaluations: 12 },
    seed,
  };
}

/** Run a study into a folder of the given name; the path of its archive. */
export async function ran(folder: string, name: string, study: object): Promise<string> {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(study));
  const { code, err } = await neurofront("run", path, "--out", join(folder, name), "--progress", "json");
  if (code !== 0) throw new Error(err);
  return join(folder, name, "archive.sqlite");
}
