import type { Answer, SynapseCharacter, Violation } from "@neurofront/core";
import { violationsAmong } from "@neurofront/core";
import { writeBetweenEnds } from "./memristor-write.ts";
import type { WriteTransit } from "./memristor-write.ts";
import { readDisturbViolation } from "./read-disturb.ts";

/** How far pulses move a state that they should leave alone: of its programmed range, and of the conductance. */
interface Moved {
  readonly stateChange: number;
  readonly conductanceChange: number;
}

/** A crossing of two wires with a device whose state equation is known. */
export interface StateMemristor {
  readonly conductanceMin_S: number;
  readonly conductanceMax_S: number;
  readonly levels: number;
  /** Current over conductance times voltage at the input voltage; equal for all states: the current is G f(V). */
  readonly nonlinearity: number;
  readonly capacitance_F: number;
  readonly inputVoltage_V: number;
  readonly design: {
    readonly stuckAtMin: number;
    readonly stuckAtMax: number;
    readonly programmingSpread: number;
    readonly readsPerWrite: number;
    readonly featureSize_m: number;
  };
  readonly programming: {
    readonly set: { readonly voltage_V: number; readonly transit: WriteTransit | undefined };
    readonly reset: { readonly voltage_V: number; readonly transit: WriteTransit | undefined };
    readonly read: Moved;
    readonly halfSelect: Moved;
  };
  readonly violations?: readonly (Violation | undefined)[];
  readonly quantities?: Readonly<Record<string, number>>;
}

/**
 * The character of a separable device with a state equation on a bare crossing of 2F by 2F: writes from end to end, disturb by
 * reads and by half-selected writes as quantities, with their violations.
 */
export function stateMemristorCharacter(memristor: StateMemristor): Answer<SynapseCharacter> {
  const { design, programming, inputVoltage_V } = memristor;
  const { violations, quantities, ...cost } = writeBetweenEnds(programming.set, programming.reset);
  return {
    status: "ok",
    conductanceMin_S: memristor.conductanceMin_S,
    conductanceMax_S: memristor.conductanceMax_S,
    levels: memristor.levels,
    stuckAtMin: design.stuckAtMin,
    stuckAtMax: design.stuckAtMax,
    isSeparable: true,
    area_m2: (2 * design.featureSize_m) ** 2,
    pitch_m: 2 * design.featureSize_m,
    capacitance_F: memristor.capacitance_F,
    ...cost,
    violations: violationsAmong([
      readDisturbViolation({
        ...programming.read,
        inputVoltage_V,
        readsPerWrite: design.readsPerWrite,
        tolerated: design.programmingSpread,
      }),
      ...violations,
      ...(memristor.violations ?? []),
    ]),
    quantities: {
      nonlinearity: memristor.nonlinearity,
      readStateChange: programming.read.stateChange,
      readConductanceChange: programming.read.conductanceChange,
      halfSelectStateChange: programming.halfSelect.stateChange,
      halfSelectConductanceChange: programming.halfSelect.conductanceChange,
      ...quantities,
      ...memristor.quantities,
    },
  };
}
