export * from "./cell-parameters.ts";
export * from "./define.ts";
export * from "./memristor-character.ts";
export * from "./memristor-parameters.ts";
export * from "./memristor-views.ts";
export * from "./memristor-write.ts";
export * from "./read-disturb.ts";
export * from "./synapse-views.ts";
export { spicePulse } from "./spice-pulse.ts";
