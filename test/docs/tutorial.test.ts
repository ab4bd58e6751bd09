import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fromSources, runPage } from "./run-page.ts";

it("the tutorial does what it says, and ends with a fourth front in a report", async () => {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-tutorial-"));
  try {
    await runPage("docs/tutorial.md", folder, fromSources);
    const report = readFileSync(join(folder, "out/study/report.html"), "utf8");
    expect(report).toContain("superparamagnetic tunnel junction");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
