import { studyKey } from "./parameter.ts";
import { parseQuantity } from "./units.ts";
import type { Unit } from "./units.ts";

/** One column of a table of measured points. The name under which it stands carries the unit, as a parameter's does. */
export interface MeasuredColumn {
  readonly unit: Unit;
  readonly meaning: string;
  /** Smallest legal value, in SI. */
  readonly low: number;
}

/** Columns by name, each with one value a point, in SI. The first declared column increases strictly. */
export type MeasuredTable<Name extends string = string> = Readonly<Record<Name, Float64Array>>;

/** A table, or a sentence that says in which line of the text something is wrong and what is legal. */
export type TableReading<Name extends string = string> =
  | { readonly ok: true; readonly table: MeasuredTable<Name> }
  | { readonly ok: false; readonly line: number; readonly problem: string };

/** Longer cells hold no name with a unit and no number. */
const LONGEST_CELL = 80;
/** More points are no table of measurements. */
const LARGEST_COUNT = 10_000;
const SMALLEST_COUNT = 3;

/**
 * Read comma-separated text with units in its header: `current [uA],delay [ns],energy [fJ]`, then one point a line, in any unit
 * of the declared dimension. Empty lines and lines that begin with `#` are left out.
 *
 * @param columns by the name of the number in SI; a header writes the name without its unit. The first is the axis.
 */
export function readMeasuredTable<Name extends string>(
  text: string,
  columns: Readonly<Record<Name, MeasuredColumn>>,
): TableReading<Name> {
  const lines = text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\n|\r/u)
    .map((line, k) => ({
      number: k + 1,
      cells: line.split(",").map((cell) => cell.trim()),
      isBlank: /^\s*(?:#.*)?$/u.test(line),
    }))
    .filter(({ isBlank }) => !isBlank);
  const overlong = lines.find(({ cells }) => cells.some((cell) => cell.length > LONGEST_CELL));
  if (overlong !== undefined)
    return refuse(overlong.number, `has a value of more than ${LONGEST_CELL} characters; write plain numbers`);
  const [head, ...points] = lines;
  if (head === undefined)
    return refuse(1, `is empty; write a header such as "${headerOf(columns)}" and one point a line`);
  const header = readHeader(head.cells, columns);
  if (!header.ok) return refuse(head.number, header.problem);
  if (points.length < SMALLEST_COUNT || points.length > LARGEST_COUNT)
    return refuse(
      lines.at(-1)!.number,
      `ends with ${points.length} points; legal: ${SMALLEST_COUNT} to ${LARGEST_COUNT}`,
    );
  const table = Object.fromEntries(header.fields.map(({ name }) => [name, new Float64Array(points.length)])) as Record<
    Name,
    Float64Array
  >;
  const axis = Object.keys(columns)[0] as Name;
  for (const [point, { number, cells }] of points.entries()) {
    if (cells.length !== header.fields.length)
      return refuse(
        number,
        `has ${cells.length} values, the header ${header.fields.length}; decimals take a point, not a comma`,
      );
    for (const [k, { name, unit }] of header.fields.entries()) {
      const value = readCell(cells[k]!, studyNameOf(name, columns[name]), unit, columns[name]);
      if (typeof value === "string") return refuse(number, value);
      table[name][point] = value;
    }
    if (point > 0 && !(table[axis][point]! > table[axis][point - 1]!))
      return refuse(
        number,
        `has a ${studyNameOf(axis, columns[axis])} that is not above that of the point before; sort the points, and keep one of each`,
      );
  }
  return { ok: true, table };
}

function refuse(
  line: number,
  problem: string,
): { readonly ok: false; readonly line: number; readonly problem: string } {
  return { ok: false, line, problem };
}

function studyNameOf(name: string, { unit, meaning, low }: MeasuredColumn): string {
  const source = { kind: "assumed", note: "" } as const;
  return studyKey(name, {
    kind: "quantity",
    unit,
    meaning,
    source,
    low,
    high: Infinity,
    default: low,
    scale: "linear",
  });
}

/** A header that would be legal. */
function headerOf(columns: Readonly<Record<string, MeasuredColumn>>): string {
  return Object.entries<MeasuredColumn>(columns)
    .map(([name, column]) => `${studyNameOf(name, column)} [${column.unit}]`)
    .join(",");
}

interface Field<Name extends string> {
  readonly name: Name;
  readonly unit: Unit;
}

function readHeader<Name extends string>(
  cells: readonly string[],
  columns: Readonly<Record<Name, MeasuredColumn>>,
): { readonly ok: true; readonly fields: readonly Field<Name>[] } | { readonly ok: false; readonly problem: string } {
  const names = Object.keys(columns) as Name[];
  const legal = `write "${headerOf(columns)}", in any prefix`;
  const fields: Field<Name>[] = [];
  for (const cell of cells) {
    const match = /^(?<title>[A-Za-z][A-Za-z0-9]*)\s*\[(?<unit>[^\]]+)\]$/u.exec(cell);
    if (match === null)
      return { ok: false, problem: `is a header with "${cell}", which is no name with a unit in brackets; ${legal}` };
    const { title, unit } = match.groups as { title: string; unit: string };
    const name = names.find((each) => studyNameOf(each, columns[each]) === title);
    if (name === undefined) return { ok: false, problem: `is a header with the unknown column "${title}"; ${legal}` };
    if (fields.some((field) => field.name === name))
      return { ok: false, problem: `is a header with the column "${title}" twice` };
    const reading = parseQuantity(`1 ${unit}`, columns[name].unit);
    if (!reading.ok) return { ok: false, problem: `is a header with "${cell}": ${reading.problem}` };
    fields.push({ name, unit });
  }
  const missing = names.find((name) => !fields.some((field) => field.name === name));
  if (missing !== undefined)
    return {
      ok: false,
      problem: `is a header without the column "${studyNameOf(missing, columns[missing])}"; ${legal}`,
    };
  return { ok: true, fields };
}

/** The value in SI, or what is wrong with it. */
function readCell(cell: string, title: string, unit: Unit, column: MeasuredColumn): number | string {
  const reading = parseQuantity(`${cell} ${unit}`, column.unit);
  if (!/^[+-]?(?:\d|\.\d)[\d.eE+-]*$/u.test(cell) || !reading.ok)
    return `has the ${title} "${cell}"; write a plain number`;
  return reading.value >= column.low
    ? reading.value
    : `has the ${title} ${cell} ${unit}; legal: at least ${column.low} ${column.unit}`;
}
