import { ValuePacker, ValueUnpacker } from "@neurofront/study";
import type { AssessmentAnswer, AssessmentRequest, PackedValues } from "@neurofront/study";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { packChips } from "./packed-chips.ts";
import type { PackedChips } from "./packed-chips.ts";

/** Places in {@link ThreadTask.progress}. */
export const DONE = 0;
export const BEGUN = 1;

/** Requests for one thread. */
export interface ThreadTask {
  readonly requests: PackedValues;
  /** Two Int32: how many of the requests are done, and whether they have been begun. By it one sees which one hangs, or ends the thread. */
  readonly progress: SharedArrayBuffer;
}

/** What a thread gives back. */
export interface ThreadResult {
  readonly assessments: PackedValues;
  readonly chips: PackedChips;
  /** That the answers took. */
  readonly time_ms: number;
}

/** What piscina hands on as the value, with the buffers moved. */
function moved(value: ThreadResult): ThreadResult {
  const { assessments, chips } = value;
  const buffers = [assessments.bytes.buffer, chips.accuracies.buffer];
  const result: unknown = move({ [valueSymbol]: value, [transferableSymbol]: buffers });
  return result as ThreadResult;
}

/** The default export of a module that runs in a thread: computes tasks. What it answers is moved, not copied. */
export function threadServer(
  answer: (request: AssessmentRequest) => AssessmentAnswer,
): (task: ThreadTask) => ThreadResult {
  const unpacker = new ValueUnpacker();
  const packer = new ValuePacker();
  return ({ requests, progress }) => {
    const begun_ms = performance.now();
    const counter = new Int32Array(progress);
    Atomics.store(counter, BEGUN, 1);
    const answers = unpacker.unpack(requests).map((request) => {
      const found = answer(request as AssessmentRequest);
      Atomics.add(counter, DONE, 1);
      return found;
    });
    return moved({
      assessments: packer.pack(answers.map(({ assessment }) => assessment)),
      chips: packChips(answers.map(({ chips }) => chips)),
      time_ms: performance.now() - begun_ms,
    });
  };
}
