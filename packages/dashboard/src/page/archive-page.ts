import type { ArchiveOverview } from "../archive-view.ts";
import { candidateTable } from "./candidate-table.ts";
import { element, fill } from "./element.ts";
import type { Child } from "./element.ts";
import { figureList } from "./figure-list.ts";
import { folderState } from "./folder-state.ts";
import type { FolderState } from "./folder-state.ts";
import { attempt } from "./notice.ts";
import { address, follow, post } from "./requests.ts";

const INTERVAL_MS = 1000;

/** One archive: what became of it, how far it is, its figures and its designs. */
export function archivePage(path: string): { readonly content: HTMLElement; readonly end: () => void } {
  const head = element("header", {}, element("h1", {}, path));
  const answer = element("div", { class: "answer" });
  const progress = element("section", { "aria-label": "Progress" });
  const problem = element("p", { class: "warning", role: "alert", hidden: true });
  const figures = figureList(path);
  const table = candidateTable(path);
  const notes = element("details", { class: "notes", hidden: true });
  const readable = element("div", { hidden: true }, answer, progress, figures.content, table.content, notes);
  const fail = (reason: string): void => {
    problem.hidden = false;
    problem.textContent = `This archive cannot be shown: ${reason}`;
  };
  let title = path;
  const showHead = (state: FolderState): void => fill(head, headOf(path, title, state));
  const endListening = folderState.listen(showHead);
  const end = follow(
    address("/api/archive", { archive: path }),
    INTERVAL_MS,
    (value) => {
      const overview = value as ArchiveOverview | { readonly unreadable: string } | { readonly isAwaited: true };
      if ("isAwaited" in overview) return;
      if ("unreadable" in overview) {
        fail(overview.unreadable);
        return;
      }
      problem.hidden = true;
      readable.hidden = false;
      title = overview.title;
      if (folderState.value !== undefined) showHead(folderState.value);
      fill(
        answer,
        overview.headlines.map(({ headline }) => element("p", { class: "headline" }, headline)),
      );
      fill(progress, progressOf(overview));
      fill(notes, notesOf(overview));
      notes.hidden = overview.notes.length === 0;
      figures.show(overview.stamp);
      table.show(overview);
    },
    fail,
  );
  return {
    content: element("div", { class: "archive" }, head, problem, readable),

    end() {
      end();
      endListening();
      figures.end();
    },
  };
}

function headOf(path: string, title: string, { archives, runs }: FolderState): Child[] {
  const listed = archives.find((each) => each.path === path);
  const run = runs.findLast((each) => each.archive === path && (each.state === "running" || each.state === "stopping"));
  const canGoOn = run === undefined && listed?.status === "stopped";
  return [
    element("h1", {}, title),
    element(
      "p",
      { class: "meta" },
      listed !== undefined && element("span", { class: `status ${listed.status}` }, listed.status),
      ` ${path}`,
    ),
    element(
      "p",
      { class: "actions" },
      run !== undefined &&
        element(
          "button",
          {
            type: "button",
            "data-action": "stop",
            "data-run": run.id,
            disabled: run.state === "stopping",
            click: () => void attempt(async () => void (await post("/api/runs/stop", { id: run.id }))),
          },
          run.state === "stopping" ? "Stopping: it finishes its batch" : "Stop and save",
        ),
      canGoOn &&
        element(
          "button",
          {
            type: "button",
            "data-action": "resume",
            click: () => void attempt(async () => void (await post("/api/runs", { archive: path }))),
          },
          "Go on with this run",
        ),
      element(
        "a",
        { class: "button", href: address("/report", { archive: path }), target: "_blank", rel: "noopener" },
        "Report",
      ),
    ),
  ];
}

function progressOf({ searches, rank, verified }: ArchiveOverview): Child[] {
  return [
    element("h2", {}, "Progress"),
    element(
      "div",
      { class: "scroll", role: "region", tabindex: "0", "aria-label": "Progress of each search" },
      element(
        "table",
        { class: "progress" },
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("th", { scope: "col" }, "search"),
            element("th", { scope: "col" }, "spent"),
            ...["assessed", "feasible", "front", `best ${rank}`].map((name) =>
              element("th", { scope: "col", class: "number" }, name),
            ),
          ),
        ),
        element(
          "tbody",
          {},
          searches.map((each) =>
            element(
              "tr",
              {},
              element(
                "th",
                { scope: "row" },
                element("span", { class: `swatch technology-${each.technologyIndex % 7}`, "aria-hidden": "true" }),
                element("b", {}, each.technology),
                ` ${each.accounting}`,
              ),
              element(
                "td",
                {},
                element("progress", {
                  max: each.budget,
                  value: Math.min(each.spent, each.budget),
                  "aria-label": `${each.search}: ${each.spent} of ${each.budget}`,
                }),
                ` ${each.spent} of ${each.budget}`,
              ),
              ...[each.assessed, each.feasible, each.front, each.best || "none feasible"].map((cell) =>
                element("td", { class: "number" }, cell),
              ),
            ),
          ),
        ),
      ),
    ),
    verified > 0 && element("p", { class: "note" }, `${verified} designs verified on drawn chips.`),
  ];
}

function notesOf({ notes }: ArchiveOverview): Child[] {
  return [
    element("summary", {}, `What the optimizers decided (${notes.length})`),
    element(
      "ul",
      {},
      notes.map(({ search, assessed, text }) => element("li", {}, `${search}, after ${assessed}: ${text}`)),
    ),
  ];
}
