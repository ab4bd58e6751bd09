import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launchChromium, traceOf } from "../../../test/chromium.ts";
import type { PageTrace } from "../../../test/chromium.ts";
import { mayDoWithout } from "../../../test/installed-tool.ts";
import { compareTechnologies, renderReport } from "../src/index.ts";
import { syntheticInput } from "./synthetic-candidates.ts";
import { syntheticStudy } from "./synthetic-study.ts";

const patience_ms = 120_000;
const folder = mkdtempSync(join(tmpdir(), "neurofront-interaction-"));
const address = pathToFileURL(join(folder, "report.html")).href;
const input = syntheticInput(syntheticStudy({ accounting: ["full"] }), 60);
const dwm = compareTechnologies(input).accountings[0]!.technologies[0]!;
/** Of the first technology under the only accounting. */
const bestKey = `0.${dwm.best!.candidate}`;
const front = "#figure-energy-delay-full";
let browser: Browser;
let page: Page;
let trace: PageTrace;

describe.skipIf(mayDoWithout("chromium"))("figures of the report", () => {
  beforeAll(async () => {
    writeFileSync(join(folder, "report.html"), await renderReport(input));
    browser = await launchChromium();
  }, patience_ms);

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    trace = traceOf(page);
    await page.goto(address);
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const nothingWrong = (): void => {
    expect(trace.said).toEqual([]);
    expect(trace.requested).toEqual([address]);
  };

  it("show a design where the pointer is", async () => {
    await page.locator(`${front} .front-designs [data-c="${bestKey}"]`).hover({ force: true });
    const tip = page.locator(".tip");
    expect(await tip.isVisible()).toBe(true);
    const text = await tip.textContent();
    expect(text).toContain(`dwm/full, candidate ${dwm.best!.candidate}`);
    expect(text).toContain("best design");
    expect(text).toMatch(/neuron\.switchingCurrent_A[\d.]+ uA/u);
    expect(text).toMatch(/energy-delay product[\d.e-]+ J s/u);
    await page.mouse.move(2, 2);
    expect(await tip.isVisible()).toBe(false);
    nothingWrong();
  });

  it("explain a design at a click: formulas, sources, references, and the address names it", async () => {
    await page.locator(`${front} .front-designs [data-c="${bestKey}"]`).click({ force: true });
    const dialog = page.locator("dialog[open]");
    expect(await dialog.locator("h2").textContent()).toBe(
      `candidate ${dwm.best!.candidate} of dwm/full: Domain-wall neuron`,
    );
    const text = await dialog.textContent();
    for (const part of [
      "energy ledger",
      "delay by phase",
      "searched 1 uA ... 20 uA",
      "columnCurrent_A * inputVoltage_V",
    ])
      expect(text).toContain(part);
    expect(page.url()).toBe(`${address}#design=${bestKey}`);
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(page.url()).toBe(address);
    nothingWrong();
  });

  it("explain the design that an address names, and those of the tables", async () => {
    await page.goto("about:blank");
    await page.goto(`${address}#design=${bestKey}`);
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#fronts summary").first().click();
    await page.locator(`#fronts td a[href="#design=${bestKey}"]`).click();
    await page.locator("dialog[open]").waitFor();
    expect(await page.locator("dialog[open] h2").textContent()).toContain(
      `candidate ${dwm.best!.candidate} of dwm/full`,
    );
    expect(trace.said).toEqual([]);
  });

  it("show the designs brushed in one of them in all others", async () => {
    await page.locator(front).scrollIntoViewIfNeeded();
    const box = (await page.locator(`${front} .front-designs [data-c="${bestKey}"]`).boundingBox())!;
    await page.mouse.move(box.x - 14, box.y - 14);
    await page.mouse.down();
    await page.mouse.move(box.x + 30, box.y + 30, { steps: 4 });
    await page.mouse.up();
    await page.locator(".selection").waitFor();
    const keys = await page
      .locator(`${front} [data-on]`)
      .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.getAttribute("data-c")!))]);
    expect(keys).toContain(bestKey);
    expect(keys.length).toBeLessThan(await page.locator(`${front} [data-c]`).count());
    for (const other of ["#figure-accuracy-voltage-full", "#figure-parallel-full"])
      expect(await page.locator(`${other} [data-on][data-c="${bestKey}"]`).count()).toBe(1);
    expect(await page.locator(".selection").textContent()).toContain(`dwm/full, candidate ${dwm.best!.candidate}`);
    const opacities = await page.evaluate<number[]>(
      `["[data-on]", "[data-c]:not([data-on])"].map((which) => Number(getComputedStyle(document.querySelector("${front} " + which)).opacity))`,
    );
    expect(opacities[0]).toBe(1);
    expect(opacities[1]).toBeLessThan(0.2);
    await page.keyboard.press("Escape");
    expect(await page.locator("[data-on]").count()).toBe(0);
    nothingWrong();
  });

  it("find lines of parallel coordinates that run through a rectangle", async () => {
    const line = page.locator(`#figure-parallel-full .best-lines [data-c="${bestKey}"]`);
    await line.scrollIntoViewIfNeeded();
    const at = await page.evaluate<{ x: number; y: number }>(`(() => {
      const path = document.querySelector('#figure-parallel-full .best-lines [data-c="${bestKey}"]');
      const { x, y } = path.getPointAtLength(20).matrixTransform(path.getScreenCTM());
      return { x, y };
    })()`);
    await page.mouse.move(at.x - 8, at.y - 8);
    await page.mouse.down();
    await page.mouse.move(at.x + 8, at.y + 8, { steps: 3 });
    await page.mouse.up();
    await page.locator(".selection").waitFor();
    expect(await page.locator(`${front} [data-on][data-c="${bestKey}"]`).count()).toBe(1);
    nothingWrong();
  });

  it("can be walked through by keyboard: arrows, Enter, Space, Escape", async () => {
    await page.locator(".scroll", { has: page.locator(front) }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("[data-at]").count()).toBe(1);
    const key = await page.locator("[data-at]").getAttribute("data-c");
    expect(await page.locator(".tip[role=status]").textContent()).toContain(`candidate ${key!.split(".")[1]}`);
    await page.keyboard.press("Space");
    expect(await page.locator(`#figure-parallel-full [data-on][data-c="${key}"]`).count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    expect(await page.locator("[data-on], [data-at]").count()).toBe(0);
    nothingWrong();
  });

  it("leave out what is unchecked, in all of them", async () => {
    const shown = (figure: string, marks: string): Promise<number> =>
      page
        .locator(`${figure} ${marks}`)
        .evaluateAll((all) => all.filter((mark) => mark.getBoundingClientRect().width > 0).length);
    const figures = [front, "#figure-accuracy-voltage-full"];
    for (const figure of figures) expect(await shown(figure, '[data-c^="0."]')).toBeGreaterThan(0);
    await page.locator(".filters label", { hasText: "dwm" }).locator("input").uncheck();
    await page.locator(".filters label", { hasText: "infeasible" }).locator("input").uncheck();
    for (const figure of figures) {
      expect(await shown(figure, '[data-c^="0."]')).toBe(0);
      expect(await shown(figure, ".infeasible-designs [data-c]")).toBe(0);
      expect(await shown(figure, '[data-c^="4."]')).toBeGreaterThan(0);
    }
    nothingWrong();
  });
});
