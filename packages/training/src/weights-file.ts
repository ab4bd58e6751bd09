import type { FileDeclaration, StudyFileContent, TrainedLayer } from "@neurofront/core";
import type { Connections } from "./connections.ts";
import type { LayerShape } from "./layer-shape.ts";
import { readNpy } from "./npy.ts";
import type { NumericArray } from "./npy.ts";

/** Files a workload takes instead of a training, by the key of a study. */
export const WEIGHTS_FILES: Readonly<Record<"weights", FileDeclaration>> = {
  weights: {
    meaning:
      "weights trained elsewhere, in place of a training: a NumPy array of inputs x outputs for one layer (the bias is the last input), or JSON, a matrix or a list of one matrix for each layer",
    extensions: [".npy", ".json"],
  },
};

/**
 * Layers with the weights of a file.
 *
 * @param connections of each layer; absent when every weight may differ from zero
 * @throws Error with one sentence when the file is broken, or its matrices do not fit the layers or their connections
 */
export function layersFromFile(
  { path, bytes }: StudyFileContent,
  shapes: readonly LayerShape[],
  connections?: readonly Connections[],
): TrainedLayer[] {
  const matrices = path.toLowerCase().endsWith(".npy") ? [readNpy(bytes)] : matricesOf(bytes);
  if (matrices.length !== shapes.length)
    throw new Error(
      `holds ${counted(matrices.length, "matrix", "matrices")}; the network has ${counted(shapes.length, "layer", "layers")}`,
    );
  return shapes.map((shape, index) => {
    const { values, shape: found } = matrices[index]!;
    const wanted = [shape.inputCount, shape.outputCount];
    if (found.length !== 2 || found.some((length, axis) => length !== wanted[axis]))
      throw new Error(
        `holds an array of the shape (${found.join(", ")}); layer ${index + 1} needs inputs x outputs = (${wanted.join(", ")}), the bias last`,
      );
    const strange = values.findIndex((weight) => !Number.isFinite(weight));
    if (strange >= 0)
      throw new Error(
        `holds ${values[strange]} as weight ${strange} of layer ${index + 1}; weights are finite numbers`,
      );
    const silent = Array.from({ length: shape.outputCount }, (_, output) => output).find((output) =>
      values.every((weight, at) => at % shape.outputCount !== output || weight === 0),
    );
    if (silent !== undefined) throw new Error(`has no weight but 0 for output ${silent} of layer ${index + 1}`);
    const beyond = values.findIndex((weight, at) => weight !== 0 && connections?.[index]![at] === 0);
    if (beyond >= 0)
      throw new Error(
        `has a weight between input ${Math.floor(beyond / shape.outputCount)} and output ${beyond % shape.outputCount} of layer ${index + 1}, beyond the neighbourhood`,
      );
    return { ...shape, weights: values };
  });
}

/** A matrix, a list of matrices, or an object with such a list as `layers`. */
function matricesOf(bytes: Uint8Array): NumericArray[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Error(`is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  if (typeof value === "object" && value !== null && "layers" in value) value = value.layers;
  if (isMatrix(value)) return [matrixOf(value)];
  if (Array.isArray(value) && value.length > 0 && value.every(isMatrix)) return value.map(matrixOf);
  throw new Error(
    "holds no matrix: write rows of numbers, all of one length, [[...], [...]], or a list of such matrices",
  );
}

function isMatrix(value: unknown): value is readonly (readonly number[])[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  return value.every(
    (row: unknown) =>
      Array.isArray(row) &&
      row.length === (value[0] as unknown[]).length &&
      row.length > 0 &&
      row.every((entry) => typeof entry === "number"),
  );
}

function matrixOf(rows: readonly (readonly number[])[]): NumericArray {
  return { shape: [rows.length, rows[0]!.length], values: Float64Array.from(rows.flat()) };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
