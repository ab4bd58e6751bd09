import { totalEnergy_J } from "@neurofront/core";
import type { Accounting, CandidateRecord, LedgerLine, OwnedLedgerEntry, Violation } from "@neurofront/core";

/** Lines of a ledger in femtojoule. */
export type Lines_fJ = Partial<Record<LedgerLine, number>>;

/** A feasible candidate with a chosen ledger and delay, everything else neutral. */
export function record(
  technology: string,
  accounting: Accounting,
  candidate: number,
  lines_fJ: Lines_fJ,
  delay_ns: number,
  accuracy = 0.99,
): CandidateRecord {
  const ledger = Object.entries(lines_fJ).map(([line, femtojoules]): OwnedLedgerEntry => ({
    line: line as LedgerLine,
    energy_J: femtojoules * 1e-15,
    formula: "given",
    inputs: {},
    owner: "neuron",
  }));
  const energy = totalEnergy_J(ledger, accounting);
  const delay = delay_ns * 1e-9;
  return {
    search: `${technology}/${accounting}`,
    candidate,
    coordinates: [],
    design: { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.01 },
    assessment: {
      status: "ok",
      violations: [],
      metrics: { energy, delay, edp: energy * delay, area: 1e-12, accuracy },
      ledger,
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    },
    objectives: [energy, delay],
    violation: 0,
  };
}

/** The same candidate with broken rules; impossible when one of them is. */
export function broken(base: CandidateRecord, ...violations: readonly Violation[]): CandidateRecord {
  const violation = violations.reduce((sum, { amount }) => sum + amount, 0);
  if (violations.every(({ kind }) => kind !== "impossible"))
    return { ...base, violation, assessment: { ...base.assessment, violations } };
  const nothing = { status: "impossible", metrics: {}, ledger: [], phases: [], area: [] } as const;
  return { ...base, violation, objectives: [], assessment: { ...base.assessment, ...nothing, violations } };
}

/** A violation with a sentence made from its code. */
export function violated(code: string, amount: number, kind: Violation["kind"] = "invalid"): Violation {
  return { kind, code, amount, message: `${code} by ${amount}` };
}
