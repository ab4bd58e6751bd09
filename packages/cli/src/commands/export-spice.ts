import { closeSync, existsSync, openSync, readSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Archive } from "@neurofront/archive";
import { formatQuantity } from "@neurofront/core";
import type { ResolvedPart, TechnologyDesign } from "@neurofront/core";
import { SpiceError, spiceNetlist } from "@neurofront/spice";
import type { SpiceCandidate } from "@neurofront/spice";
import { assessmentContexts, firstDesign } from "@neurofront/study";
import type { Catalog, RunnableStudy, Search } from "@neurofront/study";
import { circuitsOf } from "@neurofront/system";
import { findCandidate, parseCandidateName } from "../candidate-input.ts";
import { loadStudy, resolveAgain } from "../study-input.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront export spice` takes. */
export interface ExportSpiceOptions {
  /** Layer of the network, from 1. */
  readonly layer: number;
  /** Pattern that the layer is shown, from 0; of the first layer with one position a pattern of the workload. */
  readonly pattern: number;
  /** Columns of the array, from the first; all when absent. */
  readonly columns?: number;
  /** Default: beside the archive or in the working directory, named after the candidate. */
  readonly out?: string;
  readonly overwrite?: boolean;
}

/** A candidate that was found, in its study. */
interface Found {
  readonly runnable: RunnableStudy;
  readonly search: Search;
  readonly candidate: number;
  readonly design: TechnologyDesign;
  /** Where its netlist goes unless the person says otherwise. */
  readonly folder: string;
}

/**
 * Write one candidate of an archive, or the first design of a search of a study file, as an ngspice netlist.
 *
 * @throws UsageError when there is no such candidate, or the file exists and is not to be replaced; nothing is written then
 * @throws SpiceError when the candidate has no netlist
 */
export async function exportSpiceCommand(
  source: string,
  name: string,
  options: ExportSpiceOptions,
  catalog: Catalog,
  terminal: Terminal,
): Promise<void> {
  const found = isDatabase(source) ? await fromArchive(source, name, catalog) : await fromStudy(source, name, catalog);
  await found.runnable.trainings.prepare(found.design.training ?? {});
  const text = spiceNetlist(spiceCandidate(found, options.layer), {
    pattern: options.pattern,
    ...(options.columns === undefined ? {} : { columnCount: options.columns }),
    about: aboutText(found, options.layer),
    sources: sourcesText(found, catalog),
  });
  const path =
    options.out ??
    join(
      found.folder,
      `${fileName(found)}${options.layer === 1 ? "" : `-layer-${options.layer}`}-pattern-${options.pattern}.cir`,
    );
  if (!existsSync(dirname(path))) throw new UsageError(`${dirname(path)}: there is no such folder for the netlist`);
  if (existsSync(path) && options.overwrite !== true)
    throw new UsageError(`${path} exists already; name another file with --out, or replace it with --overwrite`);
  writeFileSync(path, text);
  const shown = relative(process.cwd(), path) || path;
  terminal.out.write(`netlist  ${shown}\nrun      ngspice -b ${shown}\n`);
}

async function fromArchive(path: string, name: string, catalog: Catalog): Promise<Found> {
  const archive = Archive.open(path);
  try {
    const study = archive.study();
    const { search } = parseCandidateName(study, name);
    const { candidate, design } = findCandidate(archive, study, name);
    const runnable = await resolveAgain(study, path, catalog, dirname(path));
    return { runnable, search, candidate, design, folder: dirname(path) };
  } finally {
    archive.close();
  }
}

async function fromStudy(path: string, name: string, catalog: Catalog): Promise<Found> {
  const runnable = await loadStudy(path, catalog);
  const { search, number } = parseCandidateName(runnable.resolved, name);
  if (number !== undefined && number !== "0")
    throw new UsageError(
      `${path} is a study: of ${search.name} it has candidate 0 only, the first that the search proposes; run it and name its archive for "${name}"`,
    );
  return { runnable, search, candidate: 0, design: firstDesign(runnable, search), folder: "." };
}

/** Whether a file begins as SQLite files do. A file that cannot be read is left to whoever reads studies. */
function isDatabase(path: string): boolean {
  if (path.endsWith(".sqlite")) return true;
  const start = Buffer.alloc(15);
  try {
    const file = openSync(path, "r");
    try {
      readSync(file, start);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  return start.toString("latin1") === "SQLite format 3";
}

function spiceCandidate({ runnable, search, design }: Found, layerNumber: number): SpiceCandidate {
  const models = runnable.models.get(search.technology.name)!;
  const context = assessmentContexts(runnable)(design);
  const layerCount = context.workload.layers.length;
  if (!(Number.isInteger(layerNumber) && layerNumber >= 1 && layerNumber <= layerCount))
    throw new UsageError(`the layer is ${layerNumber}; legal: whole numbers from 1 to ${layerCount}`);
  const found = circuitsOf(models, design, context);
  if (found.status === "impossible") throw impossible(found.violations);
  const { operating, load, neuron, layer } = found.circuits[layerNumber - 1]!;
  const solution = models.interconnect.solve(design.interconnect, load);
  if (solution.status === "impossible") throw impossible(solution.violations);
  return { models, design, operating, load, zeroBias_S: layer.zeroBias_S, neuron, solution };
}

function impossible(violations: readonly { readonly message: string }[]): SpiceError {
  return new SpiceError(`the candidate is impossible: ${violations.map(({ message }) => message).join("; ")}`);
}

/** Names of technologies are letters, digits and hyphens; an archive from elsewhere might say otherwise. */
function fileName({ search, candidate }: Found): string {
  const name = `${search.technology.name}-${search.accounting}-${candidate}`;
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/u.test(name))
    throw new UsageError(`"${name}" cannot be a file name; name the netlist with --out`);
  return name;
}

function aboutText({ runnable, search, candidate }: Found, layer: number): string[] {
  const { layers } = runnable.workload;
  return [
    `neurofront netlist: candidate ${candidate} of ${search.name}, ${search.technology.title}`,
    ...(layers.length === 1 ? [] : [`layer ${layer} of ${layers.length}`]),
    `study "${runnable.resolved.title}", hash ${runnable.resolved.hash}`,
  ];
}

/** Every parameter with where it comes from, and what the models of the candidate cite. */
function sourcesText({ search, design }: Found, catalog: Catalog): string[] {
  const { technology } = search;
  const plugins = new Set([technology.neuron.plugin, technology.synapse.plugin, technology.interconnect.plugin]);
  const references = new Map(
    catalog.plugins
      .filter(({ id }) => plugins.has(id))
      .flatMap((plugin) => plugin.references.map((reference) => [reference.key, reference])),
  );
  const part = (role: "neuron" | "synapse" | "interconnect"): string[] => {
    const { title, plugin, version, parameters }: ResolvedPart = technology[role];
    return [
      `${role}: ${title} (${plugin} ${version})`,
      ...Object.entries(design[role]).map(
        ([name, value]) =>
          `  ${name} = ${typeof value === "number" ? formatQuantity(value, parameters[name]!.unit, 6) : value}  (${parameters[name]!.source})`,
      ),
    ];
  };
  return [
    "Parameters:",
    ...part("neuron"),
    ...part("synapse"),
    ...part("interconnect"),
    `input voltage ${formatQuantity(design.inputVoltage_V, "V", 6)}`,
    "",
    "Sources:",
    ...[...references.values()].map(
      ({ key, author, title, year, journal }) =>
        `  [${key}] ${author}: ${title}${journal === undefined ? "" : `, ${journal}`}, ${year}`,
    ),
  ];
}
