import type { CandidateOutline } from "@neurofront/archive";
import type { CandidateRecord, MetricName, ResolvedStudy } from "@neurofront/core";

type Assessment = CandidateRecord["assessment"];

/** What is not read, shared by a hundred thousand candidates. */
const NOTHING = {
  coordinates: [],
  violations: [],
  ledger: [],
  phases: [],
  area: [],
  quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
} as const;

const NO_DESIGN = { neuron: {}, synapse: {}, interconnect: {} } as const;

/**
 * The candidates of one search of which only outlines were read, in columns: a tenth of the memory of whole records, and little
 * that the collector of garbage has to look at. The records look into the columns. What is written once stays, so that records
 * handed out earlier do not change when a candidate is judged again.
 */
export class OutlinedSearch {
  readonly #columns: Columns;
  readonly #records: CandidateRecord[] = [];

  /** @param metrics those that outlines have */
  constructor(search: string, metrics: readonly MetricName[], study: ResolvedStudy) {
    const { fidelities = [] } = study.technologies.find(({ name }) => search.startsWith(`${name}/`)) ?? {};
    this.#columns = {
      search,
      rungs: fidelities.map(({ name }) => name),
      candidate: [],
      isImpossible: [],
      violation: [],
      reason: [],
      fidelity: [],
      objectives: [],
      metrics: metrics.map((metric) => [metric, []]),
      design: [],
    };
  }

  /** The candidates as last judged, in the order in which they were added. */
  get records(): readonly CandidateRecord[] {
    return this.#records;
  }

  /** @param design its searched parameters as JSON */
  add(outline: CandidateOutline, design: string): void {
    this.#records.push(this.#written(outline, design));
  }

  /** The later judgement of a candidate stands in the place of the earlier one. */
  revise(outline: CandidateOutline): void {
    const { candidate } = outline;
    // Most searches number their candidates without a gap.
    const place =
      this.#records[candidate]?.candidate === candidate
        ? candidate
        : this.#records.findIndex((record) => record.candidate === candidate);
    if (place >= 0) this.#records[place] = this.#written(outline, this.#columns.design[place]!);
  }

  #written(outline: CandidateOutline, design: string): CandidateRecord {
    const { candidate, isImpossible, violation, reason, fidelity, objectives, metrics } = this.#columns;
    const row = candidate.push(outline.candidate) - 1;
    isImpossible.push(outline.status === "impossible");
    violation.push(outline.violation);
    reason.push(outline.reason);
    fidelity.push(outline.fidelity);
    objectives.push(outline.objectives);
    for (const [metric, values] of metrics) values.push(outline.metrics[metric] ?? Number.NaN);
    this.#columns.design.push(design);
    return new OutlinedCandidate(this.#columns, row);
  }
}

/** Columns of one search by row; a candidate that was judged again has several rows. */
interface Columns {
  readonly search: string;
  /** Names of the fidelities of the technology, the lowest first. */
  readonly rungs: readonly string[];
  readonly candidate: number[];
  readonly isImpossible: boolean[];
  readonly violation: number[];
  readonly reason: (string | null)[];
  readonly fidelity: (string | null)[];
  readonly objectives: (readonly number[])[];
  /** Not a number where a candidate has none. */
  readonly metrics: readonly (readonly [MetricName, number[]])[];
  readonly design: string[];
}

/** A record and its own assessment: without ledger, phases and quantities, and with its worst broken rule alone. */
class OutlinedCandidate implements CandidateRecord, Assessment {
  readonly #columns: Columns;
  readonly #row: number;
  #design: CandidateRecord["design"] | undefined = undefined;

  constructor(columns: Columns, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  get search(): string {
    return this.#columns.search;
  }

  get candidate(): number {
    return this.#columns.candidate[this.#row]!;
  }

  get coordinates(): readonly number[] {
    return NOTHING.coordinates;
  }

  get design(): CandidateRecord["design"] {
    this.#design ??= { ...NO_DESIGN, ...(JSON.parse(this.#columns.design[this.#row]!) as CandidateRecord["design"]) };
    return this.#design;
  }

  get objectives(): readonly number[] {
    return this.#columns.objectives[this.#row]!;
  }

  get violation(): number {
    return this.#columns.violation[this.#row]!;
  }

  get assessment(): Assessment {
    const fidelity = this.#columns.fidelity[this.#row]!;
    return fidelity === null ? this : this.#assessmentAt(fidelity);
  }

  get status(): Assessment["status"] {
    return this.#columns.isImpossible[this.#row] === true ? "impossible" : "ok";
  }

  get violations(): Assessment["violations"] {
    const code = this.#columns.reason[this.#row]!;
    if (code === null) return NOTHING.violations;
    const kind = this.status === "ok" ? "invalid" : "impossible";
    return [{ kind, code, message: code, amount: this.violation }];
  }

  get metrics(): Assessment["metrics"] {
    const found: Partial<Record<MetricName, number>> = {};
    for (const [metric, values] of this.#columns.metrics) {
      const value = values[this.#row]!;
      if (!Number.isNaN(value)) found[metric] = value;
    }
    return found;
  }

  get ledger(): Assessment["ledger"] {
    return NOTHING.ledger;
  }

  get phases(): Assessment["phases"] {
    return NOTHING.phases;
  }

  get area(): Assessment["area"] {
    return NOTHING.area;
  }

  get quantities(): Assessment["quantities"] {
    return NOTHING.quantities;
  }

  /** The front is of those that have passed most fidelities; what the lower ones had said is not read. */
  #assessmentAt(fidelity: string): Assessment {
    const { rungs } = this.#columns;
    const { status, violation, violations, metrics, ledger, phases, area, quantities } = this;
    const passed = rungs.slice(0, Math.max(0, rungs.indexOf(fidelity)));
    const lower = passed.map((name) => ({ fidelity: name, status, metrics: {}, objectives: [], violation }));
    const read = { status, violations, metrics, ledger, phases, area, quantities, fidelity };
    return lower.length === 0 ? read : { ...read, lower };
  }
}
