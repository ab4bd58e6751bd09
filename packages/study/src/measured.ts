import { API_VERSION, readMeasuredTable } from "@neurofront/core";
import type { Interpolation, MeasuredDevice, Model, Plugin, Reference, ResolvedMeasured } from "@neurofront/core";
import { sha256 } from "./canonical-json.ts";
import { buildCatalog } from "./catalog.ts";
import type { Catalog } from "./catalog.ts";
import { escapePointer } from "./document.ts";
import type { StudyDocument } from "./document.ts";
import { StudyError } from "./problem.ts";
import type { WrittenMeasured } from "./study-file.ts";

/** The text of a file that a study names, or a sentence that says why it may not be read. */
export type DataReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** As many as the schema allows; of more none is read, and the schema refuses the block. */
export const MOST_MEASURED = 40;

const DEFAULT_INTERPOLATION: Interpolation = "monotone-cubic";

/**
 * The catalog with the measured devices of a study, each a plugin of its own that brings one model: from here on they are models
 * as any other. An entry that has not the form of one is passed over, for the schema of the study, which is checked next
 * (`parseStudy`, `checkStudyValue`), refuses it with its line.
 *
 * @param read text of a file that the study names
 * @throws StudyError where a file cannot be read, its points are not legal, or a name is taken
 */
export function withMeasured(catalog: Catalog, document: StudyDocument, read: (file: string) => DataReading): Catalog {
  const plugins: Plugin[] = [];
  const hashes: Record<string, string> = {};
  const data: ResolvedMeasured[] = [];
  for (const [name, written] of writtenMeasured(document.value)) {
    const entry = catalog.measured.get(written.use);
    if (entry === undefined) continue;
    const pointer = `/measured/${escapePointer(name)}`;
    const fail = (where: string, message: string): never => {
      throw new StudyError(document.file, [document.locate(`${pointer}${where}`, message)]);
    };
    const taken = catalog.plugins.some(({ id }) => id === name) || catalog[entry.device.role].has(name);
    if (taken) fail("", `has the name of a plugin or model that there is already; choose another`);
    const reading = read(written.file);
    const text = reading.ok ? reading.text : fail("/file", reading.problem);
    const model = modelOf(name, written, text, entry.device, (message) => fail("/file", message));
    const contentHash = sha256(text);
    plugins.push(pluginOf(name, written, model, entry.plugin));
    hashes[name] = sha256(`${catalog.sourceHashes[entry.plugin.id] ?? "unknown"} ${contentHash}`);
    data.push({ name, file: written.file, contentHash, text });
  }
  return data.length === 0
    ? catalog
    : buildCatalog([...catalog.plugins, ...plugins], { ...catalog.sourceHashes, ...hashes }, data);
}

function writtenMeasured(study: unknown): [name: string, written: WrittenMeasured][] {
  const block = (study as { readonly measured?: unknown } | null)?.measured;
  if (typeof block !== "object" || block === null || Object.keys(block).length > MOST_MEASURED) return [];
  return Object.entries(block as Readonly<Record<string, unknown>>).filter(
    (entry): entry is [string, WrittenMeasured] => {
      const written = entry[1] as Partial<WrittenMeasured> | null;
      return (
        typeof written?.use === "string" &&
        typeof written.file === "string" &&
        typeof written.source === "object" &&
        written.source !== null
      );
    },
  );
}

function modelOf(
  name: string,
  { interpolation = DEFAULT_INTERPOLATION, file }: WrittenMeasured,
  text: string,
  device: MeasuredDevice,
  fail: (message: string) => never,
): Model {
  const table = readMeasuredTable(text, device.columns);
  if (!table.ok) return fail(`names ${file}, whose line ${table.line} ${table.problem}`);
  const source = { kind: "literature", note: `measured points of ${file}`, reference: referenceKey(name) } as const;
  const made = device.define(table.table, { id: name, source, interpolation });
  return made.ok ? made.model : fail(`names ${file}, whose points give no device: ${made.problem}`);
}

function referenceKey(name: string): string {
  return `measured-${name}`;
}

function pluginOf(name: string, { source }: WrittenMeasured, model: Model, maker: Plugin): Plugin {
  const reference: Reference = {
    key: referenceKey(name),
    type: source.journal === undefined ? "misc" : "article",
    ...source,
  };
  return {
    id: name,
    version: maker.version,
    apiVersion: API_VERSION,
    title: model.title,
    references: [reference, ...maker.references],
    models: [model],
  };
}
