import { carriedAssessment } from "@neurofront/archive";
import type { AssessmentAnswer } from "@neurofront/study";
import type { BoardResult } from "./thread-server.ts";
import type { ValueReader } from "./value-stream.ts";

const NO_CHIPS = { clean: new Float64Array(), test: new Float64Array() };

/** Give each answer of a thread to whoever takes it, with the number of its request. Large members of assessments are not made yet. */
export function readAnswers(
  { answers, layouts }: BoardResult,
  reader: ValueReader,
  take: (request: number, answer: AssessmentAnswer) => void,
): void {
  reader.learn(layouts);
  const cursor = reader.from(answers);
  while (!cursor.isAtEnd) {
    const request = cursor.integer();
    const small = cursor.value() as Readonly<Record<string, unknown>>;
    const large = cursor.content();
    const assessment = carriedAssessment(small, {
      keys: large.layout.keys,
      read: () => large,
      refusal: (key) => new Error(`what a model gave as ${key} is none`),
    });
    const count = cursor.integer();
    const chips = count === 0 ? NO_CHIPS : { clean: cursor.floats(count).slice(), test: cursor.floats(count).slice() };
    take(request, { assessment, chips });
  }
}
