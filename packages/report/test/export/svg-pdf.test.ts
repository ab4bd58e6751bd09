import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { afterAll, describe, expect, it } from "vitest";
import { mayDoWithout } from "../../../../test/installed-tool.ts";
import { renderFigures, renderPdf } from "../../src/index.ts";
import { syntheticInput } from "../synthetic-candidates.ts";

const folder = mkdtempSync(join(tmpdir(), "neurofront-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));
const figures = await renderFigures(syntheticInput(undefined, 40));

describe("the figures of a report alone", () => {
  it("are all that the report shows", () => {
    expect(figures.map(({ id }) => id)).toEqual([
      "energy-delay-paper",
      "energy-delay-full",
      "ledger",
      "accuracy-voltage-paper",
      "accuracy-current-paper",
      "chips-paper",
      "accuracy-voltage-full",
      "accuracy-current-full",
      "chips-full",
      "parallel-paper",
      "parallel-full",
      "accounting-steps",
      "rules-paper",
      "limits-paper",
      "rules-full",
      "limits-full",
      "convergence-paper",
      "convergence-full",
    ]);
  });

  it.each(figures)("$id is SVG that stands alone, its text text, with its numbers", ({ svg, csv }) => {
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /u);
    expect(svg).not.toContain("var(");
    expect(svg).not.toContain("currentColor");
    expect(svg.match(/<text/gu)!.length).toBeGreaterThan(10);
    expect(csv).toMatch(/^[a-z]+[\s\S]*\r\n$/u);
  });
});

/** What a page draws, uncompressed. */
function contentOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString("latin1");
  return [...file.matchAll(/FlateDecode[\s\S]*?stream\n(?<data>[\s\S]*?)\nendstream/gu)]
    .map((match) => inflateSync(Buffer.from(match.groups!["data"]!, "latin1")).toString("latin1"))
    .join("\n");
}

describe("a figure as PDF", () => {
  it.each(figures)("$id is one page of vectors and text", async ({ svg }) => {
    const { bytes } = await renderPdf(svg);
    const file = Buffer.from(bytes).toString("latin1");
    expect(file).toMatch(/^%PDF-1\.\d/u);
    expect(file.trimEnd()).toMatch(/%%EOF$/u);
    expect(file.match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(1);
    expect(file.includes("/BaseFont /Helvetica")).toBe(true);
    expect(file.includes("/Subtype /Image")).toBe(false);
    // Show-text operators, one or more for each text that is not empty.
    const texts = [...parseHTML(svg).document.querySelectorAll("text")].filter(
      ({ textContent }) => textContent.trim() !== "",
    );
    expect(contentOf(bytes).match(/\bTJ\b/gu)!.length).toBeGreaterThanOrEqual(texts.length);
  });

  it("has the same bytes every time, and no clock time", async () => {
    const [first, second] = [await renderPdf(figures[3]!.svg), await renderPdf(figures[3]!.svg)];
    expect(second).toEqual(first);
    expect(Buffer.from(first.bytes).toString("latin1")).toContain("(D:19700101000000Z)");
  });

  it("says which characters it had to replace", async () => {
    const svg = `<svg width="100" height="50"><text fill="black" y="1em">β of Žutić</text></svg>`;
    expect((await renderPdf(svg)).replaced).toEqual(["β", "ć"]);
  });

  it.each([
    ["an element it does not know", `<svg width="9" height="9"><image href="x"/></svg>`, 'an element "image"'],
    ["no size", `<svg><g/></svg>`, "no width and height"],
    ["no drawing", `<p>x</p>`, "no drawing"],
  ])("refuses %s", async (_case, svg, message) => {
    await expect(renderPdf(svg)).rejects.toThrow(message);
  });
});

describe.skipIf(mayDoWithout("pdftotext"))("pdftotext", () => {
  it.each(figures)("reads every text of $id", async ({ id, svg }) => {
    const path = join(folder, `${id}.pdf`);
    const { bytes, replaced } = await renderPdf(svg);
    expect(replaced).toEqual([]);
    writeFileSync(path, bytes);
    const words = squeezed(execFileSync("pdftotext", ["-raw", path, "-"]).toString());
    // Turned text comes out letter by letter.
    const upright = [...parseHTML(svg).document.querySelectorAll("text")].filter(
      (text) => !(text.getAttribute("transform") ?? "").includes("rotate"),
    );
    for (const { textContent } of upright) expect(words).toContain(squeezed(textContent));
  });
});

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}

describe.skipIf(mayDoWithout("pdftoppm"))("pdftoppm", () => {
  it("draws a page of the figure's size, with the colours of the technologies on white", async () => {
    const path = join(folder, "drawn.pdf");
    writeFileSync(path, (await renderPdf(figures[0]!.svg)).bytes);
    // 96 dots an inch: a dot is a pixel of the figure.
    execFileSync("pdftoppm", ["-r", "96", path, join(folder, "drawn")]);
    const { width, height, pixel } = readPpm(readFileSync(join(folder, "drawn-1.ppm")));
    const root = parseHTML(figures[0]!.svg).document.querySelector("svg")!;
    expect([width, height]).toEqual([Number(root.getAttribute("width")), Number(root.getAttribute("height"))]);
    const colours = new Map<string, number>();
    for (let index = 0; index < width * height; index++)
      colours.set(pixel(index), (colours.get(pixel(index)) ?? 0) + 1);
    expect(pixel(0)).toBe("255 255 255");
    expect(colours.get("255 255 255")! / (width * height)).toBeGreaterThan(0.5);
    // #0072b2 and #d55e00, the first two technologies.
    expect(colours.get("0 114 178") ?? 0).toBeGreaterThan(20);
    expect(colours.get("213 94 0") ?? 0).toBeGreaterThan(20);
  });
});

/** A binary portable pixmap. */
function readPpm(bytes: Buffer): { width: number; height: number; pixel: (index: number) => string } {
  const head = /^P6\s+(?<width>\d+)\s+(?<height>\d+)\s+255\s/u.exec(bytes.subarray(0, 40).toString("latin1"))!;
  const data = bytes.subarray(head[0].length);
  return {
    width: Number(head.groups!["width"]),
    height: Number(head.groups!["height"]),
    pixel: (index) => data.subarray(3 * index, 3 * index + 3).join(" "),
  };
}
