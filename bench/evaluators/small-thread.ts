import { assessor } from "@neurofront/study";
import { threadServer } from "@neurofront/evaluators";
import { smallRunnable } from "../../packages/study/test/run/small-run.ts";

/** Computes candidates of the small closed forms. */
export default smallRunnable({ variation: { chips: 0 } }).then((runnable) => threadServer(assessor(runnable)));
