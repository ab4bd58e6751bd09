import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { neurofront } from "./tiny-study.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "neurofront-ageing-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shipped = readFileSync(join(import.meta.dirname, "../../../studies/ageing-synapses.json"), "utf8");

it("the study of ageing synapses runs, explains and cites those that lend effects", async () => {
  const path = join(folder, "study.json");
  writeFileSync(
    path,
    shipped.replace(`"evaluations": 200`, `"evaluations": 10`).replace(`"chips": 200`, `"chips": 20`),
  );
  const out = join(folder, "out");
  const run = await neurofront("run", path, "--out", out);
  expect([run.code, run.err.includes("Error")]).toEqual([0, false]);

  const validated = await neurofront("validate", path);
  expect(validated.out).toContain("onOffRatio, programmingSpread.conductanceMin_S");

  const explained = await neurofront("explain", join(out, "archive.sqlite"), "fefet-like-pcm/full/0");
  expect(explained.code).toBe(0);
  expect(explained.out).toContain(
    "synapse: Ferroelectric transistor (fefet-memristor 0.1.0), drift of Phase-change memory with drift and 1/f noise (pcm-memristor 0.1.0)",
  );
  expect(explained.out).toMatch(/drift\.conductanceMax_S +20\.7 uS +preset hermes/u);
  expect(explained.out).toMatch(/programmingSpread\.conductanceMin_S +[\d.]+ uS +searched/u);

  const report = readFileSync(join(out, "report.html"), "utf8");
  for (const key of ["legallo2023", "milo2021", "neurosim"]) expect(report).toContain(key);
  expect(report).toContain("synapses read 86.4 ks after programming");
  expect(report).toContain("drift of pcm-memristor 0.1.0, preset hermes");
}, 120_000);
