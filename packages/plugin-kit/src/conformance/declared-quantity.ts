import { delay_s } from "@neurofront/core";
import type { AreaEntry, Conventions, Design, LedgerEntry, Model, OperatingPoint, Phase } from "@neurofront/core";

/** What the sums and numbers that a trend or a reference point names are taken from. */
interface Character {
  readonly energy?: readonly LedgerEntry[];
  readonly area?: readonly AreaEntry[];
  readonly phases?: readonly Phase[];
  readonly quantities?: Readonly<Record<string, number>>;
}

/** A character, or why there is none. */
type Answered =
  | { readonly kind: "ok"; readonly character: Character; readonly isValid: boolean }
  | { readonly kind: "none"; readonly why: string };

/** Where trends and reference points hold unless they say otherwise. */
const DECLARED_AT: OperatingPoint = {
  inputVoltage_V: 0.1,
  temperature_K: 300,
  inputCount: 26,
  outputCount: 26,
  columnConductance_S: 1e-3,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 1e-4,
  conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
};

/** The circuit in which a trend or a point holds: the current of a column follows from voltage and conductance unless it is said. */
export function declaredCircuit(operating: Partial<OperatingPoint> = {}): OperatingPoint {
  const merged = { ...DECLARED_AT, ...operating };
  return { ...merged, columnCurrent_A: merged.columnConductance_S * merged.inputVoltage_V, ...operating };
}

/** Ask a neuron or a synapse; other roles have nothing to ask. */
export function answerOf(model: Model, design: Design, operating: object): Answered {
  if (!("characterize" in model)) return { kind: "none", why: `a ${model.role} has no character` };
  try {
    const answer = model.characterize(design, operating as OperatingPoint);
    if (answer.status === "impossible")
      return { kind: "none", why: answer.violations[0]?.message ?? "impossible without a reason" };
    const isValid = !answer.violations.some(({ kind }) => kind === "invalid");
    return { kind: "ok", character: answer, isValid };
  } catch (error) {
    return { kind: "none", why: `it throws "${String(error)}"` };
  }
}

/** The number that a trend or a reference point names; undefined where the character has none. */
export function quantityOf(
  character: Character,
  name: string,
  { conventions }: { readonly conventions?: Conventions },
): number | undefined {
  if (name === "energy_J" && character.energy !== undefined)
    return character.energy.reduce((sum, { energy_J }) => sum + energy_J, 0);
  if (name === "delay_s" && character.phases !== undefined)
    return delay_s(character.phases, conventions?.readTiming ?? DECLARED_AT.conventions.readTiming);
  if (name === "area_m2" && character.area !== undefined)
    return character.area.reduce((sum, { area_m2 }) => sum + area_m2, 0);
  const member = (character as Readonly<Record<string, unknown>>)[name] ?? character.quantities?.[name];
  return typeof member === "number" ? member : undefined;
}

/** Names that {@link quantityOf} knows, for messages. */
export function quantityNamesOf(character: Character): string[] {
  const members = Object.entries(character).flatMap(([name, value]) => (typeof value === "number" ? [name] : []));
  const sums = [
    ...(character.energy === undefined ? [] : ["energy_J"]),
    ...(character.phases === undefined ? [] : ["delay_s"]),
    ...(character.area === undefined ? [] : ["area_m2"]),
  ];
  return [...sums, ...members, ...Object.keys(character.quantities ?? {})];
}
