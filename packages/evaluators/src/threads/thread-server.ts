import { largeMembers, smallMembers } from "@neurofront/archive";
import type { AssessmentAnswer, AssessmentRequest } from "@neurofront/study";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { RequestBoard } from "./request-board.ts";
import type { SharedBoard } from "./request-board.ts";
import { ValueReader, ValueWriter } from "./value-stream.ts";
import type { KnownLayouts, ToldLayouts, WrittenValues } from "./value-stream.ts";

/** When it has computed so long a thread hands in what it has: of a thread that ends the answers are lost, not more. */
const LONGEST_MS = 100;

/** What a thread is to do: take requests of a board, until there is none left or it is time to hand in the answers. */
export interface ThreadTask {
  readonly board: SharedBoard;
  /** Its place at the board. */
  readonly lane: number;
  /** Of the requests. */
  readonly layouts: ToldLayouts;
  /** What the other side knows of those of the answers: it may have lost them, and threads do not remember. */
  readonly known: KnownLayouts;
}

/** What a thread gives back: of each request its number, and its answer. */
export interface ThreadResult {
  readonly answers: WrittenValues;
  readonly layouts: ToldLayouts;
  /** That they took. */
  readonly time_ms: number;
}

/** What piscina hands on as the value, with the buffers moved. */
function moved({ integers, floats, messages }: WrittenValues, layouts: ToldLayouts, time_ms: number): ThreadResult {
  const answers = { integers: integers.slice(), floats: floats.slice(), messages };
  const result: unknown = move({
    [valueSymbol]: { answers, layouts, time_ms } satisfies ThreadResult,
    [transferableSymbol]: [answers.integers.buffer, answers.floats.buffer],
  });
  return result as ThreadResult;
}

/** The default export of a module that runs in a thread: computes tasks. What it answers is moved, not copied. */
export function threadServer(
  answer: (request: AssessmentRequest) => AssessmentAnswer,
): (task: ThreadTask) => ThreadResult {
  const reader = new ValueReader();
  const writer = new ValueWriter();
  return ({ board: shared, lane, layouts, known }) => {
    const board = new RequestBoard(shared);
    reader.learn(layouts);
    writer.begin();
    const begun_ms = performance.now();
    while (performance.now() - begun_ms < LONGEST_MS) {
      const request = board.take(lane);
      if (request === undefined) break;
      const given = reader.from(board.written, board.placeOf(request)).value() as AssessmentRequest;
      writeAnswer(writer, request, answer(given));
    }
    return moved(writer.written, writer.layoutsAfter(known), performance.now() - begun_ms);
  };
}

/** The number of a request, the small members of its assessment, the large ones, and its chips. */
function writeAnswer(writer: ValueWriter, request: number, { assessment, chips }: AssessmentAnswer): void {
  const large = largeMembers(assessment);
  writer.integer(request);
  writer.value(smallMembers(assessment));
  if ("values" in large) writer.value(large.values);
  else writer.adopted(large);
  writer.integer(chips.clean.length);
  if (chips.clean.length === 0) return;
  writer.floats(chips.clean);
  writer.floats(chips.test);
}
