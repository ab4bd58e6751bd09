import { writeFileSync } from "node:fs";
import { studySchema } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import { catalogOfStudy } from "../study-input.ts";
import type { Terminal } from "../terminal.ts";

/** What `neurofront schema` takes. */
export interface SchemaOptions {
  /** File to write; default the standard output. */
  readonly out?: string;
  /** Study whose measured devices are in it. */
  readonly study?: string;
}

/**
 * Write the JSON Schema of study files, for completion in editors.
 *
 * @throws StudyError when the points of a measured device are not legal
 */
export function schemaCommand({ out, study }: SchemaOptions, catalog: Catalog, terminal: Terminal): void {
  const whole = study === undefined ? catalog : catalogOfStudy(study, catalog);
  const text = `${JSON.stringify(studySchema(whole, "editor"), undefined, 2)}\n`;
  if (out === undefined) terminal.out.write(text);
  else writeFileSync(out, text);
}
