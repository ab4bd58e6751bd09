import { defaultsOf, studyKey } from "@neurofront/core";
import type { Parameters } from "@neurofront/core";
import { defaultText, legalText } from "../declaration-text.ts";
import type { Terminal } from "../terminal.ts";
import { textTable } from "../text-table.ts";
import { wrapText } from "../wrapped-text.ts";
import { circuitDeclarations } from "./circuit.ts";
import { presetsOf, viewsOf } from "./device.ts";
import type { Device } from "./device.ts";
import { measureDevice } from "./measure-device.ts";
import type { Simulation } from "./simulation.ts";

/** Show what a device can be asked: its views, what can be set and swept, its presets, and what can be shown. */
export function showOverview({ device, plugin, options }: Simulation, terminal: Terminal): void {
  const views = viewsOf(device);
  const groups = quantityGroups(device);
  if (options.json === true) {
    const data = {
      model: device.id,
      role: device.role,
      plugin: plugin.id,
      version: plugin.version,
      views: views.map(({ id, title, meaning, settings }) => ({ id, title, meaning, settings })),
      parameters: device.parameters,
      presets: presetsOf(device),
      operating: circuitDeclarations(device.role),
      quantities: groups,
    };
    terminal.out.write(`${JSON.stringify(data)}\n`);
    return;
  }
  const width = terminal.columns;
  const paragraphs = [
    wrapText(`${device.role} ${device.id}: ${device.title} (${plugin.id} ${plugin.version})`, width),
    views.length === 0
      ? "no views; parameters can be swept"
      : textTable(
          ["--view", "meaning", "--setting"],
          views.map(({ id, meaning, settings }) => [id, meaning, settingsText(settings)]),
          { width },
        ),
    declarationsTable(["--set or --sweep", "legal", "default", "meaning"], device.parameters, width),
    Object.keys(presetsOf(device)).length === 0
      ? ""
      : textTable(
          ["--preset", "meaning"],
          Object.entries(presetsOf(device)).map(([name, { title }]) => [name, title]),
          { width },
        ),
    declarationsTable(
      ["--operating or --sweep", "legal", "default", "meaning"],
      circuitDeclarations(device.role),
      width,
    ),
    wrapText(`--show: ${groups.join(", ")}`, width),
  ];
  terminal.out.write(`${paragraphs.filter((text) => text !== "").join("\n\n")}\n`);
}

function settingsText(settings: Parameters): string {
  return Object.entries(settings)
    .map(([name, setting]) => `${studyKey(name, setting)} ${defaultText(setting)} (${legalText(setting)})`)
    .join(", ");
}

function declarationsTable(head: readonly string[], declarations: Parameters, width: number | undefined): string {
  const rows = Object.entries(declarations).map(([name, declaration]) => [
    studyKey(name, declaration),
    legalText(declaration),
    defaultText(declaration),
    declaration.meaning,
  ]);
  return rows.length === 0 ? "" : textTable(head, rows, { width });
}

/** What `--show` may name: groups of the device at its defaults, and its own derived numbers. */
function quantityGroups(device: Device): string[] {
  const { numbers } = measureDevice(device, defaultsOf(device.parameters), {});
  return [...new Set(numbers.map(({ group, name }) => (group === "derived" ? name : group))), "violations"];
}
