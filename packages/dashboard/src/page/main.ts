import { archivePage } from "./archive-page.ts";
import { linkDesigns } from "./design-links.ts";
import { element, fill } from "./element.ts";
import { folderList } from "./folder-list.ts";
import { folderState } from "./folder-state.ts";
import type { FolderState } from "./folder-state.ts";
import { enter, follow } from "./requests.ts";
import { studyPage } from "./study-page.ts";
import { welcomePage } from "./welcome-page.ts";

const INTERVAL_MS = 1000;

/** A page of the main part; ends when another one is shown. */
interface Page {
  readonly content: HTMLElement;
  readonly end: () => void;
}

const side = element("nav", { "aria-label": "Folder", class: "side" });
const main = element("main", { id: "main", tabindex: "-1" });
const lost = element("p", { class: "lost", role: "alert", hidden: true });
let page: Page | undefined;

/** The page that the address names: `#/archive/<path>`, `#/study/<path>`, `#/new`. */
function pageOf(address: string): Page {
  const [, kind, path] = /^#\/(archive|study|new)(?:\/(.*))?$/u.exec(address) ?? [];
  if (kind === "archive" && path !== undefined) return archivePage(decodeURIComponent(path));
  if (kind === "study" && path !== undefined) return studyPage(decodeURIComponent(path));
  if (kind === "new") return studyPage(undefined);
  return welcomePage();
}

function show(): void {
  page?.end();
  page = pageOf(location.hash);
  main.replaceChildren(page.content);
  main.scrollTop = 0;
  fill(side, folderList(folderState.value, location.hash));
}

/** The archive that is shown. */
function shownArchive(): string | undefined {
  const path = /^#\/archive\/(.*)$/u.exec(location.hash)?.[1];
  return path === undefined ? undefined : decodeURIComponent(path);
}

// Before the script of figures listens.
linkDesigns(shownArchive);

async function start(): Promise<void> {
  const problem = await enter();
  if (problem !== undefined) {
    document.body.append(
      element("main", { id: "main" }, element("h1", {}, "neurofront"), element("p", { role: "alert" }, problem)),
    );
    return;
  }
  document.body.append(lost, element("div", { class: "frame" }, side, main));
  folderState.listen((contents) => fill(side, folderList(contents, location.hash)));
  follow(
    "/api/folder",
    INTERVAL_MS,
    (contents) => {
      lost.hidden = true;
      folderState.set(contents as FolderState);
    },
    (reason) => {
      lost.hidden = false;
      lost.textContent = `The server does not answer (${reason}); what is shown may be old.`;
    },
  );
  addEventListener("hashchange", show);
  show();
}

void start();
