import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Script, createContext } from "node:vm";

/** A dimension of the library. */
export type LibraryDimension = { readonly __dimension: never };
/** A space of the library. */
export type LibrarySpace = { readonly __space: never };

/** What the library's global search offers. It compares values with `<` and does nothing else with them. */
export interface MutationSearch {
  ask(): number[];
  tell(points: readonly (readonly number[])[], values: readonly (number | bigint)[]): void;
}

type Value = (point: readonly number[]) => number;
type Gradient = (point: readonly number[]) => number[];

/** The part of optimization-js 1.5.0 that the plugin uses, with the library's own names. */
export interface Library {
  Real(low: number, high: number): LibraryDimension;
  Integer(low: number, high: number): LibraryDimension;
  Categorical(categories: readonly number[]): LibraryDimension;
  Space(dimensions: readonly LibraryDimension[]): LibrarySpace;
  OMGOptimizer(space: LibrarySpace, randomStarts: number, mutationRate: number): MutationSearch;
  minimize_Powell(value: Value, start: readonly number[]): unknown;
  minimize_GradientDescent(value: Value, gradient: Gradient, start: readonly number[]): unknown;
  minimize_L_BFGS(value: Value, gradient: Gradient, start: readonly number[]): unknown;
}

let script: Script | undefined;

/**
 * The library in a realm of its own, where `Math.random` is the function given. The library knows no seed, and its optimizer sets
 * global variables without declaring them: here neither reaches the rest of the process, and no two searches share them.
 */
export function libraryWith(random: () => number): Library {
  if (script === undefined) {
    const file = createRequire(import.meta.url).resolve("#library");
    script = new Script(`(function (module) {${readFileSync(file, "utf8")}\n})`, { filename: file });
  }
  const realm = createContext();
  const module = { exports: {} };
  (script.runInContext(realm) as (module: object) => void)(module);
  const own = new Script("Math").runInContext(realm) as { random: () => number };
  own.random = random;
  return module.exports as Library;
}
