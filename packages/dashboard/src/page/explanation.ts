import type { Explanation, ExplanationTable } from "@neurofront/report";
import { element } from "./element.ts";
import { attempt } from "./notice.ts";
import { address, get } from "./requests.ts";

let dialog: HTMLDialogElement | undefined;

/** Show every number of a design with its formula and source. */
export async function explainDesign(path: string, search: string, candidate: number): Promise<void> {
  await attempt(async () => {
    const { title, subtitle, sections } = await get<Explanation>(
      address("/api/explain", { archive: path, search, candidate: String(candidate) }),
    );
    dialog ??= document.body.appendChild(
      element("dialog", { class: "explanation", "aria-labelledby": "explanation-title" }),
    );
    dialog.replaceChildren(
      element("button", { type: "button", class: "close", click: () => dialog?.close() }, "Close (Esc)"),
      element("h2", { id: "explanation-title" }, title),
      element("p", { class: "note" }, subtitle),
      ...sections.flatMap((section) => [
        element("h3", {}, section.title),
        ...section.lines.map((line) => element("p", {}, line)),
        ...section.tables.map((table) => tableOf(table)),
      ]),
    );
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  });
}

function tableOf({ head, rows, numeric }: ExplanationTable): HTMLElement {
  const kind = (column: number): { readonly class: string | undefined } => ({
    class: numeric.includes(column) ? "number" : undefined,
  });
  return element(
    "div",
    { class: "scroll", tabindex: "0" },
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          head.map((text, column) => element("th", { scope: "col", ...kind(column) }, text)),
        ),
      ),
      element(
        "tbody",
        {},
        rows.map((row) =>
          element(
            "tr",
            {},
            row.map((text, column) =>
              column === 0 ? element("th", { scope: "row" }, text) : element("td", kind(column), text),
            ),
          ),
        ),
      ),
    ),
  );
}
