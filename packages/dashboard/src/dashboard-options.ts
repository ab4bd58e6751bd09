import type { Schema } from "./schema-place.ts";
import type { StudyProblem } from "./study-files.ts";

/** What a dashboard is made of; whoever starts it hands over what knows plugins. */
export interface DashboardOptions {
  /** Folder of studies and archives; nothing outside it is read or written. */
  readonly folder: string;
  /** 0 or absent for any that is free. */
  readonly port?: number;
  /** Program and first arguments by which neurofront is called. */
  readonly command: readonly string[];
  /** Further arguments of a run, such as the plugins that are let in. */
  readonly runOptions: readonly string[];
  /** JSON Schema of studies in the form for editors. */
  readonly schema: Schema;
  /** A complete study to begin with. */
  readonly example: string;
  /** What is wrong with the text of a study. */
  readonly check: (text: string, path: string) => Promise<readonly StudyProblem[]>;
  /** The report of an archive as one page. */
  readonly report: (archivePath: string) => Promise<string>;
}
