/** Pages that come from declarations: parameters, metrics, ledger, study schema, command line. */
import { LEDGER_LINES, METRICS, studyKey } from "@neurofront/core";
import type { Model, Plugin } from "@neurofront/core";
import { studySchema } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import { defaultText, legalText, scaleText } from "../../packages/cli/src/declaration-text.ts";
import { buildProgram } from "../../packages/cli/src/command-line/program.ts";
import { shortCitation } from "../../packages/report/src/bibtex.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Page } from "./layout.ts";
import { tableHtml } from "./table-html.ts";

const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

/** Every parameter of every model, by role. */
export function parametersPage(catalog: Catalog): Page {
  const sections = catalog.plugins.flatMap((plugin) =>
    plugin.models.map((model) => `${modelHeading(model, plugin)}\n${parametersTable(model, plugin)}`),
  );
  const body = `<h1>Parameters</h1>
<p>What a study may set or search, model by model, as <code>neurofront list parameters</code> shows it. A parameter in a study is a value, a
<code>range</code>, a <code>choice</code> or an <code>integer</code> range; a quantity is written with its unit.</p>
${sections.join("\n")}`;
  return { path: "reference/parameters.html", title: "Parameters", body };
}

function modelHeading(model: Model, plugin: Plugin): string {
  return `<h2 id="${model.id}">${escapeHtml(model.id)}</h2>\n<p>${escapeHtml(model.title)}, a ${model.role}. <a href="${pluginPage(plugin)}">Equations, limits and sources</a></p>`;
}

/** The optimizers that ship are a package of the engine. */
function pluginPage({ id }: Plugin): string {
  return id === "optimizers" ? "../packages/optimizer.html" : `../plugins/${id}.html`;
}

function parametersTable(model: Model, plugin: Plugin): string {
  const rows = Object.entries(model.parameters).map(([name, parameter]) => {
    const cited = plugin.references.find(({ key }) => key === parameter.source.reference);
    const citation = cited === undefined ? "" : ` (${shortCitation(cited)})`;
    return [
      code(studyKey(name, parameter)),
      escapeHtml(legalText(parameter)),
      escapeHtml(defaultText(parameter)),
      scaleText(parameter),
      escapeHtml(parameter.meaning),
      escapeHtml(`${parameter.source.kind}: ${parameter.source.note}${citation}`),
    ];
  });
  if (rows.length === 0) return "<p>No parameters.</p>";
  return tableHtml(["parameter", "legal", "default", "scale", "meaning", "source"], rows);
}

/** Metrics of an assessment, and the lines of the energy ledger. */
export function metricsPage(): Page {
  const metrics = Object.entries(METRICS).map(([name, { unit, better, meaning }]) => [
    code(name),
    unit === "1" ? "" : escapeHtml(unit),
    better,
    escapeHtml(meaning),
  ]);
  const lines = Object.entries(LEDGER_LINES).map(([line, { countedIn, meaning }]) => [
    code(line),
    countedIn.join(", "),
    escapeHtml(meaning),
  ]);
  const body = `<h1>Metrics and the energy ledger</h1>
<h2 id="metrics">Metrics</h2>
<p>What objectives and constraints of a study may name.</p>
${tableHtml(["metric", "unit", "better", "meaning"], metrics)}
<h2 id="ledger">The ledger</h2>
<p>Every joule stands on one line. The accounting of a study is a choice of lines: <code>paper</code> counts what the reference paper
counts, <code>full</code> all of them.</p>
${tableHtml(["line", "counted in", "meaning"], lines)}`;
  return { path: "reference/metrics.html", title: "Metrics and ledger", body };
}

/** As much of a JSON Schema as the page shows. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Every key of a study file but the parameters of models, which have a page of their own. */
export function studyPage(catalog: Catalog): Page {
  const schema = studySchema(catalog, "editor") as Schema;
  const rows = schemaRows(schema, "").map(({ path, isRequired, legal, meaning }) => [
    code(path),
    isRequired ? "yes" : "",
    escapeHtml(legal),
    escapeHtml(meaning),
  ]);
  const body = `<h1>The study file</h1>
<p>JSON. Objects are closed: an unknown key is an error with line, column and the nearest legal name. Parameters of the model that
<code>use</code> names stand beside it and are listed under <a href="parameters.html">Parameters</a>. <code>neurofront schema</code> writes the
whole as JSON Schema, for completion and explanations in an editor; with <code>--plugin</code> for plugins that do not ship, too.</p>
${tableHtml(["key", "required", "legal", "meaning"], rows)}`;
  return { path: "reference/study.html", title: "The study file", body };
}

interface SchemaRow {
  readonly path: string;
  readonly isRequired: boolean;
  readonly legal: string;
  readonly meaning: string;
}

function schemaRows(schema: Schema, path: string): SchemaRow[] {
  const within = path === "" ? "" : `${path}.`;
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]): SchemaRow[] => [
    {
      path: `${within}${key}`,
      isRequired: schema.required?.includes(key) ?? false,
      legal: legalOf(value),
      meaning: value.description ?? "",
    },
    ...schemaRows(value, `${within}${key}`),
  ]);
  const named =
    typeof schema.additionalProperties === "object" ? schemaRows(schema.additionalProperties, `${within}<name>`) : [];
  const listed = schema.items === undefined ? [] : schemaRows(schema.items, `${path}[]`);
  // Alternatives that differ by the model they use are parameters; others are different ways of writing one thing.
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
    .filter(({ properties }) => properties !== undefined && !("use" in properties))
    .flatMap((alternative) => schemaRows(alternative, path));
  const rows = [...own, ...named, ...listed, ...alternatives];
  return rows.filter(({ path: at }, index) => rows.findIndex((other) => other.path === at) === index);
}

function legalOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(String).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives !== undefined && schema.type === undefined)
    return [...new Set(alternatives.map(legalOf).filter((text) => text !== ""))].join(" or ");
  const types = [schema.type ?? []].flat().join(" or ");
  const { minimum, maximum } = schema;
  if (minimum === undefined && maximum === undefined) return types;
  return `${types} ${minimum ?? ""} ... ${maximum ?? ""}`;
}

/** Every command with what its help says. */
export function commandsPage(): Page {
  let printed = "";
  const out = { write: (text: string) => (printed += text) };
  const program = buildProgram({ out, err: out, interactive: false, width: 110 });
  type Command = typeof program;
  const textOf = (command: Command): string => {
    printed = "";
    command.outputHelp();
    return printed.trim();
  };
  const sectionsOf = (command: Command, before: string): string[] =>
    command.commands.flatMap((child) => {
      const name = `${before} ${child.name()}`;
      if (child.name() === "help") return [];
      const id = name.replaceAll(" ", "-");
      const heading = `<h2 id="${id}">${escapeHtml(name)}</h2>\n<p>${escapeHtml(child.description())}</p>`;
      return child.commands.length > 0
        ? sectionsOf(child, name)
        : [`${heading}\n<pre tabindex="0"><code>${escapeHtml(textOf(child))}</code></pre>`];
    });
  const body = `<h1>Commands</h1>\n<p>${escapeHtml(program.description())}</p>\n${sectionsOf(program, "neurofront").join("\n")}`;
  return { path: "reference/commands.html", title: "Commands", body };
}
