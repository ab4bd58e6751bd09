import { parentPort } from "node:worker_threads";
import { arithmetic } from "./arithmetic.ts";

/** What a bare thread does: so many candidates, one after the other, and then says so. */
export interface BareOrder {
  readonly candidates: number;
  readonly wait_ms: number;
  readonly steps: number;
}

const clock = new Int32Array(new SharedArrayBuffer(4));

parentPort!.on("message", ({ candidates, wait_ms, steps }: BareOrder) => {
  for (let k = 0; k < candidates; k++) {
    if (wait_ms > 0) Atomics.wait(clock, 0, 0, wait_ms);
    arithmetic(steps);
  }
  parentPort!.postMessage(0, []);
});
