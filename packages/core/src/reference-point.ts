import type { Design, Parameters } from "./parameter.ts";
import type { Provenance } from "./provenance.ts";

/**
 * A number that a publication, a measurement or another solver gives for one design, and that the model must meet. The
 * conformance kit checks it.
 *
 * @typeParam P parameters of the model
 * @typeParam Operating the circuit the model's role finds itself in
 */
export interface ReferencePoint<P extends Parameters = Parameters, Operating = unknown> {
  readonly title: string;
  /** Parameter set to start from; the defaults where there is none. */
  readonly preset?: string;
  /** Values over the defaults or the preset. */
  readonly design?: Partial<Design<P>>;
  /** Values over a circuit of 26 inputs and 26 neurons at 100 mV and 300 K with columns of 1 mS. */
  readonly operating?: Partial<Operating>;
  /** As in a {@link Trend}. */
  readonly quantity: string;
  /** In the unit that the quantity's name carries. */
  readonly expected: number;
  /** Largest deviation relative to `expected`, > 0. */
  readonly tolerance: number;
  /** Where `expected` comes from, and in the note why the tolerance is what it is. */
  readonly source: Provenance;
}
