import { writeFileSync } from "node:fs";
import { studySchema } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import type { Terminal } from "../terminal.ts";

/** Write the JSON Schema of study files, for completion in editors. */
export function schemaCommand(out: string | undefined, catalog: Catalog, terminal: Terminal): void {
  const text = `${JSON.stringify(studySchema(catalog, "editor"), undefined, 2)}\n`;
  if (out === undefined) terminal.out.write(text);
  else writeFileSync(out, text);
}
