import { malformedMember } from "@neurofront/archive";
import { LEDGER_LINES } from "@neurofront/core";
import type { Assessment } from "@neurofront/core";

/**
 * An answer is to be kept, and read again later: models that do not ship may have given anything.
 *
 * @throws Error that says what is wrong with it, and what it should be
 */
export function requireForm(assessment: Assessment): void {
  for (const [metric, value] of Object.entries(assessment.metrics))
    if (!Number.isFinite(value)) throw new Error(`${metric} is ${value}; a design without an answer is "impossible"`);
  requirePlain(assessment);
  const member = malformedMember(assessment);
  if (member !== undefined)
    throw new Error(`its ${member} cannot be kept: wanted is ${LEGAL[member] ?? "what its type says"}`);
}

const LEDGER = `a list of energies, each with its line (${Object.keys(LEDGER_LINES).join(", ")}), energy_J, formula, and inputs, which are numbers by name`;
const PHASES = "a list of phases, each with its phase, duration_s and formula";
const AREA = "a list of areas, each with its part, area_m2 and formula";
const QUANTITIES = "numbers by name";

const LEGAL: Readonly<Record<string, string>> = {
  violations:
    "a list of violations, each with its kind (impossible, invalid, constraint, warning), code, message and amount",
  ledger: LEDGER,
  phases: PHASES,
  area: AREA,
  quantities: QUANTITIES,
  layers: `for each layer ${LEDGER}; ${PHASES}; ${AREA}; ${QUANTITIES}`,
};

/** What cannot be kept is no answer: functions, or gaps in a list. A member that is undefined is one that is not there. */
function requirePlain(value: unknown): void {
  if (typeof value === "object" && value !== null) {
    if (Array.isArray(value)) {
      if (value.includes(undefined)) throw new Error("an answer has a list with gaps");
      for (const item of value) requirePlain(item);
    } else
      for (const key in value) {
        const member = (value as Readonly<Record<string, unknown>>)[key];
        if (typeof member !== "number" && typeof member !== "string") requirePlain(member);
      }
  } else if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint")
    throw new Error(`an answer holds a ${typeof value}, which cannot be kept`);
}
