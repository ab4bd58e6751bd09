import { largeMembers, smallMembers } from "@neurofront/archive";
import type { AssessmentAnswer, AssessmentRequest } from "@neurofront/study";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { serveSearch } from "./search-server.ts";
import type { SearchServer, SearchTask } from "./search-server.ts";
import { RequestBoard } from "./request-board.ts";
import type { SharedBoard } from "./request-board.ts";
import { ValueReader, ValueWriter } from "./value-stream.ts";
import type { KnownLayouts, ToldLayouts, WrittenValues } from "./value-stream.ts";

/** When it has computed so long a thread hands in what it has: of a thread that ends the answers are lost, not more. */
const LONGEST_MS = 100;

/** What a thread is to do. */
export type ThreadTask = BoardTask | SearchTask;

/** Take requests of a board, until there is none left or it is time to hand in the answers. */
export interface BoardTask {
  readonly board: SharedBoard;
  /** Its place at the board. */
  readonly lane: number;
  /** Of the requests. */
  readonly layouts: ToldLayouts;
  /** What the other side knows of those of the answers: it may have lost them, and threads do not remember. */
  readonly known: KnownLayouts;
}

/** What a thread gives back. */
export type ThreadResult = BoardResult | SearchResult;

/** Of a search, whether it came to its end. */
export interface SearchResult {
  readonly isDone: boolean;
}

/** Of each request of a board its number, and its answer. */
export interface BoardResult {
  readonly answers: WrittenValues;
  readonly layouts: ToldLayouts;
  /** That they took. */
  readonly time_ms: number;
}

/** What piscina hands on as the value, with the buffers moved. */
function moved({ integers, floats, messages }: WrittenValues, layouts: ToldLayouts, time_ms: number): BoardResult {
  const answers = { integers: integers.slice(), floats: floats.slice(), messages };
  const result: unknown = move({
    [valueSymbol]: { answers, layouts, time_ms } satisfies BoardResult,
    [transferableSymbol]: [answers.integers.buffer, answers.floats.buffer],
  });
  return result as BoardResult;
}

/**
 * The default export of a module that runs in a thread: computes tasks. What it answers is moved, not copied.
 *
 * @param searches does whole searches, where the module can
 */
export function threadServer(
  answer: (request: AssessmentRequest) => AssessmentAnswer,
  searches?: SearchServer,
): (task: ThreadTask) => ThreadResult | Promise<ThreadResult> {
  const atBoard = boardServer(answer);
  return (task) =>
    "search" in task ? serveSearch(task, answer, searches!).then((isDone) => ({ isDone })) : atBoard(task);
}

function boardServer(answer: (request: AssessmentRequest) => AssessmentAnswer): (task: BoardTask) => BoardResult {
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
      const given = reader.from(board.written, board.placeOf(request)).sharedValue() as AssessmentRequest;
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
