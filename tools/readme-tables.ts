/**
 * The parameter tables of the READMEs of plugins, from the declarations: `node tools/readme-tables.ts` writes them between the
 * markers `<!-- parameters -->` and `<!-- /parameters -->`.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readMeasuredTable, studyKey, unitSuffix } from "@neurofront/core";
import type { MeasuredDevice, Model, Plugin, Preset, Provenance } from "@neurofront/core";
import { defaultText, legalText, parameterValueText, scaleText } from "../packages/cli/src/declaration-text.ts";
import { shortCitation } from "../packages/report/src/bibtex.ts";

const root = join(import.meta.dirname, "..");
const BEGIN = "<!-- parameters -->";
const END = "<!-- /parameters -->";

/** What to run when a README is stale. */
export const COMMAND = "node tools/pnpm.mjs run readme-tables";

/** A README with what its markers should hold. */
export interface Readme {
  /** Relative to the root: `plugins/dwm-neuron/README.md`. */
  readonly path: string;
  /** What it should be; undefined when there is no README or a marker is missing. */
  readonly wanted: string | undefined;
  readonly present: string;
}

/** The README of every plugin. */
export async function pluginReadmes(): Promise<Readme[]> {
  const entries = [...globSync("plugins/*/src/index.ts", { cwd: root }), "packages/optimizer/src/index.ts"].toSorted();
  const readmes: Readme[] = [];
  for (const entry of entries) {
    const { default: plugin } = (await import(join(root, entry))) as { default: Plugin };
    const path = join(dirname(dirname(entry)), "README.md");
    const present = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
    readmes.push({ path, present, wanted: withTables(present, parameterTables(plugin)) });
  }
  return readmes;
}

/** A text with new tables between its markers; undefined where they are missing or in the wrong order. */
export function withTables(text: string, tables: string): string | undefined {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) return undefined;
  return `${text.slice(0, begin + BEGIN.length)}\n\n${tables}\n\n${text.slice(end)}`;
}

/** Parameters and presets of every model of a plugin. */
export function parameterTables(plugin: Plugin): string {
  const several = plugin.models.length > 1;
  const ofModels = plugin.models.map((model) =>
    [...(several ? [`### \`${model.id}\``] : []), ...modelTables(model, plugin)].join("\n\n"),
  );
  const ofMeasured = (plugin.measured ?? []).map((device) =>
    [`### \`${device.id}\``, ...measuredTables(device, plugin)].join("\n\n"),
  );
  return [...ofModels, ...ofMeasured].join("\n\n");
}

/** Columns of a measured device, and the parameters of the model that its example gives. */
function measuredTables(device: MeasuredDevice, plugin: Plugin): string[] {
  const reading = readMeasuredTable(device.example, device.columns);
  if (!reading.ok) throw new Error(`${device.id}: line ${reading.line} of its example ${reading.problem}`);
  const source = { kind: "literature", note: "the measured points" } as const;
  const made = device.define(reading.table, { id: device.id, source, interpolation: "linear" });
  if (!made.ok) throw new Error(`${device.id}: ${made.problem}`);
  const columns = Object.entries(device.columns).map(([name, { unit, meaning }]) => [
    `\`${name.slice(0, name.length - unitSuffix(unit).length)}\``,
    unit,
    escaped(meaning),
  ]);
  return [
    markdownTable(["column", "unit", "meaning"], columns),
    "A table such as",
    `\`\`\`csv\n${device.example}\n\`\`\``,
    "gives a model with the parameters",
    ...modelTables(made.model, plugin),
  ];
}

function modelTables(model: Model, plugin: Plugin): string[] {
  const sourceOf = (source: Provenance): string => sourceCell(source, plugin);
  const parameters = Object.entries(model.parameters).map(([name, parameter]) => [
    `\`${studyKey(name, parameter)}\``,
    parameter.kind === "choice" ? parameter.options.map((option) => `\`${option}\``).join(", ") : legalText(parameter),
    parameter.kind === "choice" ? `\`${defaultText(parameter)}\`` : defaultText(parameter),
    scaleText(parameter),
    escaped(parameter.meaning),
    sourceOf(parameter.source),
  ]);
  const presets = "presets" in model && model.presets !== undefined ? Object.entries<Preset>(model.presets) : [];
  const presetRows = presets.map(([name, { title, values, source }]) => [
    `\`${name}\``,
    escaped(title),
    Object.entries(values)
      .map(([of, value]) => {
        const parameter = model.parameters[of]!;
        return `\`${studyKey(of, parameter)}\` ${parameterValueText(parameter, value!)}`;
      })
      .join(", "),
    sourceOf(source),
  ]);
  return [
    parameters.length === 0
      ? "No parameters."
      : markdownTable(["parameter", "legal", "default", "scale", "meaning", "source"], parameters),
    ...(presetRows.length === 0 ? [] : [markdownTable(["preset", "what", "values", "source"], presetRows)]),
  ];
}

function sourceCell({ kind, note, reference }: Provenance, plugin: Plugin): string {
  const cited = plugin.references.find(({ key }) => key === reference);
  return escaped(`${kind}: ${note}${cited === undefined ? "" : ` (${shortCitation(cited)})`}`);
}

/** Plain text as it may stand in a cell; text between backticks stays code. */
function escaped(text: string): string {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[\\*_<[\]]/gu, String.raw`\$&`)))
    .join("`")
    .replaceAll("|", String.raw`\|`);
}

/** Columns padded to their widest cell, as the formatter writes them. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map((row) => line(row))].join("\n");
}

if (import.meta.main) {
  for (const { path, wanted, present } of await pluginReadmes()) {
    if (wanted === undefined) throw new Error(`${path}: write the markers ${BEGIN} and ${END} where the tables belong`);
    if (wanted !== present) {
      writeFileSync(join(root, path), wanted);
      process.stdout.write(`${path}\n`);
    }
  }
}
