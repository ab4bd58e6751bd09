import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Dashboard } from "@neurofront/dashboard";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium, traceOf } from "../../../test/chromium.ts";
import type { PageTrace } from "../../../test/chromium.ts";
import { mayDoWithout } from "../../../test/installed-tool.ts";
import { runStudy } from "../src/index.ts";
import { serve } from "../src/commands/serve.ts";
import { composeCatalog } from "../src/composition.ts";
import { pausedRun } from "./paused-run.ts";
import { testFolder } from "./test-folder.ts";
import { tinyStudy } from "./tiny-study.ts";

const patience_ms = 120_000;
const folder = testFolder();
let dashboard: Dashboard;
let browser: Browser;
let page: Page;
let trace: PageTrace;

/** A study whose arrays are small, so that a hundred designs are assessed in a moment. */
function smallStudy(seed: number) {
  const study = tinyStudy(seed);
  return { ...study, held: { ...study.held, workload: { use: "iris" } } };
}

const longStudy = { ...smallStudy(3), title: "A longer one", budget: { evaluations: 120 } };

// Real runs in processes of their own, a real browser: some seconds each, and as many times that as the machine is busy.
describe.skipIf(mayDoWithout("chromium"))("the dashboard in a browser", { timeout: patience_ms }, () => {
  beforeAll(async () => {
    mkdirSync(join(folder, "studies"));
    mkdirSync(join(folder, "out"));
    const first = join(folder, "out/first.json");
    writeFileSync(first, JSON.stringify({ ...smallStudy(1), budget: { evaluations: 60 } }));
    await runStudy(first, { out: join(folder, "out/first") }).result;
    rmSync(first);
    writeFileSync(join(folder, "studies/long.json"), JSON.stringify(longStudy, undefined, 2));
    writeFileSync(join(folder, "out/junk.sqlite"), "no archive");
    const silent = { out: { write: () => true }, err: { write: () => true }, interactive: false, width: 100 };
    dashboard = await serve(folder, {}, {}, composeCatalog(), silent);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1300, height: 900 }, acceptDownloads: true });
    page.setDefaultTimeout(patience_ms);
    trace = traceOf(page);
    await page.goto(dashboard.url);
  }, patience_ms);

  afterAll(async () => {
    await browser.close();
    await dashboard.close();
  });

  const link = (name: string) => page.locator(".side a", { hasText: name });

  async function saved(what: string): Promise<{ name: string; text: string }> {
    const waiting = page.waitForEvent("download");
    await page.locator(what).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }

  it("lists what the folder holds and forgets the token in the address", async () => {
    await link("studies/long.json").waitFor();
    expect(page.url()).not.toContain(dashboard.token);
    expect(await page.locator(".side li", { hasText: "out/first" }).locator(".status").textContent()).toBe("finished");
    expect(await page.locator(".side li", { hasText: "out/junk" }).locator(".status").textContent()).toBe("unreadable");
    await link("out/junk.sqlite").click();
    await page
      .locator(".warning", { hasText: "cannot be shown: out/junk.sqlite is not a neurofront archive" })
      .waitFor();
  });

  it("draws the fronts of an archive with its data", async () => {
    await link("out/first").click();
    await page.locator("#figure-energy-delay-full svg[role=img]").waitFor();
    expect(await page.locator("#figure-energy-delay-full .best-designs > *").count()).toBe(2);
    await page.locator("#figure-ledger svg rect").nth(5).waitFor();
    expect(await page.locator(".headline").count()).toBe(1);
    expect(await page.locator(".progress tbody tr").count()).toBe(2);
    const { name, text } = await saved('button[data-name="energy-delay-full.svg"]');
    expect(name).toBe("energy-delay-full.svg");
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(text).not.toContain("var(--technology");
    const data = await saved('button[data-name="energy-delay-full.csv"]');
    expect(data.text.split("\n")[0]).toBe("technology,candidate,standing,delay [s],energy [J],edp [J s]");
  });

  const rows = () => page.locator(".candidates tbody tr");
  const status = () => page.locator(".designs [role=status]");

  it("filters, sorts and pages the designs", async () => {
    await rows().first().waitFor();
    expect(await status().textContent()).toBe("Designs 1 to 50 of 120");
    await page.locator("[data-action=page-Last]").click();
    await page.locator(".designs", { hasText: "Designs 101 to 120 of 120" }).waitFor();
    await page.selectOption("select[name=search]", "latch/full");
    await page.locator(".designs", { hasText: "of 60" }).waitFor();
    await page.locator("[data-action=sort-edp]").click();
    await page.locator("th[aria-sort=ascending]", { hasText: "energy-delay product" }).waitFor();
    const column = await page
      .locator(".candidates thead th")
      .evaluateAll((cells) => cells.findIndex((cell) => cell.textContent.startsWith("energy-delay product")));
    const edps = await rows().evaluateAll(
      (found, at) => found.map((row) => Number.parseFloat(row.querySelectorAll("td")[at + 1]!.textContent)),
      column,
    );
    const known = edps.filter((value) => !Number.isNaN(value));
    expect(known.length).toBeGreaterThan(10);
    expect(known).toEqual(known.toSorted((a, b) => a - b));
    await page.locator("[data-action=add-bound]").click();
    await page.selectOption("select[name=column]", "energy");
    await page.fill("input[name=high]", "1 kg");
    await page.keyboard.press("Enter");
    await page.locator(".designs .warning", { hasText: `energy: "1 kg" is not in a unit of J` }).waitFor();
    await page.fill("input[name=high]", "1 aJ");
    await page.keyboard.press("Enter");
    await page.locator(".designs", { hasText: "No design passes this filter." }).waitFor();
    await page.locator("button[aria-label='Remove this bound']").click();
    await page.locator(".designs", { hasText: "of 60" }).waitFor();
    const { text } = await saved("a[download='candidates.csv']");
    expect(text.trimEnd().split("\r\n")).toHaveLength(61);
  });

  /** The middle of a design of a front that nothing covers, in a figure in the middle of the window. */
  const uncovered = (): Promise<{ x: number; y: number }> =>
    page.evaluate(`(() => {
    document.querySelector("#figure-energy-delay-full svg").scrollIntoView({ block: "center" });
    for (const mark of document.querySelectorAll("#figure-energy-delay-full .front-designs [data-c]")) {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (document.elementFromPoint(x, y) === mark) return { x, y };
    }
  })()`);

  it("tells of a design that is pointed at, explains one that is clicked, and finds the brushed ones in every figure", async () => {
    const { x, y } = await uncovered();
    await page.mouse.move(x, y);
    await page.locator(".tip", { hasText: /full, candidate \d+/u }).waitFor();
    expect(await page.locator(".tip").textContent()).toMatch(/energy-delay product.*inputVoltage_V/su);
    await page.mouse.click(x, y);
    const dialog = page.locator("dialog.explanation");
    await dialog.waitFor();
    expect(await dialog.textContent()).toMatch(
      /candidate \d+ of (?:ideal|latch)\/full.*metrics.*energy ledger.*references/su,
    );
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(page.url()).toContain("#/archive/");
    const frame = (await page.locator("#figure-energy-delay-full svg").boundingBox())!;
    await page.mouse.move(frame.x + 80, frame.y + 60);
    await page.mouse.down();
    await page.mouse.move(frame.x + frame.width - 30, frame.y + frame.height - 60, { steps: 4 });
    await page.mouse.up();
    await page.locator(".selection", { hasText: /\d+ designs selected/u }).waitFor();
    expect(await page.locator("#figure-parallel-full [data-on]").count()).toBeGreaterThan(1);
    await page.locator(".selection summary").click();
    await page.locator(".selection li a").first().click();
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await page.locator("[data-on]").count()).toBe(0);
  });

  it("goes from design to design by the keyboard", async () => {
    await page.locator("#figure-energy-delay-full").locator("xpath=..").focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".tip", { hasText: /full, candidate \d+/u }).waitFor();
    const told = await page.locator(".tip b").textContent();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog.explanation");
    await dialog.waitFor();
    const [search, candidate] = told!.split(", ");
    expect(await dialog.locator("h2").textContent()).toContain(`${candidate} of ${search}`);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  it("explains a design of the table", async () => {
    await page.locator("button.explain").first().click();
    const dialog = page.locator("dialog.explanation");
    await dialog.waitFor();
    expect(await dialog.textContent()).toMatch(/latch\/full.*energy ledger.*references/su);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  it("links to the report, which stands in an origin of its own", async () => {
    const opened = page.context().waitForEvent("page");
    await page.locator("a.button", { hasText: "Report" }).click();
    const report = await opened;
    await report.locator("#answer").waitFor();
    expect(await report.locator("figure svg[role=img]").count()).toBeGreaterThan(3);
    expect(await report.evaluate("self.origin")).toBe("null");
    await report.close();
  });

  const area = "#study-text";

  it("says what is wrong in a study, at its line and column", async () => {
    await page.locator("a", { hasText: "New study" }).click();
    await page.locator(".state.sound").waitFor();
    const text = await page.inputValue(area);
    await page.fill(area, text.replace("cmos-latch-neuron", "cmos-latch-neurn"));
    await page.locator(".state.unsound", { hasText: "1 problem" }).waitFor();
    expect(await page.locator(".problems").textContent()).toMatch(/^6:\d+ .*did you mean "cmos-latch-neuron"/u);
    expect(await page.locator(".gutter .wrong").textContent()).toContain("6");
    await page.locator(".problems button").click();
    const [place, focused] = await page.evaluate<[string, string]>(
      `[document.querySelector("${area}").value.slice(document.querySelector("${area}").selectionStart).slice(0, 19), document.activeElement.id]`,
    );
    expect([place, focused]).toEqual([`"cmos-latch-neurn",`, "study-text"]);
  });

  it("completes by the schema, with the keyboard alone, and tells what a key means", async () => {
    await page.fill(area, "{\n  \n}");
    await page.evaluate(`document.querySelector("${area}").setSelectionRange(4, 4)`);
    await page.keyboard.press("Control+Space");
    await page.locator("#proposals li").first().waitFor();
    expect(await page.locator("#proposals li b").first().textContent()).toBe("title");
    await page.keyboard.type('"opt');
    await page.locator("#proposals li", { hasText: "optimizer" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#proposals li", { hasText: "nsga2" }).waitFor();
    expect(await page.inputValue(area)).toBe('{\n  "optimizer": { "use": "" }\n}');
    await page.keyboard.type("nsga2");
    await page.keyboard.press("Escape");
    expect(await page.inputValue(area)).toBe('{\n  "optimizer": { "use": "nsga2" }\n}');
    await page.locator(".help", { hasText: "optimizer / use" }).waitFor();
  });

  it("runs a study that was written here until its front appears", async () => {
    await page.fill(area, JSON.stringify(smallStudy(2), undefined, 2));
    await page.locator(".state.sound").waitFor();
    expect(await page.locator("[data-action=run]").isDisabled()).toBe(true);
    await page.fill("#save-name", "studies/tiny.json");
    await page.locator("[data-action=save]").click();
    await page.locator(".notice.done", { hasText: "Saved as studies/tiny.json" }).waitFor();
    await page.locator("[data-action=run]").click();
    await page.locator("#figure-energy-delay-full .front-designs > *").first().waitFor();
    await page.locator(".archive .status.finished").waitFor();
    // Figures come one by one, after the progress.
    await page.locator("#figure-energy-delay-full .best-designs > *").nth(1).waitFor();
    expect(await page.locator("#figure-energy-delay-full .best-designs > *").count()).toBe(2);
    expect(JSON.parse(readFileSync(join(folder, "studies/tiny.json"), "utf8"))).toEqual(smallStudy(2));
  });

  it("stops a run and goes on with it to its end", async () => {
    await link("studies/long.json").click();
    await page.locator(".state.sound").waitFor();
    const study = join(folder, "studies/long.json");
    const paused = pausedRun(study, join(folder, "out/long/archive.sqlite"));
    await page.locator("[data-action=run]").click();
    const goOn = await paused;
    try {
      await page.locator("[data-action=stop]").waitFor();
      await page.locator(".progress progress:not([value='0'])").first().waitFor();
      await page.locator("[data-action=stop]").click();
      await page.locator("[data-action=stop]:disabled").waitFor();
    } finally {
      goOn();
    }
    await page.locator("[data-action=resume]").waitFor();
    const stopped = await page.locator(".progress td.number").first().textContent();
    expect(Number(stopped)).toBeGreaterThan(0);
    await page.locator("[data-action=resume]").click();
    await page.locator(".archive .status.finished").waitFor();
    const spent = await page.locator(".progress tbody tr td:nth-child(2)").allTextContents();
    expect(spent.map((text) => text.trim())).toEqual(["120 of 120", "120 of 120"]);
  });

  it("can be read by keyboard and on a narrow screen", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.setViewportSize({ width: 1300, height: 900 });
    for (const region of await page.locator(".scroll").all()) expect(await region.getAttribute("tabindex")).toBe("0");
  });

  it.each(["light", "dark"] as const)("has readable contrast in %s", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    // Contrast after WCAG 2 of text against what it stands on; 4.5 is its bound for text.
    const ratios = await page.evaluate<Record<string, number>>(`(() => {
    const channel = (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const luminance = (color) => {
      const [r, g, b] = color.match(/[\\d.]+/g).map((part) => channel(Number(part) / 255));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
      const color = getComputedStyle(element).backgroundColor;
      return color === "rgba(0, 0, 0, 0)" && element.parentElement ? ground(element.parentElement) : color;
    };
    return Object.fromEntries(["p.headline", ".side small", ".side h2", "button.explain", ".candidates td.number", ".status", "figcaption"].map((selector) => {
      const element = document.querySelector(selector);
      const [text, page] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
      return [selector, (Math.max(text, page) + 0.05) / (Math.min(text, page) + 0.05)];
    }));
  })()`);
    for (const [selector, ratio] of Object.entries(ratios)) expect(ratio, selector).toBeGreaterThan(4.5);
  });

  it("has said nothing on the console but that a bound was refused, and asked no one but itself", () => {
    expect([...new Set(trace.said)]).toEqual([
      "Failed to load resource: the server responded with a status of 400 (Bad Request)",
    ]);
    expect([...new Set(trace.requested.map((each) => new URL(each).origin))]).toEqual([
      `http://127.0.0.1:${dashboard.port}`,
    ]);
  });
});
