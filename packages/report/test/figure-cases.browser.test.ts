import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../../test/chromium.ts";
import { mayDoWithout } from "../../../test/installed-tool.ts";
import { renderReport } from "../src/index.ts";
import { ALL_FIGURES, WITHOUT_FEASIBLE, allInfeasible, emptyTechnology, longName, onePoint } from "./figure-cases.ts";
import { shownFigures } from "./shown-figures.ts";

const patience_ms = 120_000;
const folder = mkdtempSync(join(tmpdir(), "neurofront-cases-"));
let browser: Browser;

describe.skipIf(mayDoWithout("chromium"))("every figure kind", () => {
  beforeAll(async () => {
    browser = await launchChromium();
  }, patience_ms);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  // One candidate has nothing to divide by, breaks no rule and, in this archive, is at no limit.
  const withOnePoint = ALL_FIGURES.filter(
    (figure) => !["accounting-steps", "rules-full", "limits-full"].includes(figure),
  );

  it.each([
    ["a technology without candidates", emptyTechnology, ALL_FIGURES],
    ["every candidate infeasible", allInfeasible, WITHOUT_FEASIBLE],
    ["one candidate", onePoint, withOnePoint],
    ["a parameter with a long name", longName, ALL_FIGURES],
  ])("with %s", async (name, input, expected) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, await renderReport(input()));
    const shown = await shownFigures(browser, pathToFileURL(file).href);
    expect(shown.said).toEqual([]);
    expect(shown.requested).toHaveLength(1);
    expect(shown.figures.map(({ id }) => id)).toEqual(expected);
    for (const { id, width, height, marks, broken, cut, overlapping } of shown.figures) {
      expect(width, id).toBeGreaterThan(600);
      expect(height, id).toBeGreaterThan(80);
      expect(marks, id).toBeGreaterThan(5);
      expect({ broken, cut, overlapping }, id).toEqual({ broken: [], cut: [], overlapping: [] });
    }
  });
});
