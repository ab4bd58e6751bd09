import type { Explanation, ExplanationTable } from "../explain/explanation.ts";
import { designData, designName, designOf } from "./design-data.ts";
import { element } from "./element.ts";

let dialog: HTMLDialogElement | undefined;
const unpacked = new WeakMap<Element, Promise<Readonly<Record<string, Explanation>>>>();

/** Open the page of a design: every number with its formula and source, from what `neurofront explain` prints. */
export async function explain(key: string): Promise<void> {
  if (designOf(key) === undefined) return;
  const explanation = (await explanations())[key] ?? shortExplanation(key);
  if (dialog === undefined) {
    dialog = document.body.appendChild(element("dialog", "explanation"));
    dialog.addEventListener("close", () => {
      if (location.hash.startsWith(DESIGN_HASH)) history.replaceState(null, "", location.pathname + location.search);
    });
  }
  const close = element("button", "close", "Close (Esc)");
  close.type = "button";
  close.addEventListener("click", () => dialog?.close());
  const heading = element("h2", "", explanation.title);
  heading.id = "explanation-title";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.replaceChildren(
    close,
    heading,
    element("p", "note", explanation.subtitle),
    ...explanation.sections.flatMap(({ title, lines, tables }) => [
      element("h3", "", title),
      ...lines.map((line) => element("p", "", line)),
      ...tables.map(tableElement),
    ]),
  );
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  history.replaceState(null, "", `${DESIGN_HASH}${key}`);
}

/** How the address of a page names a design: `report.html#design=2.17`. */
export const DESIGN_HASH = "#design=";

/** Open the design that the address names. */
export function explainAddressed(): void {
  if (location.hash.startsWith(DESIGN_HASH)) void explain(location.hash.slice(DESIGN_HASH.length));
}

function explanations(): Promise<Readonly<Record<string, Explanation>>> {
  const source = document.querySelector("script.explanations");
  if (source === null) return Promise.resolve({});
  const known = unpacked.get(source) ?? unpack(source.textContent);
  unpacked.set(source, known);
  return known;
}

/** Base64 of JSON that was compressed by raw deflate. */
async function unpack(text: string): Promise<Readonly<Record<string, Explanation>>> {
  const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return (await new Response(stream).json()) as Readonly<Record<string, Explanation>>;
}

/** What the page knows of a design whose explanation it does not hold. */
function shortExplanation(key: string): Explanation {
  const { search, entry } = designOf(key)!;
  const [standing, metrics, parameters, broken] = entry;
  const numbers = (names: readonly string[], values: readonly string[]): ExplanationTable => ({
    head: ["name", "value"],
    rows: names.map((name, index) => [name, values[index] ?? ""]).filter(([, value]) => value !== ""),
    numeric: [1],
  });
  return {
    title: `${designName(key)}: ${search.title}`,
    subtitle: `This page keeps the formulas and sources of a choice of designs only. For this one: neurofront explain archive.sqlite ${search.name}/${key.split(".")[1]}`,
    sections: [
      { title: "standing", lines: [standing, ...broken.map((code) => `breaks ${code}`)], tables: [] },
      { title: "metrics", lines: [], tables: [numbers(designData()?.metrics ?? [], metrics)] },
      { title: "searched parameters", lines: [], tables: [numbers(search.parameters, parameters)] },
    ],
  };
}

function tableElement({ head, rows, numeric }: ExplanationTable): HTMLElement {
  const kind = (column: number): string => (numeric.includes(column) ? "number" : "");
  const headRow = head.map((title, column) => {
    const cell = element("th", kind(column), title);
    cell.scope = "col";
    return cell;
  });
  const body = rows.map((row) =>
    element(
      "tr",
      "",
      row.map((text, column) => {
        if (column > 0) return element("td", kind(column), text);
        const cell = element("th", "", text);
        cell.scope = "row";
        return cell;
      }),
    ),
  );
  const table = element("table", "", [element("thead", "", [element("tr", "", headRow)]), element("tbody", "", body)]);
  const scroll = element("div", "scroll", [table]);
  scroll.tabIndex = 0;
  return scroll;
}
