import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { main } from "../src/main.ts";

/** Rows of the printed comparison: supply, energy in fJ, delay in ns, energy-delay product in J s. */
const ROW =
  /^supply-(?<supply_mV>\d+)-mV +(?<energy>[\d.]+) (?<energyUnit>fJ|pJ) +(?<delay_ns>[\d.]+) ns +(?<product_J_s>\S+) J s/gmu;

it("the shipped study of figure 2 has its least energy-delay product, the paper's, at 1.0 V", async () => {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-figure-2-"));
  try {
    let out = "";
    const sink = { write: (text: string) => (out += text) };
    const study = join(import.meta.dirname, "../../../studies/paper-figure-2.json");
    expect(
      await main(["run", study, "--out", folder], {
        out: sink,
        err: { write: () => {} },
        interactive: false,
        width: 120,
      }),
    ).toBe(0);
    const rows = [...out.matchAll(ROW)].map(({ groups }) => ({
      supply_mV: Number(groups!["supply_mV"]),
      energy_pJ: Number(groups!["energy"]) * (groups!["energyUnit"] === "fJ" ? 1e-3 : 1),
      delay_ns: Number(groups!["delay_ns"]),
      product_J_s: Number(groups!["product_J_s"]),
    }));
    expect(rows).toHaveLength(10);
    const best = rows.reduce((least, row) => (row.product_J_s < least.product_J_s ? row : least));
    expect(best.supply_mV).toBe(1000);
    // The paper: 0.7 pJ, 3.5e-21 J s, one and two digits; 5 ns by its ratio.
    expect(best.energy_pJ).toBeCloseTo(0.7, 1);
    expect(Math.abs(best.product_J_s / 3.5e-21 - 1)).toBeLessThan(0.02);
    expect(Math.abs(best.delay_ns / 5 - 1)).toBeLessThan(0.02);
    // Delay falls all the way, energy has its least at a lower supply.
    expect(rows.map((row) => row.delay_ns)).toEqual(rows.map((row) => row.delay_ns).toSorted((a, b) => b - a));
    const frugal = rows.reduce((least, row) => (row.energy_pJ < least.energy_pJ ? row : least));
    expect(frugal.supply_mV).toBeLessThan(950);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
