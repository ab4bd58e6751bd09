/** What a synapse may take from another synapse model, and what is taken. */
export const SYNAPSE_EFFECTS = {
  drift: "drift with age: mean and added spread",
  programmingSpread: "spread of the programmed conductance, device to device",
  readNoise: "noise of the current, read to read",
  currentVoltage: "nonlinearity of the current over the voltage",
  faults: "chances of devices stuck at the least and at the largest conductance",
} as const;

/** The name of an effect. */
export type SynapseEffect = keyof typeof SYNAPSE_EFFECTS;

/**
 * Name, in the design of a synapse with effects of others, of a parameter of the model that lends `effect`:
 * `drift.conductanceMax_S`.
 */
export function effectParameter(effect: SynapseEffect, name: string): string {
  return `${effect}.${name}`;
}
