import type { SearchOrder } from "@neurofront/study";

/** What both sides see of a search that a thread does: memory of two integers. */
export type SharedControl = SharedArrayBuffer;

const ORDER = 0;
const COUNT = 1;

/** In the order of their weight: a lighter one does not take the place of a heavier one. */
const ORDERS = ["go on", "others are idle", "end", "stop"] as const satisfies readonly (SearchOrder | "stop")[];
type Order = (typeof ORDERS)[number];

/** What a thread is told while it does a whole search, and whether it is at a candidate: it has no time to read messages. */
export class SearchControl {
  readonly shared: SharedControl;
  readonly #fields: Int32Array;

  constructor(shared: SharedControl = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#fields = new Int32Array(shared);
  }

  tell(order: Exclude<Order, "go on">): void {
    const weight = ORDERS.indexOf(order);
    if (weight > Atomics.load(this.#fields, ORDER)) Atomics.store(this.#fields, ORDER, weight);
  }

  get order(): Order {
    return ORDERS[Atomics.load(this.#fields, ORDER)]!;
  }

  /** Compute a candidate, which the other side sees. */
  computing<Answer>(compute: () => Answer): Answer {
    Atomics.add(this.#fields, COUNT, 1);
    try {
      return compute();
    } finally {
      Atomics.add(this.#fields, COUNT, 1);
    }
  }

  /** Another number for each candidate that is being computed; undefined while none is. */
  get candidate(): number | undefined {
    const count = Atomics.load(this.#fields, COUNT);
    return count % 2 === 0 ? undefined : count;
  }
}
