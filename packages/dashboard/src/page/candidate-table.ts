import type { ArchiveOverview } from "../archive-view.ts";
import type { CandidatePage } from "../candidate-page.ts";
import { element, fill } from "./element.ts";
import type { Child } from "./element.ts";
import { explainDesign } from "./explanation.ts";
import { get } from "./requests.ts";

const PAGE_ROWS = 50;

/** A table that the archive has changed under is read again at most this often. */
const INTERVAL_MS = 2000;

/** What a person has asked the table for. */
interface Wanted {
  search: string;
  standing: string;
  bounds: { column: string; low: string; high: string }[];
  sort: string;
  descending: boolean;
  offset: number;
}

/** The designs of an archive, filtered, sorted and paged by the server. */
export function candidateTable(path: string): {
  readonly content: HTMLElement;
  readonly show: (overview: ArchiveOverview) => void;
} {
  const wanted: Wanted = { search: "", standing: "", bounds: [], sort: "", descending: false, offset: 0 };
  const form = element("form", { class: "query", "aria-label": "Filter of the designs" });
  const state = element("p", { class: "note", role: "status" });
  const body = element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": "Designs" });
  const pages = element("p", { class: "pages" });
  let stamp = "";
  let read = { stamp: "", time_ms: Number.NEGATIVE_INFINITY };
  let waiting = 0;
  let turn = 0;

  const query = (): URLSearchParams => queryOf(path, wanted);
  const load = async (): Promise<void> => {
    const own = ++turn;
    read = { stamp, time_ms: performance.now() };
    try {
      const page = await get<CandidatePage>(`/api/candidates?${query().toString()}`);
      if (own !== turn) return;
      state.className = "note";
      state.textContent = countText(page, wanted.offset);
      fill(body, tableOf(path, page, wanted, sortBy));
      fill(pages, pageButtons(page, wanted, go), csvLink(query()));
    } catch (error) {
      if (own !== turn) return;
      state.className = "warning";
      state.textContent = (error as Error).message;
    }
  };
  const go = (offset: number): void => {
    wanted.offset = offset;
    void load();
  };
  const sortBy = (column: string): void => {
    wanted.descending = wanted.sort === column && !wanted.descending;
    wanted.sort = column;
    go(0);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    readForm(form, wanted);
    go(0);
  });
  form.addEventListener("change", () => form.requestSubmit());
  return {
    content: element("section", { class: "designs" }, element("h2", {}, "Designs"), form, state, body, pages),
    show(overview) {
      if (form.childElementCount === 0) form.append(...formParts(overview, form));
      stamp = overview.stamp;
      clearTimeout(waiting);
      const since_ms = performance.now() - read.time_ms;
      if (read.stamp !== stamp) waiting = window.setTimeout(() => void load(), Math.max(0, INTERVAL_MS - since_ms));
    },
  };
}

function queryOf(path: string, { search, standing, bounds, sort, descending, offset }: Wanted): URLSearchParams {
  const query = new URLSearchParams({ archive: path, offset: String(offset), limit: String(PAGE_ROWS) });
  if (search !== "") query.append("search", search);
  if (standing !== "") query.append("standing", standing);
  for (const { column, low, high } of bounds) query.append("bound", `${column}:${low}:${high}`);
  if (sort !== "") {
    query.append("sort", sort);
    query.append("descending", String(descending));
  }
  return query;
}

function countText({ count, rows }: CandidatePage, offset: number): string {
  if (count === 0) return "No design passes this filter.";
  return `Designs ${number(offset + 1)} to ${number(offset + rows.length)} of ${number(count)}`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function formParts({ searches, columns }: ArchiveOverview, form: HTMLFormElement): Node[] {
  const select = (name: string, label: string, options: readonly (readonly [string, string])[]): HTMLElement =>
    element(
      "label",
      {},
      `${label} `,
      element(
        "select",
        { name },
        options.map(([value, text]) => element("option", { value }, text)),
      ),
    );
  const numeric = columns.filter(({ isNumeric, id }) => isNumeric && id !== "candidate");
  const bounds = element("div", { class: "bounds" });
  const boundRow = (): HTMLElement => {
    const unitOf = (id: string): string => numeric.find((column) => column.id === id)?.unit ?? "1";
    const hint = (): string => (unitOf(column.value) === "1" ? "0.9 or 90 %" : `1 ${unitOf(column.value)}`);
    const column = element(
      "select",
      { name: "column", "aria-label": "Bounded quantity" },
      numeric.map(({ id, title, unit }) =>
        element("option", { value: id }, unit === undefined || unit === "1" ? title : `${title} [${unit}]`),
      ),
    );
    const low = element("input", { name: "low", size: 10, "aria-label": "At least", placeholder: "at least" });
    const high = element("input", { name: "high", size: 10, "aria-label": "At most", placeholder: "at most" });
    const showUnit = (): void => {
      for (const input of [low, high]) input.title = `a quantity with its unit, such as ${hint()}`;
    };
    column.addEventListener("change", showUnit);
    showUnit();
    const remove = (): void => {
      row.remove();
      form.requestSubmit();
    };
    const row = element(
      "span",
      { class: "bound" },
      low,
      " ≤ ",
      column,
      " ≤ ",
      high,
      element("button", { type: "button", "aria-label": "Remove this bound", click: remove }, "×"),
    );
    return row;
  };
  const add = (): void => {
    const row = boundRow();
    bounds.append(row);
    row.querySelector("select")!.focus();
  };
  return [
    select("search", "Search", [["", "all"], ...searches.map(({ search }) => [search, search] as const)]),
    select("standing", "Standing", [
      ["", "all"],
      ["front", "on the front"],
      ["feasible", "feasible"],
      ["infeasible", "infeasible"],
      ["impossible", "impossible"],
    ]),
    element("button", { type: "button", "data-action": "add-bound", click: add }, "Add a bound"),
    bounds,
    element("button", { "data-action": "apply" }, "Apply"),
  ];
}

function readForm(form: HTMLFormElement, wanted: Wanted): void {
  const data = new FormData(form);
  const texts = (name: string): string[] => data.getAll(name).map(String);
  wanted.search = texts("search")[0] ?? "";
  wanted.standing = texts("standing")[0] ?? "";
  const [lows, highs] = [texts("low"), texts("high")];
  wanted.bounds = texts("column").map((column, k) => ({ column, low: lows[k] ?? "", high: highs[k] ?? "" }));
}

function tableOf(
  path: string,
  { columns, rows }: CandidatePage,
  wanted: Wanted,
  sortBy: (column: string) => void,
): Child {
  if (rows.length === 0) return undefined;
  const head = columns.map(({ id, title, isNumeric }) => {
    const isSorted = wanted.sort === id;
    const direction = wanted.descending ? "descending" : "ascending";
    return element(
      "th",
      { scope: "col", class: isNumeric ? "number" : undefined, "aria-sort": isSorted ? direction : undefined },
      element(
        "button",
        { type: "button", class: "sort", "data-action": `sort-${id}`, click: () => sortBy(id) },
        title,
        isSorted && element("span", { "aria-hidden": "true" }, wanted.descending ? " ▼" : " ▲"),
      ),
    );
  });
  return element(
    "table",
    { class: "candidates" },
    element("thead", {}, element("tr", {}, element("td", {}), head)),
    element(
      "tbody",
      {},
      rows.map(({ search, candidate, standing, cells }) =>
        element(
          "tr",
          { class: standing },
          element(
            "td",
            {},
            element(
              "button",
              {
                type: "button",
                class: "explain",
                "data-action": `explain-${search}/${candidate}`,
                "aria-label": `Explain candidate ${candidate} of ${search}`,
                click: () => void explainDesign(path, search, candidate),
              },
              "explain",
            ),
          ),
          cells.map((cell, k) => element("td", { class: columns[k]!.isNumeric ? "number" : undefined }, cell)),
        ),
      ),
    ),
  );
}

function pageButtons({ count }: CandidatePage, { offset }: Wanted, go: (offset: number) => void): Child[] {
  const last = Math.max(0, Math.floor((count - 1) / PAGE_ROWS) * PAGE_ROWS);
  const button = (label: string, to: number, isOff: boolean): Child =>
    element(
      "button",
      { type: "button", "data-action": `page-${label}`, "data-to": to, disabled: isOff, click: () => go(to) },
      label,
    );
  return [
    button("First", 0, offset === 0),
    button("Previous", Math.max(0, offset - PAGE_ROWS), offset === 0),
    button("Next", Math.min(last, offset + PAGE_ROWS), offset >= last),
    button("Last", last, offset >= last),
  ];
}

function csvLink(query: URLSearchParams): Child {
  return element(
    "a",
    { class: "button", href: `/api/candidates.csv?${query.toString()}`, download: "candidates.csv" },
    "Save all of these (CSV)",
  );
}
