import { join } from "node:path";

/** What tests are run with. */
export const ENVIRONMENT = {
  // What a test finds it computes, and it leaves nothing in the cache of the person.
  NEUROFRONT_CACHE: "none",
  // Commands and threads that tests start find the code that others have compiled.
  NODE_COMPILE_CACHE: join(import.meta.dirname, "../node_modules/.cache/neurofront-code"),
};
