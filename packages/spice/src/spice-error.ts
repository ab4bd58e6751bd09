/** A candidate of which there is no netlist, or a netlist that was asked for with numbers that it cannot have. */
export class SpiceError extends Error {
  override readonly name = "SpiceError";
}
