import { SYNAPSE_EFFECTS, effectParameter } from "@neurofront/core";
import type {
  Answer,
  AnyDesign,
  Design,
  SynapseCharacter,
  SynapseEffect,
  SynapseModel,
  SynapseOperating,
  Violation,
} from "@neurofront/core";

/** The models that lend single effects to a synapse. */
export type EffectLenders = Readonly<Partial<Record<SynapseEffect, SynapseModel>>>;

/**
 * A synapse with single effects of other models: conductances, levels, geometry and write cost stay those of `host`.
 *
 * An effect is taken at the same relative position in the lender's range of conductances, (G - Gmin) / (Gmax - Gmin) with the
 * ends held, and carried over relative to the conductance: a lender that has lost 5 % there makes the host lose 5 %. The
 * lender's design stands in the mixture's under the names of {@link effectParameter}.
 *
 * Limits of the model that lends the current-voltage law hold for the mixture as they are. What the other lenders find
 * `invalid` becomes a warning: their statistics are on another device already. A lender without an answer leaves none.
 */
export function mixedSynapse(host: SynapseModel, lenders: EffectLenders): SynapseModel {
  const lent = Object.entries(lenders) as [SynapseEffect, SynapseModel][];
  if (lent.length === 0) return host;
  const parameters = {
    ...host.parameters,
    ...Object.fromEntries(
      lent.flatMap(([effect, lender]) =>
        Object.entries(lender.parameters).map(([name, parameter]) => [effectParameter(effect, name), parameter]),
      ),
    ),
  };
  const lenderOf = (effect: SynapseEffect, design: AnyDesign): Lender | undefined => {
    const model = lenders[effect];
    return model === undefined ? undefined : { model, design: designOfLender(effect, model, design) };
  };
  // Every function of one assessment asks for the same two ranges again; a design is never changed.
  const known = new WeakMap<AnyDesign, Partial<Record<SynapseEffect, KnownRanges>>>();
  const rangesOf = (
    effect: SynapseEffect,
    { model, design: itsDesign }: Lender,
    design: Design,
    operating: SynapseOperating,
  ): KnownRanges => {
    const ofDesign = known.get(design) ?? {};
    const found = ofDesign[effect];
    if (found?.inputVoltage_V === operating.inputVoltage_V && found.temperature_K === operating.temperature_K)
      return found;
    const ranges = {
      inputVoltage_V: operating.inputVoltage_V,
      temperature_K: operating.temperature_K,
      own: host.characterize(design, operating),
      other: model.characterize(itsDesign, operating),
    };
    known.set(design, { ...ofDesign, [effect]: ranges });
    return ranges;
  };
  /** The lender with the place of a conductance in its range; undefined where it, or the host, has no answer. */
  const placedIn = (
    effect: SynapseEffect,
    design: AnyDesign,
    operating: SynapseOperating,
    conductance_S: number,
  ): PlacedLender | undefined => {
    const lender = lenderOf(effect, design);
    if (lender === undefined) return undefined;
    const { own, other } = rangesOf(effect, lender, design, operating);
    if (own.status === "impossible" || other.status === "impossible") return undefined;
    return { ...lender, lent_S: correspondingConductance_S(conductance_S, own, other) };
  };
  return {
    role: "synapse",
    id: host.id,
    title: [host.title, ...lent.map(([effect, { id }]) => `${effect} of ${id}`)].join(", "),
    parameters,
    characterize(design, operating) {
      const own = host.characterize(design, operating);
      const others = lent.map(([effect, { id }]) => {
        const { model, design: itsDesign } = lenderOf(effect, design)!;
        return { effect, id, answer: model.characterize(itsDesign, operating) };
      });
      const violations = [
        ...own.violations,
        ...others.flatMap(({ effect, id, answer }) =>
          answer.violations
            .filter(({ kind }) => kind !== "warning")
            .map((violation) => violationOfLender(effect, id, violation)),
        ),
      ];
      if (own.status === "impossible" || others.some(({ answer }) => answer.status === "impossible"))
        return { status: "impossible", violations };
      const characterOf = (wanted: SynapseEffect): SynapseCharacter => {
        const answer = others.find(({ effect }) => effect === wanted)?.answer;
        return answer?.status === "ok" ? answer : own;
      };
      const faults = characterOf("faults");
      return {
        ...own,
        stuckAtMin: faults.stuckAtMin,
        stuckAtMax: faults.stuckAtMax,
        isSeparable: characterOf("currentVoltage").isSeparable,
        violations,
      };
    },
    programmingSpread_S(design, operating, target_S) {
      const lender = placedIn("programmingSpread", design, operating, target_S);
      if (lender === undefined) return host.programmingSpread_S(design, operating, target_S);
      const { model, lent_S } = lender;
      return (model.programmingSpread_S(lender.design, operating, lent_S) / lent_S) * target_S;
    },
    readNoise(design, operating, conductance_S, age_s) {
      const lender = placedIn("readNoise", design, operating, conductance_S);
      if (lender === undefined) return host.readNoise(design, operating, conductance_S, age_s);
      return lender.model.readNoise(lender.design, operating, lender.lent_S, age_s);
    },
    aged(design, operating, conductance_S, age_s) {
      const lender = placedIn("drift", design, operating, conductance_S);
      if (lender === undefined) return host.aged(design, operating, conductance_S, age_s);
      const { model, lent_S } = lender;
      const { mean_S, spread_S } = model.aged(lender.design, operating, lent_S, age_s);
      return { mean_S: (mean_S / lent_S) * conductance_S, spread_S: (spread_S / lent_S) * conductance_S };
    },
    current_A(design, conductance_S, voltage_V) {
      // The contract's current knows no circuit: the voltage is the input level at which the array is read, and a range of
      // conductances does not depend on the temperature.
      const operating = { inputVoltage_V: Math.abs(voltage_V), temperature_K: ROOM_TEMPERATURE_K };
      const lender = voltage_V === 0 ? undefined : placedIn("currentVoltage", design, operating, conductance_S);
      if (lender === undefined) return host.current_A(design, conductance_S, voltage_V);
      const { model, lent_S } = lender;
      return (model.current_A(lender.design, lent_S, voltage_V) / lent_S) * conductance_S;
    },
    // A netlist knows the current-voltage law alone: a law that another model lends has none.
    ...(host.spice === undefined || lenders.currentVoltage !== undefined
      ? {}
      : { spice: (design: Design, operating: SynapseOperating) => host.spice!(design, operating) }),
  };
}

const ROOM_TEMPERATURE_K = 300;

interface Lender {
  readonly model: SynapseModel;
  readonly design: Design;
}

/** The characters of host and lender in one circuit. */
interface KnownRanges extends Pick<SynapseOperating, "inputVoltage_V" | "temperature_K"> {
  readonly own: Answer<SynapseCharacter>;
  readonly other: Answer<SynapseCharacter>;
}

interface PlacedLender extends Lender {
  /** The lender's conductance at the same relative position. */
  readonly lent_S: number;
}

function designOfLender(effect: SynapseEffect, model: SynapseModel, design: AnyDesign): Design {
  return Object.fromEntries(
    Object.keys(model.parameters).map((name) => [name, design[effectParameter(effect, name)]!]),
  ) as Design;
}

type Range = Pick<SynapseCharacter, "conductanceMin_S" | "conductanceMax_S">;

function correspondingConductance_S(conductance_S: number, own: Range, other: Range): number {
  const position = (conductance_S - own.conductanceMin_S) / (own.conductanceMax_S - own.conductanceMin_S);
  const held = Math.min(Math.max(position, 0), 1);
  return other.conductanceMin_S + held * (other.conductanceMax_S - other.conductanceMin_S);
}

function violationOfLender(effect: SynapseEffect, id: string, violation: Violation): Violation {
  const message = `${SYNAPSE_EFFECTS[effect]}, taken from ${id}: ${violation.message}`;
  return violation.kind === "invalid" && effect !== "currentVoltage"
    ? { ...violation, kind: "warning", message, amount: 0 }
    : { ...violation, message };
}
