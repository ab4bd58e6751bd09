import { parseHTML } from "linkedom";
import type { ReportInput } from "../report-input.ts";
import { reportPage } from "../page.ts";

/** A figure of the report as it stands alone. */
export interface StandaloneFigure {
  /** Letters, digits and hyphens: it may name a file. */
  readonly id: string;
  /** Text stays text; colours that follow a page's scheme are those of a light page. */
  readonly svg: string;
  /** The numbers behind it. */
  readonly csv: string;
}

/** Every figure that the report of an archive shows. */
export function reportFigures(input: ReportInput): StandaloneFigure[] {
  const { document } = parseHTML(reportPage(input));
  return [...document.querySelectorAll("figure")].map((figure) => {
    const id = figure.querySelector(".drawing")!.id.replace(/^figure-/, "");
    if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(id))
      throw new Error(`"${id}" cannot name a file: a study of this archive names an accounting that there is not`);
    return {
      id,
      svg: standalone(figure.querySelector("svg")!.outerHTML),
      csv: `${figure.querySelector("pre")!.textContent.replaceAll("\n", "\r\n")}\r\n`,
    };
  });
}

function standalone(svg: string): string {
  const fixed = svg
    .replaceAll(/var\(--[\w-]+, ([^()]+)\)/g, "$1")
    .replaceAll("currentColor", "black")
    .replace(/^<svg /, `<svg xmlns="http://www.w3.org/2000/svg" `)
    .replace("background:none", "background:white");
  return `<?xml version="1.0" encoding="utf-8"?>\n${fixed}\n`;
}
