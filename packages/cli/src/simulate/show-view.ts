import { formatQuantity, unitInName } from "@neurofront/core";
import type { Answer, View, ViewColumn, ViewData } from "@neurofront/core";
import { ModelError } from "@neurofront/study";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";
import { wrapText } from "../wrapped-text.ts";
import { completeCircuit, neuronCircuit, synapseCircuit } from "./circuit.ts";
import { selectColumns } from "./columns.ts";
import type { Column } from "./columns.ts";
import { panelsOf } from "./curve-figure.ts";
import { dataFile } from "./data-table.ts";
import { viewsOf } from "./device.ts";
import type { Device } from "./device.ts";
import { measureDevice } from "./measure-device.ts";
import type { SimulateRequest } from "./request.ts";
import { filesText, writeResults } from "./result-files.ts";
import { circuitText, pointText, violationsText } from "./result-text.ts";
import { columnData, numberData, simulationData } from "./simulation.ts";
import type { Simulation } from "./simulation.ts";

/**
 * Compute a view, write its table and figure, and say where they are.
 *
 * @throws UsageError when the view has no answer for the design; nothing has been written then
 * @throws ModelError when the view throws
 */
export async function showView(simulation: Simulation, terminal: Terminal): Promise<void> {
  const { device, options, request } = simulation;
  const view = viewsOf(device).find(({ id }) => id === options.view)!;
  const answer = computeView(view, device, request);
  if (answer.status === "impossible")
    throw new UsageError(
      `the view ${view.id} of ${device.id} has no answer for this design:\n${violationsText([answer.violations])}`,
    );
  const columns = answer.curves.map(columnOf);
  const shown = request.show === undefined ? columns : selectColumns(columns, request.show);
  const axis = columnOf(answer.axis);
  const { violations } = measureDevice(device, request.design, request.circuit);
  const files = await writeResults(simulation, view.id, dataFile([axis], columns), {
    axis: { title: axis.title, unit: axis.unit, scale: answer.axisScale, values: answer.axis.values },
    panels: panelsOf(shown, answer.curveScale),
  });
  if (options.json === true) {
    const data = {
      ...simulationData(simulation),
      view: view.id,
      settings: request.settings,
      quantities: Object.fromEntries(
        Object.entries(answer.quantities).map(([name, value]) => [name, numberData(value)]),
      ),
      violations,
      axis: columnData(axis),
      columns: columns.map(columnData),
      files,
    };
    terminal.out.write(`${JSON.stringify(data)}\n`);
    return;
  }
  const numbers = [
    ...[axis, ...shown].map((column) => ({ name: column.name, text: rangeText(column) })),
    ...Object.entries(answer.quantities).map(([name, value]) => {
      const { word, unit } = unitInName(name);
      return { name: word, text: formatQuantity(value, unit, 4) };
    }),
  ];
  const paragraphs = [
    wrapText(`${device.id}: ${view.title}\n${view.meaning}`, terminal.columns),
    wrapText(circuitText(device.role, request.circuit), terminal.columns),
    wrapText(violationsText([violations]), terminal.columns),
    pointText(numbers),
    filesText(files),
  ];
  terminal.out.write(`${paragraphs.filter((text) => text !== "").join("\n\n")}\n`);
}

function computeView(view: View, device: Device, { design, circuit, settings }: SimulateRequest): Answer<ViewData> {
  const values = completeCircuit(device.role, circuit);
  try {
    return view.compute(design, device.role === "neuron" ? neuronCircuit(values) : synapseCircuit(values), settings);
  } catch (error) {
    throw new ModelError(
      `the view ${view.id} of ${device.id} threw at ${JSON.stringify(design)} with ${JSON.stringify(settings)} in ${JSON.stringify(values)}: ${String(error)}`,
      { cause: error },
    );
  }
}

function columnOf({ name, title, unit, values }: ViewColumn): Column {
  const { word, unit: found } = unitInName(name);
  const own = found === unit ? word : name;
  return { name: own, title, unit, group: own, values: Array.from(values) };
}

/** The least and the largest value. */
function rangeText({ values, unit }: Column): string {
  const known = values.filter((value): value is number => value !== undefined && Number.isFinite(value));
  if (known.length === 0) return "no value";
  return `${formatQuantity(Math.min(...known), unit, 4)} ... ${formatQuantity(Math.max(...known), unit, 4)}`;
}
