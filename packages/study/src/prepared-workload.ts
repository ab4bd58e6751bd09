import { DRIVE_LEVELS, PADDING, activationCount } from "@neurofront/core";
import type { LabelledPatterns, PreparedWorkload, TrainedLayer } from "@neurofront/core";

/** Whether data from outside is a trained network whose layers, patterns and labels fit each other. */
export function isPreparedWorkload(value: unknown): value is PreparedWorkload {
  const { layers, clean, test, quantities } = (value ?? {}) as Partial<PreparedWorkload>;
  if (!Array.isArray(layers) || layers.length === 0 || typeof quantities !== "object") return false;
  let width: number | undefined = widthOf(clean);
  if (width === undefined || widthOf(test) !== width) return false;
  for (const layer of layers as readonly unknown[]) {
    if (!isLayer(layer, width)) return false;
    width = activationCount(layer);
  }
  const outputs = width;
  const isLabelled = ({ labels }: LabelledPatterns): boolean => labels.every((label) => label >= 0 && label < outputs);
  return isLabelled(clean!) && isLabelled(test!);
}

/** Levels in a pattern; undefined where there are no patterns. */
function widthOf(value: unknown): number | undefined {
  const { patterns, labels, count } = (value ?? {}) as Partial<LabelledPatterns>;
  if (!(patterns instanceof Float64Array && labels instanceof Int32Array) || labels.length !== count || count === 0)
    return undefined;
  const width = patterns.length / count;
  return Number.isInteger(width) && patterns.every(Number.isFinite) ? width : undefined;
}

function isLayer(value: unknown, width: number): value is TrainedLayer {
  const { inputCount, outputCount, positions, weights, gather, drive, pool } = (value ?? {}) as Partial<TrainedLayer>;
  if (![inputCount, outputCount, positions].every((count) => Number.isSafeInteger(count) && count! > 0)) return false;
  if (typeof drive !== "string" || !Object.hasOwn(DRIVE_LEVELS, drive)) return false;
  const isWeighted =
    weights instanceof Float64Array && weights.length === inputCount! * outputCount! && weights.every(Number.isFinite);
  const isWired =
    gather instanceof Int32Array &&
    gather.length === positions! * inputCount! &&
    gather.every((index) => index >= PADDING && index < width);
  return isWeighted && isWired && (pool === undefined || isPool(pool, positions!));
}

function isPool(value: unknown, positions: number): boolean {
  const { groupCount, members } = (value ?? {}) as Partial<NonNullable<TrainedLayer["pool"]>>;
  return (
    Number.isSafeInteger(groupCount) &&
    groupCount! > 0 &&
    members instanceof Int32Array &&
    Number.isInteger(members.length / groupCount!) &&
    members.every((position) => position >= -1 && position < positions)
  );
}
