import { registerHooks } from "node:module";

/** What the sources of a plugin import from this program. */
const LENT = /^@neurofront\/(?:core|physics|plugin-kit)(?:\/|$)/u;

let isLending = false;

/**
 * From now on a plugin that has not installed the contracts, the physics or the kit gets those of this program: a folder with two
 * files in it is a plugin. One that has installed them keeps its own.
 */
export function lendContracts(): void {
  if (isLending) return;
  isLending = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (!LENT.test(specifier)) return nextResolve(specifier, context);
      try {
        return nextResolve(specifier, context);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
        return nextResolve(specifier, { ...context, parentURL: import.meta.url });
      }
    },
  });
}
