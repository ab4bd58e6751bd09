import { explainDesign } from "./explanation.ts";

/** How the script of figures names a design in the address of a page. */
const DESIGN_HASH = "#design=";

/**
 * Explain designs by what the server says of them, wherever the script of figures would by what a page holds: a mark that is clicked,
 * one where the keyboard stands, a link of the selection.
 *
 * @param pathOf the archive that is shown, if any
 */
export function linkDesigns(pathOf: () => string | undefined): void {
  const explain = (key: string, event: Event): void => {
    const path = pathOf();
    const [search, candidate] = key.split(".");
    const name = searchNames()[Number(search)];
    event.stopImmediatePropagation();
    event.preventDefault();
    if (path !== undefined && name !== undefined) void explainDesign(path, name, Number(candidate));
  };
  document.addEventListener(
    "click",
    (event) => {
      const target = event.target as Element;
      const key =
        target.closest("[data-c]")?.getAttribute("data-c") ??
        target.closest(`a[href^="${DESIGN_HASH}"]`)?.getAttribute("href")?.slice(DESIGN_HASH.length);
      if (key != null) explain(key, event);
    },
    { capture: true },
  );
  document.addEventListener(
    "keydown",
    (event) => {
      const key = document.querySelector("[data-at]")?.getAttribute("data-c");
      const isInFigure = (event.target as Element).closest(".scroll") === event.target;
      if (event.key === "Enter" && isInFigure && key != null) explain(key, event);
    },
    { capture: true },
  );
}

/** Names of the searches, in the order in which keys of designs count them. */
function searchNames(): readonly string[] {
  const data = document.querySelector("script.design-data")?.textContent;
  if (data == null) return [];
  const { searches } = JSON.parse(data) as { readonly searches: readonly { readonly name: string }[] };
  return searches.map(({ name }) => name);
}
