/** A model that breaks one rule on purpose. */
export interface Broken<Model> {
  /** Code of the rule. */
  readonly breaks: string;
  /** What is wrong with it. */
  readonly how: string;
  readonly model: Model;
}
