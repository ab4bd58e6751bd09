import { LEDGER_LINES, METRICS, bestOf, formatQuantity, isCounted } from "@neurofront/core";
import type {
  Accounting,
  CandidateRecord,
  MetricName,
  OwnedLedgerEntry,
  ResolvedPart,
  ResolvedStudy,
  TechnologyDesign,
} from "@neurofront/core";
import { Archive } from "@neurofront/archive";
import { quantityText } from "../quantity-text.ts";
import { textTable } from "../text-table.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

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
    terminal.out.write(`${explanation(study, record, verified?.assessment)}\n`);
  } finally {
    archive.close();
  }
}

function findCandidate(archive: Archive, study: ResolvedStudy, name: string): CandidateRecord {
  const searches = study.technologies.flatMap((technology) =>
    study.held.accounting.map((accounting) => `${technology.name}/${accounting}`),
  );
  const [technology, accounting, number] = name.split("/");
  const search = `${technology}/${accounting}`;
  if (!searches.includes(search))
    throw new UsageError(
      `"${name}" names no candidate; write technology/accounting/number or technology/accounting for its best; searches here: ${searches.join(", ")}`,
    );
  const records = archive.candidates(search);
  if (number === undefined) {
    const best = bestOf(records, study.rank);
    if (best === undefined)
      throw new UsageError(`${search} has no feasible candidate; name one by its number, 0 to ${records.length - 1}`);
    return best;
  }
  const record = records.find(({ candidate }) => String(candidate) === number);
  if (record === undefined)
    throw new UsageError(`${search} has no candidate "${number}"; legal: 0 to ${records.length - 1}`);
  return record;
}

function explanation(
  study: ResolvedStudy,
  record: CandidateRecord,
  verified: CandidateRecord["assessment"] | undefined,
): string {
  const technology = study.technologies.find(({ name }) => record.search.startsWith(`${name}/`))!;
  const accounting = record.search.slice(technology.name.length + 1) as Accounting;
  const { assessment } = record;
  const sections = [
    `candidate ${record.candidate} of ${record.search}: ${technology.title}\nstudy "${study.title}", ${accounting} accounting`,
    section("metrics", metricsText(assessment, verified)),
    section(
      "violations and warnings",
      assessment.violations.map(({ kind, code, message }) => `${kind} ${code}: ${message}`).join("\n"),
    ),
    section(
      `energy ledger, per neuron and decision ("counted" is ${accounting} accounting)`,
      ledgerText(assessment.ledger, accounting),
    ),
    section(
      "delay by phase",
      textTable(
        ["phase", "duration", "formula"],
        assessment.phases.map(({ phase, duration_s, formula }) => [phase, formatQuantity(duration_s, "s", 4), formula]),
        { right: [1] },
      ),
    ),
    section(
      "area of one neuron with its synapses",
      textTable(
        ["part", "area", "formula"],
        assessment.area.map(({ part, area_m2, formula }) => [part, formatQuantity(area_m2, "m^2", 4), formula]),
        { right: [1] },
      ),
    ),
    ...(["neuron", "synapse", "interconnect"] as const).map((role) =>
      section(
        `${role}: ${technology[role].title} (${technology[role].plugin} ${technology[role].version})`,
        partText(technology[role], record.design[role], assessment.quantities[role]),
      ),
    ),
    section(
      "system",
      `${textTable(["parameter", "value", "chosen by", "meaning"], [["inputVoltage", formatQuantity(record.design.inputVoltage_V, "V", 4), "study", technology.inputVoltage_V.meaning]])}\n${quantitiesText(assessment.quantities.system)}`,
    ),
  ];
  return sections.filter((text) => text !== "").join("\n\n");
}

function section(title: string, body: string): string {
  return body === "" ? "" : `${title}\n${"=".repeat(title.length)}\n${body}`;
}

function metricsText(
  assessment: CandidateRecord["assessment"],
  verified: CandidateRecord["assessment"] | undefined,
): string {
  const rows = Object.entries(assessment.metrics).map(([name, value]) => {
    const { unit, meaning } = METRICS[name as MetricName];
    return [name, formatQuantity(value, unit, 4), meaning];
  });
  const { monteCarlo } = verified ?? assessment;
  for (const [set, data] of Object.entries(monteCarlo ?? {}))
    rows.push([
      `accuracy, ${set} patterns`,
      `${percent(data.mean)} (${percent(data.low)} to ${percent(data.high)})`,
      `Monte Carlo, ${data.chips} chips, 95 % interval; over chips p05 ${percent(data.p05)}, p95 ${percent(data.p95)}`,
    ]);
  return textTable(["metric", "value", "meaning"], rows, { right: [1] });
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function ledgerText(ledger: readonly OwnedLedgerEntry[], accounting: Accounting): string {
  const rows = ledger.map(({ line, owner, energy_J, formula, inputs }) => [
    LEDGER_LINES[line].title,
    formatQuantity(energy_J, "J", 4),
    isCounted(line, accounting) ? "counted" : "",
    owner,
    `${formula}   with ${Object.entries(inputs)
      .map(([name, value]) => `${name} = ${quantityText(name, value)}`)
      .join(", ")}`,
  ]);
  return textTable(["line", "energy", "", "by", "formula"], rows, { right: [1] });
}

function partText(
  part: ResolvedPart,
  design: TechnologyDesign["neuron"],
  quantities: Readonly<Record<string, number>>,
): string {
  const rows = Object.entries(part.parameters).map(([name, parameter]) => {
    const value = design[name]!;
    const searched =
      parameter.value === undefined
        ? "searched"
        : parameter.chosenBy === "preset"
          ? `preset ${part.preset}`
          : parameter.chosenBy;
    return [
      name,
      typeof value === "number" ? formatQuantity(value, parameter.unit, 4) : value,
      searched,
      parameter.meaning,
      parameter.source,
    ];
  });
  return `${textTable(["parameter", "value", "chosen by", "meaning", "source"], rows)}\n${quantitiesText(quantities)}`;
}

function quantitiesText(quantities: Readonly<Record<string, number>>): string {
  const rows = Object.entries(quantities).map(([name, value]) => [name, quantityText(name, value)]);
  return rows.length === 0 ? "" : `\n${textTable(["derived", "value"], rows, { right: [1] })}`;
}
