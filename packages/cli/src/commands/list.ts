import { LEDGER_LINES, METRICS, formatQuantity, studyKey } from "@neurofront/core";
import type { Model, Parameter } from "@neurofront/core";
import type { Catalog } from "@neurofront/study";
import { textTable } from "../text-table.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront list` can show. */
export const LISTS = ["plugins", "parameters", "metrics", "ledger", "discrepancies"] as const;

/** Show what there is: plugins, parameters of a model, metrics, ledger lines, contradictions of the sources. */
export function listCommand(what: string, modelId: string | undefined, catalog: Catalog, terminal: Terminal): void {
  const write = (text: string): void => void terminal.out.write(`${text}\n`);
  switch (what) {
    case "plugins":
      return write(
        textTable(
          ["plugin", "version", "role", "model", "title"],
          catalog.plugins.flatMap((plugin) =>
            plugin.models.map((model) => [plugin.id, plugin.version, model.role, model.id, model.title]),
          ),
        ),
      );
    case "parameters": {
      const models = catalog.plugins
        .flatMap(({ models: own }) => own)
        .filter(({ id }) => modelId === undefined || id === modelId);
      if (models.length === 0)
        throw new UsageError(`no model is called "${modelId}"; "neurofront list plugins" shows all`);
      return write(models.map(parametersText).join("\n\n"));
    }
    case "metrics":
      return write(
        textTable(
          ["metric", "unit", "better", "meaning"],
          Object.entries(METRICS).map(([name, { unit, better, meaning }]) => [name, unit, better, meaning]),
        ),
      );
    case "ledger":
      return write(
        textTable(
          ["line", "counted in", "meaning"],
          Object.entries(LEDGER_LINES).map(([line, { countedIn, meaning }]) => [line, countedIn.join(", "), meaning]),
        ),
      );
    case "discrepancies":
      return write(discrepanciesText(catalog));
    default:
      throw new UsageError(`there is no list of "${what}"; legal: ${LISTS.join(", ")}`);
  }
}

function parametersText(model: Model): string {
  const rows = Object.entries(model.parameters).map(([name, parameter]) => [
    studyKey(name, parameter),
    ...legalText(parameter),
    parameter.meaning,
    `${parameter.source.kind}: ${parameter.source.note}`,
  ]);
  const presets =
    "presets" in model && model.presets !== undefined
      ? Object.entries(model.presets).map(([name, { title }]) => `preset ${name}: ${title}`)
      : [];
  return [
    `${model.role} ${model.id}: ${model.title}`,
    textTable(["parameter", "legal", "default", "meaning", "source"], rows),
    ...presets,
  ].join("\n");
}

function legalText(parameter: Parameter): [string, string] {
  if (parameter.kind === "choice") return [parameter.options.join(" | "), parameter.default];
  const unit = parameter.kind === "quantity" ? parameter.unit : "1";
  const text = (value: number): string => formatQuantity(value, unit, 4);
  return [`${text(parameter.low)} ... ${text(parameter.high)}`, text(parameter.default)];
}

function discrepanciesText(catalog: Catalog): string {
  const blocks = catalog.plugins.flatMap((plugin) =>
    (plugin.discrepancies ?? []).map((discrepancy) =>
      [
        `${plugin.id} ${discrepancy.id}: ${discrepancy.statement} [${discrepancy.reference}]`,
        `  problem    ${discrepancy.problem}`,
        `  treatment  ${discrepancy.treatment}`,
        ...(discrepancy.check?.() ?? []).map(
          ({ quantity, unit, stated, found }) =>
            `  ${quantity}: stated ${formatQuantity(stated, unit, 4)}, found ${formatQuantity(found, unit, 4)}`,
        ),
      ].join("\n"),
    ),
  );
  return blocks.join("\n\n");
}
