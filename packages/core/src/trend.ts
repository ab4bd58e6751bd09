/**
 * A law that the author of a model knows: one number of its answers rises or falls with one parameter, all else equal, wherever
 * the design is possible and valid, with choices as in the defaults. Equal neighbours do not break it; over the whole
 * range, from the defaults, the number must have moved. The conformance kit checks it.
 *
 * @typeParam Parameter names of the parameters
 * @typeParam Operating the circuit the model's role finds itself in
 */
export interface Trend<Parameter extends string = string, Operating = unknown> {
  /**
   * A number of the character by its name (`thresholdCurrent_A`), one of its `quantities`, or a sum: `energy_J` over the ledger,
   * `delay_s` over the phases, `area_m2` over the parts.
   */
  readonly quantity: string;
  /** A quantity or a whole number. */
  readonly parameter: Parameter;
  readonly direction: "rises" | "falls";
  /** Values over the circuit of a reference point, where the defaults are not valid there. */
  readonly operating?: Partial<Operating>;
  /** The physics, in one sentence. */
  readonly because: string;
}
