import type { ListedArchive } from "../folder-contents.ts";
import { element } from "./element.ts";
import type { Child } from "./element.ts";
import type { FolderState } from "./folder-state.ts";

const NO_ARCHIVES = "No archive yet: run a study.";
const NO_STUDIES = "No study in this folder yet.";

/** The list beside the page: archives with what became of them, studies, and a new one. */
export function folderList(state: FolderState | undefined, at: string): Child[] {
  if (state === undefined) return [element("p", { class: "note" }, "Reading the folder …")];
  const { folder, archives, studies, runs, isCut } = state;
  const failed = runs.filter(({ state: of }) => of === "failed").toReversed();
  return [
    element(
      "p",
      { class: "brand" },
      element("a", { href: "#/" }, "neurofront"),
      element("small", { title: folder }, folder),
    ),
    element("h2", {}, "Archives"),
    archives.length === 0
      ? element("p", { class: "note" }, NO_ARCHIVES)
      : element(
          "ul",
          {},
          archives.map((each) => archiveItem(each, at)),
        ),
    element("h2", {}, "Studies"),
    studies.length === 0
      ? element("p", { class: "note" }, NO_STUDIES)
      : element(
          "ul",
          {},
          studies.map(({ path, title }) =>
            element("li", {}, link(`#/study/${encodeURIComponent(path)}`, at, path, title)),
          ),
        ),
    element("p", {}, element("a", { class: "button", href: "#/new" }, "New study")),
    failed.length > 0 && element("h2", {}, "Runs that failed"),
    ...failed.map(({ of, said }) =>
      element("details", { class: "failed" }, element("summary", {}, of), element("pre", {}, said)),
    ),
    isCut && element("p", { class: "note" }, "The folder holds more than is listed here."),
  ];
}

function archiveItem({ path, status, title, share, reason }: ListedArchive, at: string): Child {
  const percent = `${Math.floor(100 * share)} %`;
  return element(
    "li",
    {},
    link(
      `#/archive/${encodeURIComponent(path)}`,
      at,
      path.replace(/\/?archive\.sqlite$/u, "") || path,
      reason ?? title,
    ),
    element(
      "span",
      { class: `status ${status}` },
      status === "running" || status === "stopped" ? `${status} ${percent}` : status,
    ),
  );
}

function link(href: string, at: string, name: string, title: string): HTMLElement {
  return element(
    "a",
    { href, title, ...(at === href ? { "aria-current": "page" } : {}) },
    element("b", {}, name),
    element("small", {}, title),
  );
}
