import { formatQuantity } from "@neurofront/core";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { wrapText } from "../wrapped-text.ts";
import { selectColumns } from "./columns.ts";
import type { Column } from "./columns.ts";
import { measureDevice } from "./measure-device.ts";
import { circuitText, pointText, violationsText } from "./result-text.ts";
import { columnData, simulationData } from "./simulation.ts";
import type { Simulation } from "./simulation.ts";

/**
 * Show every number of a device at one design.
 *
 * @throws UsageError when files are asked for
 */
export function showPoint(simulation: Simulation, terminal: Terminal): void {
  const { device, options, request } = simulation;
  if (options.out !== undefined) throw new UsageError(`--out: one design has no files; name a --view or a --sweep`);
  const { status, violations, numbers } = measureDevice(device, request.design, request.circuit);
  const columns = numbers.map((number): Column => ({ ...number, title: number.name, values: [number.value] }));
  const shown = request.show === undefined || status === "impossible" ? columns : selectColumns(columns, request.show);
  if (options.json === true) {
    const data = { ...simulationData(simulation), status, violations, columns: shown.map(columnData) };
    terminal.out.write(`${JSON.stringify(data)}\n`);
    return;
  }
  const paragraphs = [
    wrapText(`${device.id}: ${device.title}, ${status}`, terminal.columns),
    wrapText(circuitText(device.role, request.circuit), terminal.columns),
    wrapText(violationsText([violations]), terminal.columns),
    shown.length === 0
      ? ""
      : pointText(shown.map(({ name, unit, values }) => ({ name, text: formatQuantity(values[0]!, unit, 4) }))),
  ];
  terminal.out.write(`${paragraphs.filter((text) => text !== "").join("\n\n")}\n`);
}
