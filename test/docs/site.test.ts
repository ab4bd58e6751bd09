import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { METRICS } from "@neurofront/core";
import { chromium } from "playwright-core";
import type { Browser, Page as BrowserPage } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeCatalog } from "../../packages/cli/src/composition.ts";
import type { Page } from "../../tools/docs/layout.ts";
import { peerChecks } from "../../tools/docs/peer-page.ts";
import { writeSite } from "../../tools/docs/site.ts";
import { mayDoWithout } from "../installed-tool.ts";

const folder = mkdtempSync(join(tmpdir(), "neurofront-docs-"));
const patience_ms = 120_000;
let pages: readonly Page[] = [];
const catalog = composeCatalog();

beforeAll(async () => {
  pages = await writeSite(folder);
}, patience_ms);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const html = (path: string): string => readFileSync(join(folder, path), "utf8");

it("every link within the site leads to a page, and to a place on it", () => {
  const places = new Map(
    pages.map(({ path }) => [path, new Set([...html(path).matchAll(/ id="([^"]+)"/gu)].map((m) => m[1]!))]),
  );
  let count = 0;
  const broken = pages.flatMap(({ path }) =>
    [...html(path).matchAll(/ href="([^"]+)"/gu)].flatMap(([, href]) => {
      if (/^(?:https?:|data:|mailto:)/u.test(href!)) return [];
      count++;
      const [file, fragment] = href!.split("#");
      const target = file === "" ? path : join(dirname(path), file!);
      const isThere = places.has(target) && (fragment === undefined || places.get(target)!.has(fragment));
      return isThere ? [] : [`${path}: ${href}`];
    }),
  );
  expect(broken).toEqual([]);
  expect(count).toBeGreaterThan(pages.length ** 2);
});

it("nothing is fetched: no script, no style sheet, no font, no image from elsewhere", () => {
  for (const { path } of pages)
    expect(html(path)).not.toMatch(
      /<(?:script|iframe|object)\b|<img src="(?!data:)|<link (?!rel="icon" href="data:)|@import|url\(/u,
    );
});

describe("the reference", () => {
  it("has every model with every parameter, and every metric", () => {
    const parameters = html("reference/parameters.html");
    for (const plugin of catalog.plugins)
      for (const model of plugin.models) {
        expect(parameters).toContain(`id="${model.id}"`);
        for (const { meaning } of Object.values(model.parameters))
          expect(parameters).toContain(
            meaning.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
          );
      }
    for (const metric of Object.keys(METRICS))
      expect(html("reference/metrics.html")).toContain(`<code>${metric}</code>`);
  });

  it("has a page for every plugin", () => {
    const ids = catalog.plugins.map(({ id }) => id).filter((id) => id !== "optimizers");
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(ids.map((id) => `plugins/${id}.html`)));
  });

  it("has every key of a study and every command with its options and examples", () => {
    for (const key of [
      "held.temperature",
      "technologies.&lt;name&gt;.inputVoltage",
      "objectives[].minimize",
      "budget.evaluations",
      "variation.chips",
    ])
      expect(html("reference/study.html")).toContain(`<code>${key}</code>`);
    for (const text of [
      "neurofront export spice",
      "--allow-plugins",
      "neurofront why-not out/spin-vs-cmos/archive.sqlite dwm/full",
    ])
      expect(html("reference/commands.html")).toContain(text);
  });

  it("has equations as formulas and reference points with our numbers", () => {
    expect(html("plugins/dwm-neuron.html").match(/<math/gu)!.length).toBeGreaterThan(20);
    expect(html("plugins/dwm-neuron.html")).toMatch(/id="validation"[\s\S]*crossing of wall A at 2 uA/u);
  });
});

it("every number of ours is as near to the independent one as the tests say", async () => {
  const checks = Object.values(await peerChecks(catalog)).flat();
  expect(checks.length).toBeGreaterThan(150);
  expect(checks.filter(({ deviation, allowed }) => deviation > allowed)).toEqual([]);
});

describe.skipIf(mayDoWithout("chromium"))("in a browser", () => {
  const said: string[] = [];
  const requested: string[] = [];
  let browser: Browser;
  let page: BrowserPage;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => requested.push(request.url()));
  }, patience_ms);
  afterAll(async () => browser.close());

  it(
    "pages open without a word and ask for nothing outward",
    async () => {
      const opened = [
        "index.html",
        "tutorial.html",
        "plugins/dwm-neuron.html",
        "peer-checks.html",
        "reference/study.html",
      ];
      for (const path of opened) {
        await page.goto(pathToFileURL(join(folder, path)).href);
        expect(await page.locator("h1").first().isVisible()).toBe(true);
        // The text is not wider than the window; wide tables scroll by themselves.
        expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
      }
      expect(said).toEqual([]);
      expect(requested.filter((url) => !/^(?:file|data):/u.test(url))).toEqual([]);
    },
    patience_ms,
  );

  it(
    "formulas are set: a fraction is higher than a line of text",
    async () => {
      await page.goto(pathToFileURL(join(folder, "plugins/dwm-neuron.html")).href);
      const box = await page.locator("math mfrac").first().boundingBox();
      expect(box!.height).toBeGreaterThan(20);
    },
    patience_ms,
  );

  it(
    "the first stop of the keyboard skips the navigation, and colours follow the reader's setting",
    async () => {
      await page.goto(pathToFileURL(join(folder, "index.html")).href);
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the text");
      const background = (): Promise<unknown> => page.evaluate("getComputedStyle(document.body).backgroundColor");
      await page.emulateMedia({ colorScheme: "light" });
      const light = await background();
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await background()).not.toBe(light);
    },
    patience_ms,
  );
});
