/** A publication, as BibTeX needs it. The key is what parameters and formulas cite. */
export interface Reference {
  readonly key: string;
  readonly type: "article" | "inproceedings" | "book" | "misc";
  readonly author: string;
  readonly title: string;
  readonly year: number;
  readonly journal?: string;
  readonly volume?: string;
  readonly pages?: string;
  readonly doi?: string;
  readonly note?: string;
}

/**
 * Where a number comes from.
 *
 * - `paper`: stated in the reference paper (Sharad, Fan, Roy 2013)
 * - `literature`: read in another publication or its data
 * - `recalled`: expert recollection of a publication, not re-read
 * - `derived`: algebra from sourced numbers
 * - `fitted`: chosen so that the model meets a sourced number
 * - `simulated`: computed with an independent solver (SPICE, ODE)
 * - `assumed`: an engineering choice; sweep it
 */
export interface Provenance {
  readonly kind: "paper" | "literature" | "recalled" | "derived" | "fitted" | "simulated" | "assumed";
  /** One plain sentence or citation: section, equation, figure. */
  readonly note: string;
  /** Key of a {@link Reference} of the same plugin. */
  readonly reference?: string;
}

/**
 * A place where a source contradicts itself or leaves a hole, and what the models do about it.
 * `check` recomputes the numbers from the models, so that the report shows measured, not typed, values.
 */
export interface Discrepancy {
  readonly id: string;
  /** What the source says. */
  readonly statement: string;
  /** Why it cannot hold as stated. */
  readonly problem: string;
  /** What neurofront does, and which parameter or convention chooses. */
  readonly treatment: string;
  readonly reference: string;
  check?(): readonly {
    readonly quantity: string;
    readonly unit: string;
    readonly stated: number;
    readonly found: number;
  }[];
}

/** A published design, drawn beside the searched ones. Only numbers the publication states. */
export interface PublishedPoint {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  /** Energy of one decision of one neuron. */
  readonly energy_J: number;
  /** Delay of one decision as the publication's own energy-delay product uses it. */
  readonly delay_s: number;
  readonly note: string;
}
