import { parseHTML } from "linkedom";
import PDFDocument from "pdfkit";
import { paintOf, rootPaint } from "./svg-paint.ts";
import type { Paint } from "./svg-paint.ts";
import type { SvgElement } from "./svg-element.ts";
import { em, transformSteps } from "./svg-transform.ts";
import { winAnsiText } from "./win-ansi-text.ts";

/** A figure as PDF. */
export interface PdfFigure {
  readonly bytes: Uint8Array;
  /** Characters of the figure that the fonts of every PDF reader do not have; each stands as its base letter or a question mark. */
  readonly replaced: readonly string[];
}

/** Points of a CSS pixel. */
const POINTS_PER_PX = 0.75;
/** No clock time: the same figure gives the same bytes. */
const NO_DATE = new Date(0);

const REGULAR = "Helvetica";
const BOLD = "Helvetica-Bold";

/**
 * An SVG figure of ours as one PDF page: shapes stay vectors, text stays text in Helvetica, which every reader has. Text that has
 * a halo in the drawing gets a light plate behind it instead. Tooltips are left out.
 *
 * @throws Error for an element or a unit that our figures do not have: nothing is left out silently
 */
export async function svgPdf(svg: string): Promise<PdfFigure> {
  const root: SvgElement | null = parseHTML(svg).document.querySelector("svg");
  if (root === null) throw new Error("there is no drawing in the text");
  const size = [root.getAttribute("width"), root.getAttribute("height")].map(Number);
  const [width, height] = size;
  if (!(width! > 0) || !(height! > 0)) throw new Error("the drawing has no width and height in pixels");
  const page = new PDFDocument({
    size: size.map((side) => side * POINTS_PER_PX),
    margin: 0,
    info: {
      Title: root.getAttribute("aria-label") ?? "",
      CreationDate: NO_DATE,
      Producer: "neurofront",
      Creator: "neurofront",
    },
  });
  const bytes = collected(page);
  const replaced = new Set<string>();
  page.scale(POINTS_PER_PX);
  drawChildren(page, root, paintOf(root, rootPaint()), replaced);
  page.end();
  return { bytes: await bytes, replaced: [...replaced] };
}

type Page = InstanceType<typeof PDFDocument>;

async function collected(page: Page): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of page as unknown as AsyncIterable<Uint8Array>) parts.push(part);
  return Buffer.concat(parts);
}

function drawChildren(page: Page, parent: SvgElement, paint: Paint, replaced: Set<string>): void {
  for (const element of parent.children) drawElement(page, element, paint, replaced);
}

function drawElement(page: Page, element: SvgElement, inherited: Paint, replaced: Set<string>): void {
  const kind = element.localName.toLowerCase();
  if (kind === "title" || kind === "style") return;
  const paint = paintOf(element, inherited);
  page.save();
  for (const step of transformSteps(element.getAttribute("transform") ?? "")) page.transform(...step);
  if (kind === "g") drawChildren(page, element, paint, replaced);
  else if (kind === "text") drawText(page, element, paint, replaced);
  else drawShape(page, kind, element, paint);
  page.restore();
}

function drawShape(page: Page, kind: string, element: SvgElement, paint: Paint): void {
  const number = (name: string): number => Number(element.getAttribute(name) ?? 0);
  if (kind === "path") page.path(element.getAttribute("d") ?? "");
  else if (kind === "line") page.moveTo(number("x1"), number("y1")).lineTo(number("x2"), number("y2"));
  else if (kind === "rect") page.rect(number("x"), number("y"), number("width"), number("height"));
  else if (kind === "circle") page.circle(number("cx"), number("cy"), number("r"));
  else throw new Error(`a figure has an element "${kind}", which has no form in PDF here`);
  const fills = paint.fill !== "none" && kind !== "line";
  const strokes = paint.stroke !== "none" && paint.strokeWidth > 0;
  page.lineWidth(paint.strokeWidth).lineCap(paint.lineCap).lineJoin(paint.lineJoin);
  if (paint.dashes.length > 0) page.dash([...paint.dashes] as unknown as number, {});
  page.fillOpacity(paint.fillOpacity).strokeOpacity(paint.strokeOpacity);
  if (fills && strokes) page.fillAndStroke(paint.fill, paint.stroke);
  else if (fills) page.fill(paint.fill);
  else if (strokes) page.stroke(paint.stroke);
  // A path that is neither filled nor stroked must still be ended.
  else page.addContent("n");
}

/** The text of an element and of its lines. */
function drawText(page: Page, element: SvgElement, paint: Paint, replaced: Set<string>): void {
  let y = em(element.getAttribute("y") ?? "0", paint.fontSize);
  for (const node of element.childNodes) {
    if (node.nodeType === 1) {
      const line = node as unknown as SvgElement;
      if (line.localName.toLowerCase() === "title") continue;
      y += em(line.getAttribute("dy") ?? "0", paint.fontSize);
      const place = line.getAttribute("y");
      if (place !== null) y = em(place, paint.fontSize);
      drawLine(page, line.textContent ?? "", y, paintOf(line, paint), replaced);
    } else if (node.nodeType === 3) drawLine(page, node.textContent ?? "", y, paint, replaced);
  }
}

function drawLine(page: Page, content: string, y: number, paint: Paint, replaced: Set<string>): void {
  const { text, unknown } = winAnsiText(content);
  for (const character of unknown) replaced.add(character);
  if (text.trim() === "" || paint.fill === "none") return;
  page.font(paint.isBold ? BOLD : REGULAR).fontSize(paint.fontSize);
  const width = page.widthOfString(text);
  const x = paint.anchor === "middle" ? -width / 2 : paint.anchor === "end" ? -width : 0;
  if (paint.hasHalo && paint.stroke !== "none")
    page
      .fillOpacity(HALO_OPACITY)
      .rect(x - 1, y - 0.78 * paint.fontSize, width + 2, paint.fontSize)
      .fill(paint.stroke);
  page.fillOpacity(paint.fillOpacity).fillColor(paint.fill);
  page.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
}

const HALO_OPACITY = 0.75;
