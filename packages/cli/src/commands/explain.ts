import { LEDGER_LINES, METRICS, effectParameter, effectsOf, formatQuantity, isCounted } from "@neurofront/core";
import type {
  Accounting,
  CandidateRecord,
  LayerAssessment,
  MetricName,
  OwnedLedgerEntry,
  ResolvedParameter,
  ResolvedPart,
  ResolvedStudy,
  ResolvedTechnology,
  TechnologyDesign,
} from "@neurofront/core";
import { Archive } from "@neurofront/archive";
import { certaintyLines } from "@neurofront/report";
import { referenceLines } from "../declaration-text.ts";
import { findCandidate } from "../candidate-input.ts";
import { quantityText } from "../quantity-text.ts";
import { textTable } from "../text-table.ts";
import type { Terminal } from "../terminal.ts";
import { wrapText } from "../wrapped-text.ts";

/**
 * Show every number of one candidate, split by part, with formulas, parameters and sources.
 *
 * @param name `technology/accounting/number`, or `technology/accounting` for the best one
 * @throws UsageError when the archive holds no such candidate
 */
export function explainCommand(archivePath: string, name: string, terminal: Terminal): void {
  const archive = Archive.open(archivePath);
  try {
    const study = archive.study();
    const record = findCandidate(archive, study, name);
    const verified = archive
      .verifications()
      .find(({ search, candidate }) => search === record.search && candidate === record.candidate);
    terminal.out.write(`${explanation(study, record, verified?.assessment, terminal.columns)}\n`);
  } finally {
    archive.close();
  }
}

function explanation(
  study: ResolvedStudy,
  record: CandidateRecord,
  verified: CandidateRecord["assessment"] | undefined,
  width: number | undefined,
): string {
  const technology = study.technologies.find(({ name }) => record.search.startsWith(`${name}/`))!;
  const accounting = record.search.slice(technology.name.length + 1) as Accounting;
  const { assessment } = record;
  const sections = [
    `candidate ${record.candidate} of ${record.search}: ${technology.title}\nstudy "${study.title}", ${accounting} accounting`,
    section("metrics", metricsText(assessment, verified, width)),
    section("where the numbers come from", wrapText(certaintyLines(assessment, study).join("\n"), width, "  ")),
    section(
      "violations and warnings",
      wrapText(
        assessment.violations.map(({ kind, code, message }) => `${kind} ${code}: ${message}`).join("\n"),
        width,
        "  ",
      ),
    ),
    section("at the corners of the study", cornersText(assessment, width)),
    ...costSections(assessment, accounting, width, ""),
    ...(assessment.layers ?? []).flatMap((layer, index) => layerSections(layer, index + 1, accounting, width)),
    ...(["neuron", "synapse", "interconnect"] as const).map((role) =>
      section(
        `${role}: ${partTitle(technology[role])}${effectsOf(technology[role])
          .map(([effect, lender]) => `, ${effect} of ${partTitle(lender)}`)
          .join("")}`,
        partText(technology[role], record.design[role], assessment.quantities[role], width),
      ),
    ),
    section(
      "system",
      `${textTable(PARAMETER_HEAD, [parameterRow("inputVoltage_V", technology.inputVoltage_V, record.design.inputVoltage_V, undefined)], { width })}\n${quantitiesText(assessment.quantities.system)}`,
    ),
    ...(technology.training === undefined
      ? []
      : [
          section(
            "training",
            textTable(
              PARAMETER_HEAD,
              Object.entries(technology.training).map(([name, parameter]) =>
                parameterRow(name, parameter, record.design.training![name]!, undefined),
              ),
              { width },
            ),
          ),
        ]),
    section("references", referencesText(study, technology, width)),
  ];
  return sections.filter((text) => text !== "").join("\n\n");
}

/** Where energy, delay and area of a decision go; a mean over the layers where there are several. */
function costSections(
  { ledger, phases, area }: Pick<LayerAssessment, "ledger" | "phases" | "area">,
  accounting: Accounting,
  width: number | undefined,
  owner: string,
): string[] {
  return [
    section(
      `${owner}energy ledger, per neuron and decision ("counted" is ${accounting} accounting)`,
      ledgerText(ledger, accounting, width),
    ),
    section(
      `${owner}delay by phase`,
      textTable(
        ["phase", "duration", "formula"],
        phases.map(({ phase, duration_s, formula }) => [phase, formatQuantity(duration_s, "s", 4), formula]),
        { right: [1], width },
      ),
    ),
    section(
      `${owner}area of one neuron with its synapses`,
      textTable(
        ["part", "area", "formula"],
        area.map(({ part, area_m2, formula }) => [part, formatQuantity(area_m2, "m^2", 4), formula]),
        { right: [1], width },
      ),
    ),
  ];
}

/** One layer of a network on its own array. */
function layerSections(
  layer: LayerAssessment,
  number: number,
  accounting: Accounting,
  width: number | undefined,
): string[] {
  const { inputCount, outputCount, positions, energy_J, delay_s, area_m2, quantities } = layer;
  const owner = `layer ${number}: `;
  return [
    section(
      `${owner}${inputCount} inputs x ${outputCount} neurons at ${positions} ${positions === 1 ? "position" : "positions"}`,
      `one decision of one neuron: ${formatQuantity(energy_J, "J", 4)} in ${formatQuantity(delay_s, "s", 4)}; area of one neuron ${formatQuantity(area_m2, "m^2", 4)}`,
    ),
    ...costSections(layer, accounting, width, owner),
    ...(["neuron", "interconnect", "system"] as const).map((role) =>
      section(`${owner}${role}`, quantitiesText(quantities[role]).trimStart()),
    ),
  ];
}

/** What the sources of this technology's numbers cite. */
function referencesText(study: ResolvedStudy, technology: ResolvedTechnology, width: number | undefined): string {
  const parts = [technology.neuron, technology.synapse, technology.interconnect];
  const sources = parts
    .flatMap(({ parameters }) => Object.values(parameters))
    .flatMap(({ source, declared }) => [source, declared?.source ?? ""]);
  return referenceLines(
    study.references.filter(({ key }) => sources.some((source) => source.endsWith(`[${key}]`))),
    width,
  );
}

function section(title: string, body: string): string {
  return body === "" ? "" : `${title}\n${"=".repeat(title.length)}\n${body}`;
}

function metricsText(
  assessment: CandidateRecord["assessment"],
  verified: CandidateRecord["assessment"] | undefined,
  width: number | undefined,
): string {
  const rows = Object.entries(assessment.metrics).map(([name, value]) => {
    const { unit, meaning } = METRICS[name as MetricName];
    return [name, formatQuantity(value, unit, 4), meaning];
  });
  const { monteCarlo } = verified ?? assessment;
  for (const set of ["clean", "test"] as const) {
    const data = monteCarlo?.[set];
    if (data === undefined) continue;
    rows.push([
      `accuracy, ${set} patterns`,
      `${percent(data.mean)} (${percent(data.low)} to ${percent(data.high)})`,
      `Monte Carlo, ${data.chips} chips, 95 % interval; over chips p05 ${percent(data.p05)}, p95 ${percent(data.p95)}`,
    ]);
  }
  return textTable(["metric", "value", "meaning"], rows, { right: [1], width });
}

/** Metrics in a row a corner, and below them the rules that are broken there. */
function cornersText({ metrics, corners = [] }: CandidateRecord["assessment"], width: number | undefined): string {
  if (corners.length === 0) return "";
  const shown = (Object.keys(METRICS) as MetricName[]).filter((name) =>
    corners.some((corner) => corner.metrics[name] !== undefined),
  );
  const values = (of: typeof metrics): string[] =>
    shown.map((name) => (of[name] === undefined ? "" : formatQuantity(of[name], METRICS[name].unit, 4)));
  const rows = corners.map((corner) => [
    corner.name,
    formatQuantity(corner.temperature_K, "K", 4),
    formatQuantity(corner.supplyFactor, "1", 4),
    formatQuantity(corner.inputVoltageFactor, "1", 4),
    corner.process ?? "",
    ...values(corner.metrics),
  ]);
  const broken = corners.flatMap(({ name, violations }) =>
    violations.map(({ code, message }) => `${name}: ${code}: ${message}`),
  );
  const table = textTable(
    ["corner", "temperature", "supply", "inputs", "process", ...shown],
    [["nominal", "", "1", "1", "", ...values(metrics)], ...rows],
    { right: [1, 2, 3, ...shown.map((_, k) => 5 + k)], width },
  );
  return [table, ...broken].join("\n");
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function ledgerText(ledger: readonly OwnedLedgerEntry[], accounting: Accounting, width: number | undefined): string {
  const rows = ledger.map(({ line, owner, energy_J, formula, inputs }) => [
    LEDGER_LINES[line].title,
    formatQuantity(energy_J, "J", 4),
    isCounted(line, accounting) ? "counted" : "",
    owner,
    `${formula}   with ${Object.entries(inputs)
      .map(([name, value]) => `${name} = ${quantityText(name, value)}`)
      .join(", ")}`,
  ]);
  return textTable(["line", "energy", "", "by", "formula"], rows, { right: [1], width });
}

function partTitle({ title, plugin, version }: ResolvedPart): string {
  return `${title} (${plugin} ${version})`;
}

function partText(
  part: ResolvedPart,
  design: TechnologyDesign["neuron"],
  quantities: Readonly<Record<string, number>>,
  width: number | undefined,
): string {
  const rowsOf = (owner: ResolvedPart, nameInDesign: (name: string) => string): string[][] =>
    Object.entries(owner.parameters).map(([own, parameter]) => {
      const name = nameInDesign(own);
      return parameterRow(name, parameter, design[name]!, owner.preset);
    });
  const rows = [
    ...rowsOf(part, (name) => name),
    ...effectsOf(part).flatMap(([effect, lender]) => rowsOf(lender, (name) => effectParameter(effect, name))),
  ];
  return `${textTable(PARAMETER_HEAD, rows, { width })}\n${quantitiesText(quantities)}`;
}

const PARAMETER_HEAD = ["parameter", "value", "chosen by", "legal", "meaning", "source of the value"];

function parameterRow(
  name: string,
  parameter: ResolvedParameter,
  value: number | string,
  preset: string | undefined,
): string[] {
  const { unit, declared } = parameter;
  const text = (one: number | string): string => (typeof one === "number" ? formatQuantity(one, unit, 4) : one);
  const legal = declared?.legal;
  const isDeclared = declared === undefined || declared.source === parameter.source;
  return [
    name,
    text(value),
    chosenText(parameter, preset, text),
    legal === undefined
      ? ""
      : "options" in legal
        ? legal.options.join(" | ")
        : `${text(legal.low)} ... ${text(legal.high)}`,
    parameter.meaning,
    isDeclared ? parameter.source : `${parameter.source}; declared ${text(declared.default)}, ${declared.source}`,
  ];
}

function chosenText(
  { chosenBy, range, integers, choice }: ResolvedParameter,
  preset: string | undefined,
  text: (one: number | string) => string,
): string {
  const between = range ?? integers;
  if (between !== undefined) return `searched ${text(between.low)} ... ${text(between.high)}`;
  if (choice !== undefined) return `searched ${choice.map(text).join(", ")}`;
  return chosenBy === "preset" ? `preset ${preset}` : chosenBy;
}

function quantitiesText(quantities: Readonly<Record<string, number>>): string {
  const rows = Object.entries(quantities).map(([name, value]) => [name, quantityText(name, value)]);
  return rows.length === 0 ? "" : `\n${textTable(["derived", "value"], rows, { right: [1] })}`;
}
