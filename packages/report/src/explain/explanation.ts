import {
  LEDGER_LINES,
  METRICS,
  effectParameter,
  effectsOf,
  formatQuantity,
  isCounted,
  quantityText,
} from "@neurofront/core";
import type {
  Accounting,
  Assessment,
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
import { fullCitation } from "../bibtex.ts";
import { certaintyLines } from "../certainty-lines.ts";

/** A table of an explanation, as text. */
export interface ExplanationTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers. */
  readonly numeric: readonly number[];
}

/** What an explanation says of one subject: sentences, then tables. */
export interface ExplanationSection {
  readonly title: string;
  readonly lines: readonly string[];
  readonly tables: readonly ExplanationTable[];
}

/** Every number of one candidate with where it comes from: what `neurofront explain` prints and the report shows. */
export interface Explanation {
  readonly title: string;
  readonly subtitle: string;
  /** None of them is empty. */
  readonly sections: readonly ExplanationSection[];
}

/**
 * Explain a candidate: metrics, rules, where energy, delay and area go, every parameter with its source.
 *
 * @param verified the candidate's assessment with chips, where it was verified
 */
export function explanationOf(
  study: ResolvedStudy,
  { search, candidate, design, assessment }: CandidateRecord,
  verified: Assessment | undefined,
): Explanation {
  const technology = study.technologies.find(({ name }) => search.startsWith(`${name}/`))!;
  const accounting = search.slice(technology.name.length + 1) as Accounting;
  const sections = [
    section("metrics", [], [metricsTable(assessment, verified)]),
    section("where the numbers come from", certaintyLines(assessment, study)),
    section(
      "violations and warnings",
      assessment.violations.map(({ kind, code, message }) => `${kind} ${code}: ${message}`),
    ),
    cornersSection(assessment),
    ...costSections(assessment, accounting, ""),
    ...(assessment.layers ?? []).flatMap((layer, index) => layerSections(layer, index + 1, accounting)),
    ...(["neuron", "synapse", "interconnect"] as const).map((role) =>
      partSection(role, technology[role], design[role], assessment.quantities[role]),
    ),
    section(
      "system",
      [],
      [
        parameterTable([parameterRow("inputVoltage_V", technology.inputVoltage_V, design.inputVoltage_V, undefined)]),
        quantitiesTable(assessment.quantities.system),
      ],
    ),
    section(
      "training",
      [],
      [
        parameterTable(
          Object.entries(technology.training ?? {}).map(([name, parameter]) =>
            parameterRow(name, parameter, design.training![name]!, undefined),
          ),
        ),
      ],
    ),
    section("references", referenceLines(study, technology)),
  ];
  return {
    title: `candidate ${candidate} of ${search}: ${technology.title}`,
    subtitle: `study "${study.title}", ${accounting} accounting`,
    sections: sections.filter(({ lines, tables }) => lines.length + tables.length > 0),
  };
}

function section(
  title: string,
  lines: readonly string[],
  tables: readonly ExplanationTable[] = [],
): ExplanationSection {
  return { title, lines, tables: tables.filter(({ rows }) => rows.length > 0) };
}

function metricsTable(assessment: Assessment, verified: Assessment | undefined): ExplanationTable {
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
  return { head: ["metric", "value", "meaning"], rows, numeric: [1] };
}

/** Metrics in a row a corner, and the rules that are broken there. */
function cornersSection({ metrics, corners = [] }: Assessment): ExplanationSection {
  const shown = (Object.keys(METRICS) as MetricName[]).filter((name) =>
    corners.some((corner) => corner.metrics[name] !== undefined),
  );
  const values = (of: Assessment["metrics"]): string[] =>
    shown.map((name) => (of[name] === undefined ? "" : formatQuantity(of[name], METRICS[name].unit, 4)));
  const rows = corners.map((corner) => [
    corner.name,
    formatQuantity(corner.temperature_K, "K", 4),
    formatQuantity(corner.supplyFactor, "1", 4),
    formatQuantity(corner.inputVoltageFactor, "1", 4),
    corner.process ?? "",
    ...values(corner.metrics),
  ]);
  return section(
    "at the corners of the study",
    corners.flatMap(({ name, violations }) => violations.map(({ code, message }) => `${name}: ${code}: ${message}`)),
    [
      {
        head: ["corner", "temperature", "supply", "inputs", "process", ...shown],
        rows: rows.length === 0 ? [] : [["nominal", "", "1", "1", "", ...values(metrics)], ...rows],
        numeric: [1, 2, 3, ...shown.map((_, k) => 5 + k)],
      },
    ],
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

/** Where energy, delay and area of a decision go; a mean over the layers where there are several. */
function costSections(
  { ledger, phases, area }: Pick<LayerAssessment, "ledger" | "phases" | "area">,
  accounting: Accounting,
  owner: string,
): ExplanationSection[] {
  return [
    section(
      `${owner}energy ledger, per neuron and decision ("counted" is ${accounting} accounting)`,
      [],
      [ledgerTable(ledger, accounting)],
    ),
    section(
      `${owner}delay by phase`,
      [],
      [
        {
          head: ["phase", "duration", "formula"],
          rows: phases.map(({ phase, duration_s, formula }) => [phase, formatQuantity(duration_s, "s", 4), formula]),
          numeric: [1],
        },
      ],
    ),
    section(
      `${owner}area of one neuron with its synapses`,
      [],
      [
        {
          head: ["part", "area", "formula"],
          rows: area.map(({ part, area_m2, formula }) => [part, formatQuantity(area_m2, "m^2", 4), formula]),
          numeric: [1],
        },
      ],
    ),
  ];
}

function ledgerTable(ledger: readonly OwnedLedgerEntry[], accounting: Accounting): ExplanationTable {
  return {
    head: ["line", "energy", "", "by", "formula"],
    rows: ledger.map(({ line, owner, energy_J, formula, inputs }) => [
      LEDGER_LINES[line].title,
      formatQuantity(energy_J, "J", 4),
      isCounted(line, accounting) ? "counted" : "",
      owner,
      `${formula}   with ${Object.entries(inputs)
        .map(([name, value]) => `${name} = ${quantityText(name, value)}`)
        .join(", ")}`,
    ]),
    numeric: [1],
  };
}

/** One layer of a network on its own array. */
function layerSections(layer: LayerAssessment, number: number, accounting: Accounting): ExplanationSection[] {
  const { inputCount, outputCount, positions, energy_J, delay_s, area_m2, quantities } = layer;
  const owner = `layer ${number}: `;
  return [
    section(
      `${owner}${inputCount} inputs x ${outputCount} neurons at ${positions} ${positions === 1 ? "position" : "positions"}`,
      [
        `one decision of one neuron: ${formatQuantity(energy_J, "J", 4)} in ${formatQuantity(delay_s, "s", 4)}; area of one neuron ${formatQuantity(area_m2, "m^2", 4)}`,
      ],
    ),
    ...costSections(layer, accounting, owner),
    ...(["neuron", "interconnect", "system"] as const).map((role) =>
      section(`${owner}${role}`, [], [quantitiesTable(quantities[role])]),
    ),
  ];
}

function partSection(
  role: string,
  part: ResolvedPart,
  design: TechnologyDesign["neuron"],
  quantities: Readonly<Record<string, number>>,
): ExplanationSection {
  const lent = effectsOf(part);
  const title = `${role}: ${partTitle(part)}${lent.map(([effect, lender]) => `, ${effect} of ${partTitle(lender)}`).join("")}`;
  const rowsOf = (owner: ResolvedPart, nameInDesign: (name: string) => string): string[][] =>
    Object.entries(owner.parameters).map(([own, parameter]) => {
      const name = nameInDesign(own);
      return parameterRow(name, parameter, design[name]!, owner.preset);
    });
  const rows = [
    ...rowsOf(part, (name) => name),
    ...lent.flatMap(([effect, lender]) => rowsOf(lender, (name) => effectParameter(effect, name))),
  ];
  return section(title, [], [parameterTable(rows), quantitiesTable(quantities)]);
}

function partTitle({ title, plugin, version }: ResolvedPart): string {
  return `${title} (${plugin} ${version})`;
}

function parameterTable(rows: readonly (readonly string[])[]): ExplanationTable {
  return { head: ["parameter", "value", "chosen by", "legal", "meaning", "source of the value"], rows, numeric: [] };
}

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

function quantitiesTable(quantities: Readonly<Record<string, number>>): ExplanationTable {
  return {
    head: ["derived", "value"],
    rows: Object.entries(quantities).map(([name, value]) => [name, quantityText(name, value)]),
    numeric: [1],
  };
}

/** What the sources of this technology's numbers cite. */
function referenceLines(study: ResolvedStudy, { neuron, synapse, interconnect }: ResolvedTechnology): string[] {
  const sources = [neuron, synapse, interconnect]
    .flatMap(({ parameters }) => Object.values(parameters))
    .flatMap(({ source, declared }) => [source, declared?.source ?? ""]);
  return study.references
    .filter(({ key }) => sources.some((source) => source.endsWith(`[${key}]`)))
    .map((reference) => `[${reference.key}] ${fullCitation(reference)}`);
}
