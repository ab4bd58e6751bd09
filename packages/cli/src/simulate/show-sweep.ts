import { formatQuantity } from "@neurofront/core";
import type { Violation } from "@neurofront/core";
import type { CurvePanels } from "@neurofront/report";
import { textTable } from "../text-table.ts";
import type { Terminal } from "../terminal.ts";
import { wrapText } from "../wrapped-text.ts";
import { selectColumns } from "./columns.ts";
import type { Column } from "./columns.ts";
import { panelsOf } from "./curve-figure.ts";
import { dataFile } from "./data-table.ts";
import type { Device } from "./device.ts";
import { filesText, writeResults } from "./result-files.ts";
import { axisText, circuitText, violationsText } from "./result-text.ts";
import { columnData, simulationData } from "./simulation.ts";
import type { Simulation } from "./simulation.ts";
import { sweepDevice } from "./sweep.ts";
import type { Sweep } from "./sweep.ts";
import type { SweepAxis } from "./sweep-axis.ts";

/** Rows of the table that is printed; the file has all. */
const MOST_ROWS = 12;

/** Compute a sweep, write its table and figure, and say where they are. */
export async function showSweep(simulation: Simulation, axis: SweepAxis, terminal: Terminal): Promise<void> {
  const { device, options, request } = simulation;
  const sweep = sweepDevice(device, request.design, request.circuit, axis);
  const { points, columns, violations } = sweep;
  const shown =
    columns.length === 0
      ? []
      : selectColumns([...columns, ...violations], request.show ?? usuallyShown(device, columns));
  const files = await writeResults(simulation, `sweep-${axis.key}`, sweepFile(sweep), sweepFigure(sweep, shown));
  if (options.json === true) {
    const data = {
      ...simulationData(simulation),
      sweep: { parameter: axis.key, unit: axis.unit, scale: axis.scale, values: axis.values },
      points: points.map(({ status, violations: broken }) => ({ status, violations: broken })),
      columns: columns.map(columnData),
      files,
    };
    terminal.out.write(`${JSON.stringify(data)}\n`);
    return;
  }
  const paragraphs = [
    wrapText(`${device.id}: ${device.title}\n${axis.key} swept: ${axis.meaning}`, terminal.columns),
    wrapText(circuitText(device.role, request.circuit, axis), terminal.columns),
    sweepText(sweep, shown, terminal.columns),
    wrapText(violationsText(points.map(({ violations: broken }) => broken)), terminal.columns),
    filesText(files),
  ];
  terminal.out.write(`${paragraphs.filter((text) => text !== "").join("\n\n")}\n`);
}

/** What a figure and a printed table show unless told. */
function usuallyShown({ role }: Device, columns: readonly Column[]): string[] {
  const usual = {
    neuron: ["energy", "delay", "thresholdCurrent", "errorProbability", "errorByShare"],
    synapse: ["conductance", "current", "programmingSpread"],
    interconnect: ["transfer", "settling", "energy"],
  }[role];
  const known = usual.filter((group) => columns.some((column) => column.group === group));
  return known.includes("errorProbability") ? known.filter((group) => group !== "errorByShare") : known;
}

function sweepFile({ axis, points, columns, violations }: Sweep): string {
  const among = (broken: readonly Violation[], kinds: readonly Violation["kind"][]): string | undefined => {
    const texts = broken.filter(({ kind }) => kinds.includes(kind)).map(({ code, message }) => `${code}: ${message}`);
    return texts.length === 0 ? undefined : texts.join("; ");
  };
  return dataFile(
    [
      {
        name: axis.key,
        ...(typeof axis.values[0] === "number" ? { unit: axis.unit } : {}),
        values: axis.values,
      },
      { name: "status", values: points.map(({ status }) => status) },
      { name: "reason", values: points.map(({ violations: broken }) => among(broken, ["impossible", "invalid"])) },
    ],
    [...columns, ...violations],
    [{ name: "warnings", values: points.map(({ violations: broken }) => among(broken, ["warning"])) }],
  );
}

function sweepFigure({ axis, points }: Sweep, shown: readonly Column[]): CurvePanels {
  const numbers = axis.values.filter((value) => typeof value === "number");
  const isNamed = numbers.length === 0;
  return {
    axis: {
      title: axis.key,
      unit: axis.unit,
      scale: axis.scale,
      values: isNamed ? axis.values.map((_, index) => index) : numbers,
      ...(isNamed ? { names: axis.values.map(String) } : {}),
    },
    panels: panelsOf(shown),
    doubts: points.flatMap(({ status }, index) => (status === "ok" ? [] : [{ index, kind: status }])),
  };
}

function sweepText({ axis, points }: Sweep, shown: readonly Column[], width: number | undefined): string {
  const step = Math.max(1, (points.length - 1) / (MOST_ROWS - 1));
  const picked = [
    ...new Set(Array.from({ length: Math.min(MOST_ROWS, points.length) }, (_, k) => Math.round(k * step))),
  ];
  const rows = picked.map((index) => [
    axisText(axis, axis.values[index]!),
    ...shown.map(({ values, unit }) => (values[index] === undefined ? "" : formatQuantity(values[index], unit))),
    points[index]!.status,
  ]);
  const table = textTable([axis.key, ...shown.map(({ name }) => name), "status"], rows, {
    right: Array.from({ length: shown.length + 1 }, (_, column) => column),
    width,
  });
  return picked.length === points.length ? table : `${table}\n${picked.length} of ${points.length} points`;
}
