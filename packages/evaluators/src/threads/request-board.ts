import type { StreamPlace, WrittenValues } from "./value-stream.ts";

/** What a board is made of: goes to threads as it is, its memory shared. */
export interface SharedBoard {
  readonly memory: SharedArrayBuffer;
  readonly lanes: number;
  readonly requests: number;
  readonly integers: number;
  readonly messages: readonly string[];
}

/** Of each lane: the next place in its list, the end of that, what it is doing, and how many requests it has begun. */
const LANE_FIELDS = 4;
const NEXT = 0;
const END = 1;
const DOING = 2;
const BEGUN = 3;
/** Of each request: where it is written. */
const PLACE_FIELDS = 3;

/** Integers before the written ones: the lanes, the lists, and the places of the requests. */
function headOf(lanes: number, requests: number): number {
  return LANE_FIELDS * lanes + requests + PLACE_FIELDS * requests;
}

/**
 * Requests where several threads see them. Each thread takes the next one of its own list, or where there is none of another's, when it
 * has done one: nobody has to know beforehand how long they take, and none waits for a message between two of them.
 */
export class RequestBoard {
  readonly shared: SharedBoard;
  readonly #control: Int32Array;
  readonly #lists: Int32Array;
  readonly #places: Int32Array;
  readonly written: WrittenValues;

  constructor(shared: SharedBoard) {
    const { memory, lanes, requests, integers, messages } = shared;
    this.shared = shared;
    this.#control = new Int32Array(memory, 0, LANE_FIELDS * lanes);
    this.#lists = new Int32Array(memory, 4 * LANE_FIELDS * lanes, requests);
    this.#places = new Int32Array(memory, 4 * (LANE_FIELDS * lanes + requests), PLACE_FIELDS * requests);
    const integersAt = headOf(lanes, requests);
    const floatsAt = 8 * Math.ceil((integersAt + integers) / 2);
    this.written = {
      integers: new Int32Array(memory, 4 * integersAt, integers),
      floats: new Float64Array(memory, floatsAt),
      messages,
    };
  }

  /**
   * Put requests on a new board.
   *
   * @param places where each is among the written values
   * @param lists for each lane, what it does first: every request in one list
   */
  static of(
    written: WrittenValues,
    places: readonly StreamPlace[],
    lists: readonly (readonly number[])[],
  ): RequestBoard {
    const [lanes, requests] = [lists.length, places.length];
    const { integers, floats, messages } = written;
    const floatsAt = Math.ceil((headOf(lanes, requests) + integers.length) / 2);
    const memory = new SharedArrayBuffer(8 * (floatsAt + floats.length));
    const board = new RequestBoard({ memory, lanes, requests, integers: integers.length, messages: [...messages] });
    board.written.integers.set(integers);
    board.written.floats.set(floats);
    for (const [k, { integer, float, message }] of places.entries())
      board.#places.set([integer, float, message], PLACE_FIELDS * k);
    let at = 0;
    for (const [lane, list] of lists.entries()) {
      board.#control[LANE_FIELDS * lane + NEXT] = at;
      board.#lists.set(list, at);
      board.#control[LANE_FIELDS * lane + END] = at += list.length;
    }
    return board;
  }

  /** The next request for a lane, which does it then; undefined where all are taken. */
  take(lane: number): number | undefined {
    const { lanes } = this.shared;
    for (let k = 0; k < lanes; k++) {
      const at = LANE_FIELDS * ((lane + k) % lanes);
      // Who looks at an empty list must not count it on for ever.
      if (Atomics.load(this.#control, at + NEXT) >= this.#control[at + END]!) continue;
      const place = Atomics.add(this.#control, at + NEXT, 1);
      if (place >= this.#control[at + END]!) continue;
      const request = this.#lists[place]!;
      Atomics.store(this.#control, LANE_FIELDS * lane + DOING, request);
      Atomics.add(this.#control, LANE_FIELDS * lane + BEGUN, 1);
      return request;
    }
    return undefined;
  }

  /** Where a request is written. */
  placeOf(request: number): StreamPlace {
    const at = PLACE_FIELDS * request;
    return { integer: this.#places[at]!, float: this.#places[at + 1]!, message: this.#places[at + 2]! };
  }

  /** Whether there is still one to be taken. */
  get isOpen(): boolean {
    for (let at = 0; at < this.#control.length; at += LANE_FIELDS)
      if (Atomics.load(this.#control, at + NEXT) < this.#control[at + END]!) return true;
    return false;
  }

  /** The last request that a lane has begun, if it has begun one. */
  doing(lane: number): number {
    return Atomics.load(this.#control, LANE_FIELDS * lane + DOING);
  }

  /** How many requests a lane has begun. */
  begun(lane: number): number {
    return Atomics.load(this.#control, LANE_FIELDS * lane + BEGUN);
  }
}
