import type { Design, Parameters } from "./parameter.ts";
import type { Unit } from "./units.ts";
import type { Answer } from "./violation.ts";

/** One axis or one curve of a view. */
export interface ViewColumn {
  /** Carries the unit: `position_m`. Unique within the view. */
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  /** One value per point; NaN where there is none (gaps in a curve). */
  readonly values: Float64Array;
}

/** What a view shows: curves over a common axis, as numbers. */
export interface ViewData {
  readonly axis: ViewColumn;
  readonly curves: readonly ViewColumn[];
  /** How the axis and the curves are best drawn; `log` needs positive values. */
  readonly axisScale: "linear" | "log";
  readonly curveScale: "linear" | "log";
  /** Derived numbers worth showing beside the curves; the names carry the unit. */
  readonly quantities: Readonly<Record<string, number>>;
}

/**
 * A look into one device: a transient q(t), a characteristic v(J), an error against time. Data for a figure and a table; pure
 * as every model is. `neurofront simulate` computes one without a study, reports show them for the best designs.
 *
 * @typeParam P parameters of the model
 * @typeParam Operating the circuit the model's role finds itself in
 */
export interface View<P extends Parameters = Parameters, Operating = unknown, S extends Parameters = Parameters> {
  /** Kebab-case, unique within the model: `trajectory`. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what is driven and what is shown. */
  readonly meaning: string;
  /** What the view can be asked with besides the design (drive, duration, points); every one has a default. */
  readonly settings: S;
  compute(design: Design<P>, operating: Operating, settings: Design<S>): Answer<ViewData>;
}
