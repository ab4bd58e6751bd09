import { defaultsOf } from "@neurofront/core";
import type { AnyDesign } from "@neurofront/core";
import { suggestion } from "@neurofront/study";
import { UsageError } from "../usage-error.ts";
import { readAssignments } from "./assignment.ts";
import type { Assignment } from "./assignment.ts";
import { circuitDeclarations } from "./circuit.ts";
import type { CircuitValues } from "./circuit.ts";
import { presetsOf, viewsOf } from "./device.ts";
import type { Device } from "./device.ts";
import { readSweep } from "./sweep-axis.ts";
import type { SweepAxis } from "./sweep-axis.ts";

/** What `neurofront simulate` takes, as it comes from the command line. */
export interface SimulateOptions {
  readonly view?: string;
  readonly sweep?: string;
  readonly scale?: "linear" | "log";
  readonly preset?: string;
  readonly set?: readonly string[];
  readonly setting?: readonly string[];
  readonly operating?: readonly string[];
  readonly temperature?: string;
  readonly inputVoltage?: string;
  readonly show?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** The device and its circuit, read and checked. */
export interface SimulateRequest {
  readonly design: AnyDesign;
  /** Values of the circuit that are set; the rest takes its defaults. */
  readonly circuit: CircuitValues;
  /** Settings of the view; empty without one. */
  readonly settings: AnyDesign;
  readonly sweep: SweepAxis | undefined;
  readonly show: readonly string[] | undefined;
}

/**
 * Read every option against the declarations of a device.
 *
 * @throws UsageError with every problem found, one a line
 */
export function readRequest(device: Device, options: SimulateOptions): SimulateRequest {
  const problems: string[] = [];
  const presets = presetsOf(device);
  const preset =
    options.preset !== undefined && Object.hasOwn(presets, options.preset) ? presets[options.preset] : undefined;
  if (options.preset !== undefined && preset === undefined)
    problems.push(
      Object.keys(presets).length === 0
        ? `--preset ${options.preset}: ${device.id} has no presets`
        : `--preset ${options.preset}: ${device.id} has no such preset; ${suggestion(options.preset, Object.keys(presets))}`,
    );
  const set = readAssignments(assignments("--set", options.set), device.parameters, device.id);
  const declarations = circuitDeclarations(device.role);
  const circuit = readAssignments(
    [
      ...assignments("--operating", options.operating),
      ...shortcut("--temperature", "temperature", options.temperature),
      ...shortcut("--input-voltage", "inputVoltage", options.inputVoltage),
    ],
    declarations,
    `the circuit of a ${device.role}`,
  );
  problems.push(...set.problems, ...circuit.problems);

  const views = viewsOf(device);
  const view = views.find(({ id }) => id === options.view);
  let settings: AnyDesign = {};
  if (options.view !== undefined && view === undefined)
    problems.push(
      views.length === 0
        ? `--view ${options.view}: ${device.id} has no views; it can be swept`
        : `--view ${options.view}: ${device.id} has no such view; ${suggestion(
            options.view,
            views.map(({ id }) => id),
          )}`,
    );
  if (view !== undefined) {
    const own = readAssignments(assignments("--setting", options.setting), view.settings, `the view ${view.id}`);
    problems.push(...own.problems);
    settings = { ...defaultsOf(view.settings), ...own.values };
  } else if (options.view === undefined && options.setting !== undefined)
    problems.push(`--setting belongs to a view; name one with --view`);

  const sweep = readSweepOption(device, options, problems);
  if (sweep !== undefined && (Object.hasOwn(set.values, sweep.name) || Object.hasOwn(circuit.values, sweep.name)))
    problems.push(`--sweep ${options.sweep}: "${sweep.key}" is also set to one value; keep one of them`);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  return {
    design: { ...defaultsOf(device.parameters), ...preset?.values, ...set.values } as AnyDesign,
    circuit: circuit.values,
    settings,
    sweep,
    show: options.show?.split(",").map((name) => name.trim()),
  };
}

function readSweepOption(device: Device, options: SimulateOptions, problems: string[]): SweepAxis | undefined {
  if (options.sweep === undefined) {
    if (options.scale !== undefined) problems.push(`--scale belongs to a sweep; name one with --sweep`);
    return undefined;
  }
  if (options.view !== undefined) problems.push(`--view and --sweep are two different things to see; keep one of them`);
  const declarations = circuitDeclarations(device.role);
  const reading = readSweep(options.sweep, options.scale, device.parameters, declarations, device.id);
  if (reading.ok) return reading.axis;
  problems.push(`--sweep ${options.sweep}: ${reading.problem}`);
  return undefined;
}

function assignments(option: string, texts: readonly string[] = []): Assignment[] {
  return texts.map((text) => ({ shown: `${option} ${text}`, text }));
}

function shortcut(option: string, name: string, written: string | undefined): Assignment[] {
  return written === undefined ? [] : [{ shown: `${option} ${written}`, text: `${name}=${written}` }];
}
