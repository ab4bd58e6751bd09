import { readFileSync, readdirSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import { archiveProgress } from "./archive-progress.ts";
import type { ArchiveProgress, ArchiveStatus } from "./archive-progress.ts";

/** An archive of the folder. */
export interface ListedArchive {
  /** Relative to the folder. */
  readonly path: string;
  readonly status: ArchiveStatus;
  readonly title: string;
  /** Share of the budget of all searches that is spent, 0 ... 1. */
  readonly share: number;
  /** Why it cannot be read. */
  readonly reason?: string;
}

/** A study of the folder, legal or not. */
export interface ListedStudy {
  /** Relative to the folder. */
  readonly path: string;
  readonly title: string;
}

/** What a folder holds. */
export interface FolderContents {
  readonly archives: readonly ListedArchive[];
  readonly studies: readonly ListedStudy[];
  /** Whether there is more than the page lists. */
  readonly isCut: boolean;
}

/** Folders below the one that is served. */
const DEEPEST = 5;
const MOST_FOLDERS = 2000;
const MOST_LISTED = 500;
const LARGEST_STUDY_BYTES = 1_000_000;

/** Of other programs, and never of a person's studies. */
const SKIPPED: ReadonlySet<string> = new Set(["node_modules", "dist", "build", "coverage"]);

/** Reads a folder again and again; what has not changed is not read twice. */
export class FolderReader {
  readonly #folder: string;
  readonly #archives = new Map<string, { readonly stamp: string; readonly read: Reading }>();
  readonly #studies = new Map<string, { readonly stamp: string; readonly title: string | undefined }>();

  /** @param folder a real path */
  constructor(folder: string) {
    this.#folder = folder;
  }

  contents(): FolderContents {
    const { files, isCut } = plainFiles(this.#folder);
    const archives = files.filter((path) => path.endsWith(".sqlite"));
    const studies = files.filter((path) => path.endsWith(".json")).flatMap((path) => this.#study(path) ?? []);
    return {
      archives: archives.slice(0, MOST_LISTED).map((path) => this.#archive(path)),
      studies: studies.slice(0, MOST_LISTED),
      isCut: isCut || archives.length > MOST_LISTED || studies.length > MOST_LISTED,
    };
  }

  #archive(path: string): ListedArchive {
    const whole = join(this.#folder, path);
    const stamp = `${stampOf(whole)} ${stampOf(`${whole}-wal`)} ${stampOf(join(whole, "../report.html"))}`;
    const known = this.#archives.get(path);
    // What is running stops without a change of its file.
    const isKnown = known?.stamp === stamp && !("status" in known.read && known.read.status === "running");
    const read = isKnown ? known.read : reading(whole);
    if (!isKnown) this.#archives.set(path, { stamp, read });
    if ("reason" in read)
      return {
        path,
        status: "unreadable",
        title: path,
        share: 0,
        reason: read.reason.replaceAll(`${this.#folder}/`, ""),
      };
    const spent = read.searches.reduce((sum, search) => sum + Math.min(search.spent, search.budget), 0);
    const budget = read.searches.reduce((sum, search) => sum + search.budget, 0);
    return { path, status: read.status, title: read.title, share: budget > 0 ? spent / budget : 0 };
  }

  #study(path: string): ListedStudy | undefined {
    const stamp = stampOf(join(this.#folder, path));
    const known = this.#studies.get(path);
    const title = known?.stamp === stamp ? known.title : studyTitle(join(this.#folder, path));
    this.#studies.set(path, { stamp, title });
    return title === undefined ? undefined : { path, title };
  }
}

type Reading = ArchiveProgress | { readonly reason: string };

function reading(path: string): Reading {
  try {
    return archiveProgress(path, Date.now());
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Plain files of a folder and below, by name; neither hidden ones nor through symbolic links. */
function plainFiles(root: string): { readonly files: string[]; readonly isCut: boolean } {
  const files: string[] = [];
  const waiting = [""];
  let folders = 0;
  for (let relative = waiting.shift(); relative !== undefined && folders < MOST_FOLDERS; relative = waiting.shift()) {
    folders += 1;
    for (const entry of entriesOf(join(root, relative))) {
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (entry.name.startsWith(".") || SKIPPED.has(entry.name)) continue;
      if (entry.isFile()) files.push(path);
      else if (entry.isDirectory() && path.split("/").length <= DEEPEST) waiting.push(path);
    }
  }
  return { files: files.toSorted(), isCut: waiting.length > 0 };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It has gone, or is not for this user to read.
    return [];
  }
}

/** The title of a study file, its name where the text is not JSON at the moment; undefined for other JSON. */
function studyTitle(path: string): string | undefined {
  try {
    if (statSync(path).size > LARGEST_STUDY_BYTES) return undefined;
    const content = readFileSync(path, "utf8");
    if (!content.includes('"technologies"') || !content.includes('"held"')) return undefined;
    const isOther = content.includes('"neurofront-resolved-study"') || content.includes("json-schema.org");
    return isOther ? undefined : titleIn(content);
  } catch {
    return undefined;
  }
}

function titleIn(content: string): string {
  try {
    const { title } = JSON.parse(content) as { readonly title?: unknown };
    return typeof title === "string" ? title : "(without a title)";
  } catch {
    return "(not JSON at the moment)";
  }
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? "-" : `${stats.mtimeMs} ${stats.size}`;
}
