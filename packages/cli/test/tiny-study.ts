import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runStudy } from "../src/index.ts";
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
      // The recipe that takes least.
      workload: { use: "characters", recipe: "ridge" },
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

/** Run a study into a folder of the given name, without a report; the path of its archive. */
export async function ran(folder: string, name: string, study: object): Promise<string> {
  const path = join(folder, `${name}.json`);
  const out = join(folder, name);
  writeFileSync(path, JSON.stringify(study));
  mkdirSync(out);
  await runStudy(path, { out, threads: 0 }).result;
  return join(out, "archive.sqlite");
}
