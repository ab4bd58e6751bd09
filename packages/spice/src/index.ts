export { spiceNetlist } from "./netlist.ts";
export type { SpiceCandidate } from "./spice-candidate.ts";
export { SpiceError } from "./spice-error.ts";
