import { LEDGER_LINES, METRICS, formatQuantity, studyKey } from "@neurofront/core";
import type { Model, Plugin, Preset } from "@neurofront/core";
import { suggestion } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import {
  defaultText,
  legalText,
  parameterValueText,
  referenceLines,
  scaleText,
  sourceText,
  unitText,
} from "../declaration-text.ts";
import { textTable } from "../text-table.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { wrapText } from "../wrapped-text.ts";

/** What `neurofront list` can show. */
export const LISTS = ["plugins", "parameters", "metrics", "ledger", "discrepancies"] as const;

/** Show what there is: plugins, parameters of a model, metrics, ledger lines, contradictions of the sources. */
export function listCommand(what: string, modelId: string | undefined, catalog: Catalog, terminal: Terminal): void {
  const width = terminal.columns;
  const write = (text: string): void => void terminal.out.write(`${text}\n`);
  switch (what) {
    case "plugins":
      return write(
        textTable(
          ["plugin", "version", "role", "model", "title"],
          catalog.plugins.flatMap((plugin) => [
            ...plugin.models.map((model) => [plugin.id, plugin.version, model.role, model.id, model.title]),
            ...(plugin.measured ?? []).map(({ id, role, title }) => [plugin.id, plugin.version, role, id, title]),
          ]),
          { width },
        ),
      );
    case "parameters": {
      const all = catalog.plugins.flatMap((plugin) => plugin.models.map((model) => ({ plugin, model })));
      const chosen = all.filter(({ model }) => modelId === undefined || model.id === modelId);
      if (modelId !== undefined && chosen.length === 0)
        throw new UsageError(
          `no model is called "${modelId}"; ${suggestion(
            modelId,
            all.map(({ model }) => model.id),
          )}`,
        );
      return write(chosen.map(({ model, plugin }) => parametersText(model, plugin, width)).join("\n\n\n"));
    }
    case "metrics":
      return write(
        textTable(
          ["metric", "unit", "better", "meaning"],
          Object.entries(METRICS).map(([name, { unit, better, meaning }]) => [name, unit, better, meaning]),
          { width },
        ),
      );
    case "ledger":
      return write(
        textTable(
          ["line", "counted in", "meaning"],
          Object.entries(LEDGER_LINES).map(([line, { countedIn, meaning }]) => [line, countedIn.join(", "), meaning]),
          { width },
        ),
      );
    case "discrepancies":
      return write(wrapText(discrepanciesText(catalog), width, "    "));
    default:
      throw new UsageError(`there is no list of "${what}"; legal: ${LISTS.join(", ")}`);
  }
}

function parametersText(model: Model, plugin: Plugin, width: number | undefined): string {
  const rows = Object.entries(model.parameters).map(([name, parameter]) => [
    studyKey(name, parameter),
    unitText(parameter),
    legalText(parameter),
    defaultText(parameter),
    scaleText(parameter),
    parameter.meaning,
    sourceText(parameter.source),
  ]);
  const presets = "presets" in model && model.presets !== undefined ? Object.entries<Preset>(model.presets) : [];
  const presetRows = presets.map(([name, { title, values, source }]) => [
    name,
    title,
    Object.entries(values)
      .map(
        ([of, value]) => `${studyKey(of, model.parameters[of]!)} ${parameterValueText(model.parameters[of]!, value!)}`,
      )
      .join(", "),
    sourceText(source),
  ]);
  const cited = new Set(
    [...Object.values(model.parameters), ...presets.map(([, preset]) => preset)].map(({ source }) => source.reference),
  );
  const paragraphs = [
    wrapText(`${model.role} ${model.id}: ${model.title} (${plugin.id} ${plugin.version})`, width),
    rows.length === 0
      ? "no parameters"
      : textTable(["parameter", "unit", "legal", "default", "scale", "meaning", "source"], rows, { width }),
    presetRows.length === 0 ? "" : textTable(["preset", "title", "values", "source"], presetRows, { width }),
    referenceLines(
      plugin.references.filter(({ key }) => cited.has(key)),
      width,
    ),
  ];
  return paragraphs.filter((text) => text !== "").join("\n\n");
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
