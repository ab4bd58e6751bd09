import { extname } from "node:path";
import { ModelError } from "@neurofront/study";
import type { Train } from "@neurofront/study";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { ThreadEndedError, inGuardedThread } from "./guarded-thread.ts";
import { threadLimits } from "./study-threads.ts";
import type { ComputeOptions } from "./study-threads.ts";
import type { TrainingThreadData } from "./training-thread.ts";

/**
 * Who trains the networks of a study whose workload does not ship: a thread, because only a thread can be ended that hangs or takes all
 * memory. Undefined where there are no such plugins, where one of them cannot be loaded by a thread, and where none are wanted.
 *
 * @throws ModelError, when it is called, where a model hangs, ends its thread, or takes all memory
 */
export function guardedTraining(extra: readonly LoadedPlugin[], options: ComputeOptions): Train | undefined {
  const plugins = extra.flatMap(({ located }) => located ?? []);
  if (options.threads === 0 || plugins.length === 0 || plugins.length < extra.length) return undefined;
  return async ({ plugin, model }, design, seed, files) => {
    if (!extra.some((one) => one.plugin.id === plugin.id)) return model.prepare(design, seed, files);
    const data: TrainingThreadData = { plugins, model: model.id, design, seed, files };
    const module = new URL(`./training-thread${extname(import.meta.url)}`, import.meta.url);
    try {
      return await inGuardedThread(module, data, threadLimits(options));
    } catch (error) {
      if (!(error instanceof ThreadEndedError)) throw error;
      throw new ModelError(
        `workload "${model.id}" of plugin "${plugin.id}" gives no network: ${error.message}; correct the plugin, or allow more with --time-limit`,
        { cause: error },
      );
    }
  };
}
