/** One thing wrong with a study file, for the person who must mend it. */
export interface Problem {
  /** JSON pointer of the offending value, `""` for the whole file. */
  readonly pointer: string;
  /** What was found and what is legal, in one sentence or two. */
  readonly message: string;
  /** 1-based position in the text, when the text is at hand. */
  readonly line?: number;
  readonly column?: number;
}

/** So many problems are told; whoever mends these sees the next. */
const MOST_TOLD = 50;

/** A study that cannot be run. Nothing has been written. */
export class StudyError extends Error {
  override readonly name = "StudyError";
  readonly problems: readonly Problem[];

  /** @param file name shown before each position */
  constructor(file: string, problems: readonly Problem[]) {
    const told = problems.slice(0, MOST_TOLD).map((problem) => formatProblem(file, problem));
    super(
      [...told, ...(problems.length > MOST_TOLD ? [`${file} has more problems; mend these first`] : [])].join("\n"),
    );
    this.problems = problems;
  }
}

function formatProblem(file: string, { line, column, pointer, message }: Problem): string {
  const position = line === undefined ? file : `${file}:${line}:${column}`;
  return `${position} ${pointer === "" ? "the study" : pointer} ${message}`;
}
