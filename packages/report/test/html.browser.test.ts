import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, traceOf } from "../../../test/chromium.ts";
import type { PageTrace } from "../../../test/chromium.ts";
import { mayDoWithout } from "../../../test/installed-tool.ts";
import { renderReport } from "../src/index.ts";
import { syntheticInput } from "./synthetic-candidates.ts";
import { withModels } from "./synthetic-exploration.ts";

const patience_ms = 120_000;
const folder = mkdtempSync(join(tmpdir(), "neurofront-report-"));
const file = join(folder, "report.html");
let browser: Browser;
let page: Page;
let trace: PageTrace;

describe.skipIf(mayDoWithout("chromium"))("the report in a browser", () => {
  beforeAll(async () => {
    const input = syntheticInput();
    writeFileSync(file, await renderReport(withModels(input)));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1100, height: 900 }, acceptDownloads: true });
    trace = traceOf(page);
    await page.goto(pathToFileURL(file).href);
  }, patience_ms);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function openSections(): Promise<void> {
    await page.locator("details.section").evaluateAll((sections) => {
      for (const section of sections) section.setAttribute("open", "");
    });
  }

  it("opens without a word on the console and asks for nothing but itself", () => {
    expect(trace.said).toEqual([]);
    expect(trace.requested).toEqual([pathToFileURL(file).href]);
  });

  it("shows its figures with their points", async () => {
    const figures = page.locator("figure svg[role=img]");
    // Of both accountings fronts, accuracy (voltage, current, chips), parameters, rules, limits, elasticities, tornado,
    // Sobol indices, maps and convergence; ledger, steps, variation, arrays and the one view once.
    expect(await figures.count()).toBe(29);
    await openSections();
    for (const figure of await figures.all()) {
      const box = await figure.boundingBox();
      expect(box!.width).toBeGreaterThan(700);
      expect(box!.height).toBeGreaterThan(200);
      expect(await figure.getAttribute("aria-label")).not.toBe("");
    }
    expect(await page.locator("#figure-energy-delay-paper .best-designs > *").count()).toBe(5);
  });

  it("keeps every text of a figure inside the figure", async () => {
    const outside = await page.locator("figure svg[role=img]").evaluateAll((figures) =>
      figures.flatMap((figure) => {
        const frame = figure.getBoundingClientRect();
        return [...figure.querySelectorAll("text")].flatMap((text) => {
          const box = text.getBoundingClientRect();
          const isInside =
            box.width === 0 ||
            (box.left >= frame.left - 1 &&
              box.right <= frame.right + 1 &&
              box.top >= frame.top - 1 &&
              box.bottom <= frame.bottom + 1);
          return isInside ? [] : [text.textContent];
        });
      }),
    );
    expect(await page.locator("figure svg[role=img] text").count()).toBeGreaterThan(50);
    expect(outside).toStrictEqual([]);
  });

  it("keeps what comes after the answer closed until it is asked for, by a click or an address", async () => {
    const fresh = await browser.newPage();
    await fresh.goto(`${pathToFileURL(file).href}#held`);
    expect(await fresh.locator("#answer h2").isVisible()).toBe(true);
    expect(await fresh.locator("#held dl").isVisible()).toBe(true);
    expect(await fresh.locator("#ratios table").first().isVisible()).toBe(false);
    await fresh.locator('nav a[href="#ratios"]').click();
    expect(await fresh.locator("#ratios table").first().isVisible()).toBe(true);
    await fresh.close();
  });

  async function saved(button: string): Promise<{ name: string; text: string }> {
    const waiting = page.waitForEvent("download");
    await page.locator(button).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }

  it("saves a figure as a drawing that stands alone", async () => {
    const { name, text } = await saved('button[data-name="energy-delay-full.svg"]');
    expect(name).toBe("energy-delay-full.svg");
    expect(text).toMatch(/^<svg xmlns="/);
    expect(text).not.toContain("var(--technology");
    expect(text).toContain("#0072b2");
    const alone = await browser.newPage();
    const path = join(folder, name);
    writeFileSync(path, text);
    await alone.goto(pathToFileURL(path).href);
    expect(await alone.locator("svg .best-designs > *").count()).toBe(5);
    expect(await alone.locator("parsererror").count()).toBe(0);
    await alone.close();
  });

  it("saves data, BibTeX and the study as text", async () => {
    const data = await saved('button[data-name="energy-delay-paper.csv"]');
    expect(data.text.split("\n")[0]).toBe("technology,candidate,standing,delay [s],energy [J],edp [J s]");
    const references = await saved('button[data-name="references.bib"]');
    expect(references.text).toMatch(/^@article\{sharad2013,/);
    const study = await saved('button[data-name="resolved-study.json"]');
    expect(JSON.parse(study.text)).toEqual(JSON.parse(JSON.stringify(syntheticInput().study)));
  });

  it("can be read by keyboard: the first stop skips to the answer, tables and figures can be scrolled", async () => {
    const fresh = await browser.newPage();
    await fresh.goto(pathToFileURL(file).href);
    await fresh.keyboard.press("Tab");
    expect(await fresh.locator(":focus").textContent()).toBe("Skip to the answer");
    await fresh.close();
    const regions = page.locator(".scroll");
    expect(await regions.count()).toBeGreaterThan(8);
    for (const region of await regions.all()) expect(await region.getAttribute("tabindex")).toBe("0");
  });

  it("fits a narrow screen: only tables and figures scroll sideways", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.setViewportSize({ width: 1100, height: 900 });
  });

  it.each(["light", "dark"] as const)("has readable contrast in %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    // Contrast after WCAG 2 of body text, muted text and links against the page; 4.5 is its bound for text.
    const ratios = await page.evaluate<number[]>(`(() => {
    const channel = (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const luminance = (color) => {
      const [r, g, b] = color.match(/[\\d.]+/g).map((part) => channel(Number(part) / 255));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const page = luminance(getComputedStyle(document.body).backgroundColor);
    return ["p.headline", ".note", "nav a", "figcaption", "button"].map((selector) => {
      const text = luminance(getComputedStyle(document.querySelector(selector)).color);
      return (Math.max(text, page) + 0.05) / (Math.min(text, page) + 0.05);
    });
  })()`);
    for (const ratio of ratios) expect(ratio).toBeGreaterThan(4.5);
  });
});
